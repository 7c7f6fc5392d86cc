"""`tuireader tags`: counts, months and spellings."""

import json
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


def test_each_tag_has_a_bar_a_month(program: Program, library: Path) -> None:
    done = program.run("tags", "--timeline", library)
    assert done.lines[0] == "2  █  2024-08 to 2024-08"
    assert "1  █  llm" in done.lines
    records = [
        json.loads(line)
        for line in program.run("tags", "--timeline", "--json", library).lines
    ]
    assert all(record["months"] == {"2024-08": 1} for record in records)
    assert program.run("tags", "--timeline", "-q", "nowhere", library).out == ""


def test_suggestions_are_lines_for_the_configuration(
    program: Program, folder: Path
) -> None:
    write_plain(folder)
    text = (folder / "2024-08-30.txt").read_text()
    (folder / "2024-08-30.txt").write_text(text.replace("#llm", "#attentions"))
    done = program.run("tags", "--suggest", folder)
    assert "[aliases]" in done.lines
    line = next(line for line in done.lines if "plural" in line)
    config = program.home / "config.toml"
    config.write_text(f"[aliases]\n{line}\n")
    counted = program.run("tags", folder)
    assert "2  attention" in counted.lines
    assert program.run("list", "--count", "-q", "#attentions", folder).out == "2\n"


def test_aliases_that_are_none_are_refused(program: Program) -> None:
    config = program.home / "config.toml"
    for text in ("aliases = 3", "[aliases]\nllm = 3"):
        config.write_text(text)
        done = program.run("config", "check")
        assert done.code == 2
        assert "[aliases]" in done.err
