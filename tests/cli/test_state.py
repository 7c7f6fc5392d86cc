"""`tuireader state`: what is marked, and its way from one machine to another."""

import json
import sys
from pathlib import Path

import pytest

from tests.program import Program


def machine(tmp_path: Path, name: str) -> Program:
    """A program on a machine of its own."""
    home = tmp_path / name
    home.mkdir()
    return Program(home)


def exported(program: Program) -> list[str]:
    done = program.run("state", "export")
    assert (done.code, done.err) == (0, "")
    return done.lines


def test_nothing_is_marked_yet(program: Program) -> None:
    done = program.run("state")
    assert (done.code, done.err) == (0, "")
    assert "starred   0" in done.lines
    assert not (program.home / "state").exists()


def test_the_overview_counts(program: Program) -> None:
    program.run("mark", "star", "2401.00001", "2401.00002")
    program.run("mark", "tag", "2401.00002", "-t", "Mine")
    program.run("mark", "read", "2401.00003")
    program.run("mark", "queue", "2401.00003")
    lines = program.run("state").lines
    assert lines[0] == f"folder    {program.home / 'state'}"
    assert lines[1:9] == [
        "writable  yes", "papers    3", "read      1", "unread    0", "starred   2",
        "queued    1", "noted     0", "tags      #Mine 1",
    ]  # fmt: skip
    found = json.loads(program.run("state", "--json").out)
    assert (found["starred"], found["tags"]) == (2, {"Mine": 1})


def test_two_machines_merge_in_any_order_and_twice(tmp_path: Path) -> None:
    one, two = machine(tmp_path, "one"), machine(tmp_path, "two")
    one.run("mark", "star", "2401.00001")
    one.run("mark", "note", "2401.00002", "--text", "from one")
    two.run("mark", "queue", "2401.00001", "2401.00003")
    two.run("mark", "note", "2401.00002", "--text", "from two, later")
    for program in (one, two):
        assert program.run("state", "export", program.home / "events").code == 0
    files = [one.home / "events", two.home / "events"]
    found = set()
    for number, order in enumerate(((*files, files[0]), files[::-1])):
        third = machine(tmp_path, f"third {number}")
        assert third.run("state", "import", *order).code == 0
        found.add(tuple(exported(third)))
        merged = one.run("state", "merge", *order)
        assert tuple(merged.lines) == tuple(exported(third))
    assert len(found) == 1
    assert one.run("state", "import", files[1]).out == "3 of 3 events new\n"
    assert one.run("state", "import", files[1]).out == "0 of 3 events new\n"
    assert two.run("state", "import", files[0]).code == 0
    assert exported(one) == exported(two) == list(found.pop())
    assert "from two" in one.run("state", "export").out


def test_what_another_tuireader_keeps_can_be_taken_as_it_is(tmp_path: Path) -> None:
    one, two = machine(tmp_path, "one"), machine(tmp_path, "two")
    one.run("mark", "star", "2401.00001")
    journal = one.home / "state" / "journal.jsonl"
    assert two.run("state", "import", journal).out == "1 of 1 event new\n"
    fold = "from tuireader.store.state import State; State.open().tidy(always=True)"
    Program(one.home, (sys.executable, "-c", fold)).run()
    table = one.home / "state" / "state.json"
    assert two.run("state", "import", table).out == "0 of 1 event new\n"
    assert exported(one) == exported(two)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not events\n", "x:1: it is no JSON"),
        (b'{"id":"a","time":1,"kind":"star"}\n', "x:1: it names no papers"),
        (b"\xff\xfe", "x:1"),
        (b'{"about":{"1":{"tuireader-state":9}},"papers":{}}', "newer"),
        (b'{"about":{}}', "not what this program wrote"),
    ],
)
def test_what_is_no_events_is_refused_whole(
    program: Program, content: bytes, said: str
) -> None:
    program.run("mark", "star", "2401.00001")
    good = exported(program)[0].encode()
    program.run("mark", "unstar", "2401.00001")
    before = exported(program)
    (program.home / "x").write_bytes(content)
    (program.home / "good").write_bytes(good)
    done = program.run("state", "import", "good", "x")
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert "nothing was taken" in done.err
    assert exported(program) == before


def test_a_missing_file_is_named(program: Program) -> None:
    done = program.run("state", "import", "nowhere.jsonl")
    assert (done.code, done.out) == (1, "")
    assert "nowhere.jsonl" in done.err


def test_a_newer_state_is_shown_and_not_changed(program: Program) -> None:
    folder = program.home / "state"
    folder.mkdir()
    content = (
        b'{"about":{"1":{"tuireader-state":7,"crc32":"00000000"}},"papers":'
        b'{"1":{"keys":["arxiv:2401.00001"],"star":[5,"a",true]}}}\n'
    )
    (folder / "state.json").write_bytes(content)
    assert "starred   1" in program.run("state").lines
    assert "writable  no" in program.run("state").lines
    done = program.run("mark", "star", "2401.00002")
    assert (done.code, done.out) == (1, "")
    assert "newer tuireader" in done.err
    assert (folder / "state.json").read_bytes() == content
    assert len(exported(program)) == 1


def test_damage_is_said_once_and_kept(program: Program) -> None:
    program.run("mark", "star", "2401.00001")
    (program.home / "state" / "state.json").write_bytes(b"scribble")
    done = program.run("mark", "star", "2401.00002")
    assert done.code == 0
    assert "was damaged" in done.err
    (kept,) = (program.home / "state").glob("state.json.damaged-*")
    assert kept.read_bytes() == b"scribble"
    again = program.run("state")
    assert again.err == ""
    assert "starred   2" in again.lines


def test_the_export_of_papers_is_as_it_was(program: Program, folder: Path) -> None:
    """Records of papers are of the digests alone."""
    (folder / "240830 A.md").write_text("https://arxiv.org/abs/2401.00001\n\n가.\n")
    before = [program.run("export", folder).out, program.run("list", folder).out]
    program.run("mark", "tag", "2401.00001", "-t", "mine")
    program.run("mark", "star", "2401.00001")
    after = [program.run("export", folder).out, program.run("list", folder).out]
    assert after == before
