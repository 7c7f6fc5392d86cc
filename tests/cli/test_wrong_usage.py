"""What was asked wrongly, or of closed streams, is answered in one clear line."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.digests import write_plain
from tests.program import Program


@pytest.mark.parametrize(
    "arguments", ["mark note 2401.00001", "mark star -", "state import -"]
)
def test_a_closed_standard_input_is_said(program: Program, arguments: str) -> None:
    """Not taken for an empty one: an empty note would drop the one there is."""
    line = f"{' '.join(program.command)} {arguments} <&-"
    done = subprocess.run(
        ["sh", "-c", line],
        env=program.environment,
        cwd=program.home,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "tuireader: standard input is closed\n"


@pytest.mark.parametrize("command", ["list", "export", "tags"])
def test_an_option_without_its_value_leads_to_its_command(
    program: Program, command: str
) -> None:
    done = program.run(command, "-q")
    assert done.code == 2
    assert done.err.endswith(f"; see `tuireader {command} --help`\n")


def test_a_misspelt_command_is_named_without_a_terminal(program: Program) -> None:
    done = program.run("lst")
    assert done.code == 2
    assert "did you mean 'list'?" in done.err


def test_an_action_that_there_is_not_is_answered_with_those_that_are(
    program: Program,
) -> None:
    done = program.run("mark", "like", "2401.00001")
    assert done.code == 2
    assert "Invalid value for 'ACTION': 'like' is not one of 'read'" in done.err


def test_what_cannot_be_written_is_called_by_its_own_name(
    program: Program, tmp_path: Path
) -> None:
    wanted = tmp_path / "nowhere" / "state.jsonl"
    done = program.run("state", "export", wanted)
    assert done.code == 1
    assert done.err == f"tuireader: {wanted}: No such file or directory\n"


@pytest.mark.parametrize("arguments", ["export", "merge /dev/null -o"])
def test_what_names_no_file_is_not_written_to(program: Program, arguments: str) -> None:
    done = program.run("state", *arguments.split(), "")
    assert done.code == 2
    assert done.err == "tuireader: an empty path names no file\n"


@pytest.mark.parametrize("path", [".", "/"])
def test_a_folder_is_no_file_to_write(program: Program, path: str) -> None:
    done = program.run("state", "export", path)
    assert (done.code, done.err) == (2, f"tuireader: {path} names no file\n")


@pytest.mark.parametrize("command", ["list", "export", "index", "doctor", "tags"])
def test_help_says_what_is_read_without_a_path(program: Program, command: str) -> None:
    shown = " ".join(program.run(command, "--help").out.split())
    assert "without one the configured folders are read, else the bundled" in shown


def test_no_help_is_cut_short(program: Program) -> None:
    for command in ([], ["searches"], ["state"], ["config"]):
        assert "..." not in program.run(*command, "--help").out.split("Commands:")[1]


def test_a_folder_for_a_configuration_is_said(program: Program, folder: Path) -> None:
    write_plain(folder)
    (program.home / "config.toml").mkdir()
    done = program.run("list", folder)
    assert done.code == 2
    assert done.err.endswith("config.toml: a folder, not a configuration file\n")
