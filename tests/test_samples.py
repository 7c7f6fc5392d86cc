"""The bundled samples show what the program reads, and are well themselves."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import SAMPLES, Program
from tuireader.domain.identity import canonical_tag


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every entry of the samples, as `export` has it."""
    done = Program(tmp_path_factory.mktemp("home")).run("export", SAMPLES)
    assert (done.code, done.err) == (0, "")
    return [json.loads(line) for line in done.lines]


def test_there_are_digests_and_notes(entries: list[dict[str, Any]]) -> None:
    plain = {entry["source"] for entry in entries if entry["format"] == "plain"}
    notes = {entry["source"] for entry in entries if entry["format"] == "vault"}
    assert len(plain) >= 3
    assert len(notes) >= 8
    files = {path for path in SAMPLES.rglob("*") if path.is_file()}
    assert len(plain | notes) == len(files)


def test_nothing_about_them_is_odd(tmp_path: Path) -> None:
    found = json.loads(Program(tmp_path).run("doctor", "--json", SAMPLES).out)
    assert found["totals"]["problems"] == found["totals"]["skipped"] == 0
    assert found["totals"]["placed"] == found["totals"]["ids"] > 0


def test_they_hold_every_part_that_an_entry_can_have(
    entries: list[dict[str, Any]],
) -> None:
    for part in ("abstract", "references", "wikilinks", "arxiv_id"):
        assert any(entry[part] for entry in entries), part
        assert any(not entry[part] for entry in entries), part
    for part in ("title", "authors", "date", "commentary", "tags"):
        assert all(entry[part] for entry in entries), part
    assert any(entry["url"] and not entry["arxiv_id"] for entry in entries)


def test_wikilinks_lead_to_notes_that_are_there(entries: list[dict[str, Any]]) -> None:
    names = {Path(entry["source"]).stem for entry in entries}
    links = {
        link.removesuffix(".md") for entry in entries for link in entry["wikilinks"]
    }
    assert links <= names


def test_a_tag_is_spelt_in_two_ways(entries: list[dict[str, Any]]) -> None:
    spellings = {tag for entry in entries for tag in entry["tags"]}
    assert len({canonical_tag(tag) for tag in spellings}) < len(spellings)


def test_a_paper_without_link_in_a_digest_has_it_from_its_note(tmp_path: Path) -> None:
    done = Program(tmp_path).run(
        "list", "--format", "jsonl", "-q", "title:ssms", SAMPLES
    )
    (paper,) = map(json.loads, done.lines)
    assert len(paper["appearances"]) == 2
    assert paper["appearances"][0]["source"].startswith("daily/")
    assert paper["link"] == "https://arxiv.org/abs/2405.21060"
