"""`tuireader export`: one JSON object an entry, as scripts are promised."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.digests import write_note, write_plain
from tests.program import Program

FIELDS = [
    "key", "title", "authors", "date", "abstract", "commentary", "tags", "url",
    "arxiv_id", "references", "wikilinks", "source", "line", "format",
]  # fmt: skip


@pytest.fixture
def library(folder: Path) -> Path:
    """A folder with three entries on two papers."""
    write_plain(folder)
    (folder / "notes").mkdir()
    write_note(folder / "notes")
    return folder


def exported(program: Program, *arguments: str | Path) -> list[dict[str, Any]]:
    """Return the records that an export prints."""
    done = program.run("export", *arguments)
    assert (done.code, done.err) == (0, "")
    return [json.loads(line) for line in done.lines]


def test_entries_come_in_date_order_with_every_field(
    program: Program, library: Path
) -> None:
    records = exported(program, "--format", "jsonl", library)
    assert [list(record) for record in records] == [FIELDS] * 3
    assert [record["date"] for record in records] == [
        "2017-06-12", "2024-08-30", "2024-08-30",
    ]  # fmt: skip


def test_an_entry_has_its_own_facts_only(program: Program, library: Path) -> None:
    """The entry in the plain digest has no link, though the note on the paper has."""
    note, plain, _ = exported(program, library)
    assert note["arxiv_id"] == "1706.03762"
    assert note["source"] == "notes/170612 Attention Is All You Need.md"
    assert note["tags"] == ["attention", "Machine_Translation"]
    assert (plain["arxiv_id"], plain["url"]) == (None, None)
    assert plain["references"] == ["1512.03385"]
    assert plain["authors"] == ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar"]


def test_undated_entries_come_last(program: Program, library: Path) -> None:
    (library / "later.md").write_text("https://arxiv.org/abs/2001.08361\n\nTitle (A)\n")
    assert exported(program, library)[-1]["date"] is None


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("#attention", ["2017-06-12", "2024-08-30"]),
        ("#attention date:2017", ["2017-06-12"]),
        ("nothing-like-this", []),
    ],
)
def test_a_query_keeps_the_entries_of_matching_papers(
    program: Program, library: Path, query: str, dates: list[str]
) -> None:
    assert [r["date"] for r in exported(program, "-q", query, library)] == dates


def test_a_second_export_says_the_same(program: Program, library: Path) -> None:
    """The first fills the cache, the second reads from it."""
    assert exported(program, library) == exported(program, library)
