"""`tuireader mark`: done when it says so, on disk, whatever form a key has."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.digests import write_note, write_plain
from tests.program import Program

ATTENTION = "Attention Is All You Need"


@pytest.fixture
def library(folder: Path) -> Path:
    """A folder with two papers, one of them with an arXiv id."""
    write_plain(folder)
    write_note(folder)
    return folder


def listed(program: Program, library: Path, query: str) -> list[str]:
    done = program.run("list", library, "-q", query)
    assert (done.code, done.err) == (0, "")
    return [line.split("\t")[1] for line in done.lines]


def run_with(program: Program, given: str, *arguments: str | Path) -> tuple[int, str]:
    """Run with something on standard input."""
    done = subprocess.run(
        [*program.command, *map(str, arguments)],
        input=given.encode(),
        capture_output=True,
        env=program.environment,
        cwd=program.home,
        check=False,
    )
    return done.returncode, done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize(
    "key",
    [
        "1706.03762v5",
        "https://arxiv.org/abs/1706.03762",
        "title:attentionisallyouneed",
        "attention is ALL you need",
    ],
)
def test_a_paper_is_found_by_every_form_of_its_key(
    program: Program, library: Path, key: str
) -> None:
    done = program.run("mark", "star", "--in", library, key)
    assert (done.code, done.out, done.err) == (0, "starred\n", "")
    assert listed(program, library, "is:starred") == [ATTENTION]


def test_without_digests_a_key_is_enough(program: Program, library: Path) -> None:
    done = program.run("mark", "star", "1706.03762", "https://www.example.org/x/")
    assert (done.code, done.out, done.err) == (0, "2 papers starred\n", "")
    assert listed(program, library, "is:starred") == [ATTENTION]
    (line,) = program.run("state", "export").lines[:1]
    assert ["url:example.org/x"] in json.loads(line)["papers"]


def test_what_is_in_no_digest_is_marked_and_said(
    program: Program, library: Path
) -> None:
    done = program.run("mark", "read", "--in", library, "2401.00001")
    assert (done.code, done.out) == (0, "marked read\n")
    assert "arxiv:2401.00001 is in no digest here" in done.err


def test_what_is_no_key_is_refused_and_nothing_is_marked(
    program: Program, library: Path
) -> None:
    done = program.run("mark", "star", "--in", library, "1706.03762", "2401.1")
    assert (done.code, done.out) == (2, "")
    assert "'2401.1' is no arXiv id, address, key or title" in done.err
    assert listed(program, library, "is:starred") == []
    assert "use --in PATH" in program.run("mark", "star", ATTENTION).err


def test_each_mark_and_its_opposite(program: Program, library: Path) -> None:
    def mark(*arguments: str) -> None:
        done = program.run("mark", arguments[0], "1706.03762", *arguments[1:])
        assert (done.code, done.err) == (0, "")

    for do, undo, state in (
        ("read", "unread", "is:read"),
        ("star", "unstar", "is:starred"),
        ("queue", "unqueue", "is:queued"),
    ):
        mark(do)
        assert ATTENTION in listed(program, library, state)
        mark(undo)
        assert ATTENTION not in listed(program, library, state)
    mark("tag", "--tag", "#Mine", "-t", "other one")
    assert listed(program, library, "#mine #other-one") == [ATTENTION]
    assert "1  Mine" in program.run("tags", library).out
    mark("untag", "--tag", "mine")
    assert listed(program, library, "#mine") == []
    mark("note", "--text", "read again\nin spring")
    assert listed(program, library, "is:noted") == [ATTENTION]
    mark("note", "--text", "")
    assert listed(program, library, "is:noted") == []


def test_notes_and_keys_come_from_standard_input(
    program: Program, library: Path
) -> None:
    assert run_with(program, "한글\n메모\n", "mark", "note", "1706.03762") == (
        0, "noted\n",
    )  # fmt: skip
    assert "한글\\n메모" in program.run("state", "export").out
    keys = "\n".join(program.run("list", "--format", "urls", library).lines[:1])
    assert run_with(program, f"{keys}\n\n", "mark", "queue", "-") == (0, "queued\n")
    assert listed(program, library, "is:queued") == [ATTENTION]


@pytest.mark.parametrize(
    "arguments",
    [
        ["star"], ["stars", "1706.03762"], ["star", "1706.03762", "--text", "x"],
        ["tag", "1706.03762"], ["star", "1706.03762", "--tag", "x"], ["note", "-"],
        ["tag", "1706.03762", "--in", "nowhere", "-t", "x"],
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_wrong_usage(
    program: Program, arguments: list[str]
) -> None:
    done = program.run("mark", *arguments)
    assert done.code in {1, 2}
    assert len(done.complaints) == 1
    assert not (program.home / "state").exists()


def test_marking_again_changes_nothing(program: Program) -> None:
    program.run("mark", "star", "1706.03762")
    journal = (program.home / "state" / "journal.jsonl").read_bytes()
    assert program.run("mark", "star", "1706.03762").out == "nothing to change\n"
    assert (program.home / "state" / "journal.jsonl").read_bytes() == journal


def test_what_cannot_be_kept_fails(program: Program) -> None:
    (program.home / "state").write_text("in the way")
    done = program.run("mark", "star", "1706.03762")
    assert (done.code, done.out) == (1, "")
    assert "state" in done.err
    assert (program.home / "state").read_text() == "in the way"


def test_a_note_of_any_bytes_is_safe(program: Program) -> None:
    program.run("mark", "note", "1706.03762", "--text", "\x1b]0;x\x07 \u202egnp")
    done = program.run("state", "export")
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
