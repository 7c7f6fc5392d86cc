"""`tuireader doctor`, `index`, `tags` and `keys`: what the program tells of itself."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.digests import write_note, write_plain
from tests.program import Program
from tuireader.ui.keys import KEYS


@pytest.fixture
def library(folder: Path) -> Path:
    """A folder with a digest, a note, and things that are neither."""
    write_plain(folder)
    write_note(folder)
    (folder / "main.c").write_text("int main(void) { return 0; }\n")
    os.mkfifo(folder / "pipe")
    return folder


def test_doctor_tells_how_each_file_was_read(program: Program, library: Path) -> None:
    done = program.run("doctor", library)
    assert (done.code, done.err) == (0, "")
    assert done.lines[0].startswith("170612 Attention Is All You Need.md: vault (")
    assert "1 entry, utf-8" in done.lines[0]
    assert any(line.startswith("2024-08-30.txt: plain (") for line in done.lines)
    assert any(line.startswith("pipe: a pipe") for line in done.lines)
    assert "3 entries" in done.lines[-2]
    assert done.lines[-1].startswith("2 arXiv ids in the texts, 2 (100.0%)")


def test_doctor_names_the_lines_of_problems(program: Program, folder: Path) -> None:
    (folder / "240102 A note.md").write_text("https://example.org/post\n\n글입니다.\n")
    done = program.run("doctor", "--odd", folder)
    assert done.lines[1].startswith("  line ")


def test_doctor_in_json_holds_the_same(program: Program, library: Path) -> None:
    found = json.loads(program.run("doctor", "--json", library).out)
    formats = {file["source"]: file["format"] for file in found["files"]}
    assert formats["2024-08-30.txt"] == "plain"
    assert found["totals"]["entries"] == 3
    assert [skipped["source"] for skipped in found["skipped"]].count("pipe") == 1


def test_index_reads_only_what_changed(program: Program, library: Path) -> None:
    first = program.run("index", library).lines
    second = program.run("index", library).lines
    (library / "2024-08-30.txt").unlink()
    third = program.run("index", library).lines
    assert first[0] == "3 files: 3 read, 0 unchanged, 0 removed"
    assert second[0] == "3 files: 0 read, 3 unchanged, 0 removed"
    assert third[0] == "2 files: 0 read, 2 unchanged, 1 removed"
    assert [lines[1] for lines in (first, second, third)] == [
        "2 papers", "2 papers", "1 paper",
    ]  # fmt: skip


def test_tags_are_counted_over_their_spellings(program: Program, library: Path) -> None:
    done = program.run("tags", library)
    assert [line.split() for line in done.lines] == [
        ["1", "attention"], ["1", "llm"], ["1", "Machine_Translation"],
        ["1", "scaling_law"],
    ]  # fmt: skip
    (record, *_) = program.run("tags", "--json", "-q", "#llm", library).lines
    assert json.loads(record) == {"tag": "llm", "label": "llm", "papers": 1}


def test_keys_are_those_of_the_screen(program: Program) -> None:
    done = program.run("keys", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in done.lines] == [key.id for key in KEYS]
    assert all(key.words in program.run("keys").out for key in KEYS[:3])


def test_keys_are_told_as_they_are_configured(program: Program) -> None:
    (program.home / "config.toml").write_text('keys = { copy = "C", star = "c,f2" }\n')
    lines = {line.split()[0]: line.split()[1:] for line in program.run("keys").lines}
    assert lines["copy"][0] == "C"
    assert lines["star"][:2] == ["c", "f2"]
    assert lines["catch-up"][0] == "all", "its key was given away"
    records = map(json.loads, program.run("keys", "--format", "jsonl").lines)
    assert {each["id"]: each["keys"] for each in records}["copy"] == ["C"]
    assert "| `C` | copy" in program.run("keys", "--format", "markdown").out


def test_keys_are_told_where_the_configuration_is_wrong(program: Program) -> None:
    """It is there that one looks up how they are called."""
    (program.home / "config.toml").write_text('keys = { fly = "C" }\n')
    done = program.run("keys")
    assert "'fly'" in done.err
    assert any(line.split()[:2] == ["copy", "y"] for line in done.lines)
