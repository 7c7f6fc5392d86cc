"""`tuireader list`: the papers of folders, in forms that people and programs read."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.digests import write_note, write_plain
from tests.program import Program


@pytest.fixture
def library(folder: Path) -> Path:
    """A folder with two papers, one of them in two digests."""
    write_plain(folder)
    write_note(folder)
    return folder


def test_a_paper_of_two_digests_is_listed_once(program: Program, library: Path) -> None:
    done = program.run("list", library)
    assert (done.code, done.err) == (0, "")
    assert done.lines == [
        "2024-08-30\tAttention Is All You Need\t#attention #machine-translation",
        "2024-08-30\tScaling Laws for Neural Language Models\t#scaling_law #llm",
    ]


def test_count_prints_the_number_alone(program: Program, library: Path) -> None:
    assert program.run("list", "--count", library).out == "2\n"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("#machine_translation", 1),
        ("-#attention", 1),
        ("tag:llm attention", 0),
        ("거듭제곱", 1),
        ("date:2017-06", 1),
    ],
)
def test_queries_filter_as_on_the_screen(
    program: Program, library: Path, query: str, count: int
) -> None:
    assert program.run("list", "--count", "-q", query, library).out == f"{count}\n"


def test_a_query_that_means_nothing_is_wrong_usage(
    program: Program, library: Path
) -> None:
    done = program.run("list", "-q", "date:someday", library)
    assert (done.code, done.out) == (2, "")
    assert "date:someday" in done.err


def test_urls_name_the_searches_among_them(program: Program, library: Path) -> None:
    done = program.run("list", "--format", "urls", library)
    assert done.lines[0] == "https://arxiv.org/abs/1706.03762"
    assert done.lines[1].startswith("https://arxiv.org/search/?query=Scaling+Laws")
    assert "1 of 2 papers" in done.err


def test_jsonl_holds_a_paper_with_its_texts_and_appearances(
    program: Program, library: Path
) -> None:
    done = program.run("list", "--format", "jsonl", library)
    paper = json.loads(done.lines[0])
    assert paper["key"] == "arxiv:1706.03762"
    assert paper["link_origin"] == "link of another entry of the same paper"
    assert "병렬화" in paper["commentary"]
    assert paper["references"] == ["1512.03385"]
    assert [place["date"] for place in paper["appearances"]] == [
        "2024-08-30", "2017-06-12",
    ]  # fmt: skip


def test_a_reader_that_has_seen_enough_is_no_failure(
    program: Program, folder: Path
) -> None:
    """As with `| head`: nothing on standard error, not even from Python's own exit."""
    text = "\n".join(f"Paper number {n}\n(Ada Author)\n#tag\n" for n in range(4000))
    (folder / "many.txt").write_text(f"2024년 1월 2일\n{text}")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*program.command, "list", str(folder)],
        stdout=writing, stderr=subprocess.PIPE, env=program.environment, check=False,
    )  # fmt: skip
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_full_disk_behind_the_output_is_a_failure(
    program: Program, library: Path
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program.command, "list", str(library)],
            stdout=full, stderr=subprocess.PIPE, env=program.environment, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode() == "tuireader: No space left on device\n"
