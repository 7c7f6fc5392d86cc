"""Which of its faces the program shows, and that it never hangs without a terminal."""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.digests import write_note, write_plain
from tests.program import Program
from tests.terminal.terminal import Terminal
from tuireader import __version__

ESCAPE = b"\x1b"


def session(program: Program, *arguments: str, cwd: Path | None = None) -> Terminal:
    """Start the program in a terminal."""
    where = ["env", f"--chdir={cwd or program.home}"]
    return Terminal([*where, *program.command, *arguments], program.environment)


def test_the_screen_opens_on_the_folder_named(program: Program, folder: Path) -> None:
    write_note(folder)
    with session(program, str(folder)) as shown:
        shown.wait_for("Attention Is All You Need")
        shown.send("q")
        assert shown.wait_exit() == 0


def test_without_a_path_the_samples_open_and_a_line_says_so(program: Program) -> None:
    with session(program) as shown:
        shown.wait_for("DeepSeek-R1")
        shown.wait_for("bundled samples")
        shown.send("q")
        assert shown.wait_exit() == 0


def test_without_a_path_the_configured_folders_open(
    program: Program, folder: Path
) -> None:
    write_note(folder)
    (program.home / "config.toml").write_text(f'paths = ["{folder}"]\n')
    assert program.run("list", "--count").out == "1\n"
    assert program.run("config", "paths").lines == [str(folder)]


@pytest.mark.parametrize("arguments", [("./list",), ("--", "list")])
def test_a_folder_named_like_a_command_can_be_opened(
    program: Program, folder: Path, arguments: tuple[str, ...]
) -> None:
    named = folder / "list"
    named.mkdir()
    write_note(named)
    with session(program, *arguments, cwd=folder) as shown:
        shown.wait_for("Attention Is All You Need")
        shown.send("q")
        assert shown.wait_exit() == 0


@pytest.mark.threat("T41")
def test_without_a_terminal_it_refuses_at_once(program: Program, folder: Path) -> None:
    write_plain(folder)
    started = time.monotonic()
    done = program.run(folder)
    assert (done.code, done.out) == (2, "")
    assert "needs a terminal" in done.err
    assert ESCAPE.decode() not in done.err
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_every_stream_has_to_be_a_terminal(
    program: Program, folder: Path, stream: str
) -> None:
    redirection = {"stdin": "</dev/null", "stdout": "| cat", "stderr": "2>/dev/null"}
    command = f"set -o pipefail; {' '.join(program.command)} {folder}"
    with Terminal(
        ["bash", "-c", f"{command} {redirection[stream]}"], program.environment
    ) as shown:
        assert shown.wait_exit() == 2
        assert ESCAPE not in shown.raw


@pytest.mark.threat("T43")
def test_a_dumb_terminal_is_refused_with_a_hint(program: Program, folder: Path) -> None:
    write_plain(folder)
    with session(replace(program, extra={"TERM": "dumb"}), str(folder)) as shown:
        assert shown.wait_exit() == 2
        assert b"TERM=dumb" in shown.raw
        assert ESCAPE not in shown.raw


def test_a_misspelt_command_is_named_with_the_right_one(program: Program) -> None:
    with session(program, "exprot") as shown:
        assert shown.wait_exit() == 2
        assert b"did you mean 'export'" in shown.raw


@pytest.mark.parametrize(
    "arguments",
    [
        ("--wrong",),
        (".", "--wrong"),
        ("list", "--wrong"),
        ("list", "--format", "xml"),
        ("config", "wrong"),
    ],
)
def test_wrong_usage_is_a_line_and_exit_code_2(
    program: Program, arguments: tuple[str, ...]
) -> None:
    done = program.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.complaints) == 1
    assert "--help" in done.err


def test_help_names_every_command(program: Program) -> None:
    done = program.run("--help")
    assert (done.code, done.err) == (0, "")
    for name in ("list", "export", "index", "doctor", "tags", "keys", "config"):
        assert f"\n  {name} " in done.out
        assert program.run(name, "--help").code == 0


def test_version_is_the_packages(program: Program) -> None:
    assert program.run("--version").out == f"tuireader {__version__}\n"


def test_an_interrupt_ends_it_quietly(program: Program, folder: Path) -> None:
    """While it waits for a reader of its output that has stopped reading."""
    text = "\n".join(f"Paper number {n}\n(Ada Author)\n#tag\n" for n in range(4000))
    (folder / "many.txt").write_text(f"2024년 1월 2일\n{text}")
    with subprocess.Popen(
        [*program.command, "list", str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=program.environment,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        assert running.stdout.read(1)
        time.sleep(0.2)  # until the pipe is full
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 130
        assert running.stderr.read() == b""


@pytest.mark.threat("T43")
def test_it_runs_where_the_locale_has_no_korean(program: Program, folder: Path) -> None:
    write_plain(folder)
    latin = replace(program, extra={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"})
    done = latin.run("export", folder)
    assert (done.code, done.err) == (0, "")
    assert "거듭제곱" in done.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("paths = ", "not valid TOML"),
        ("paths = 3", "`paths` is a list"),
        ("path = []", "unknown setting 'path'"),
        ('[keys]\nfly = "f"', "'fly'"),
        ("keys = 3", "`[keys]`"),
        ('read = "never"', "`read` is one of 'dwell', 'leave', 'open', 'manual'"),
        ("read = []", "`read` is one of"),
        ('dwell = "long"', "`dwell` is a number of seconds"),
        ("dwell = -1", "`dwell` is a number of seconds"),
        ("dwell = nan", "`dwell` is a number of seconds"),
        ('paths = ["nowhere"]', "nowhere: no such file or folder"),
        ('paths = [""]', "`paths` is a list of texts"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_one_clear_line(
    program: Program, text: str, told: str
) -> None:
    config = program.home / "config.toml"
    config.write_text(text)
    command = "paths" if "nowhere" in text else "check"
    done = program.run("config", command)
    assert done.code == (1 if "nowhere" in text else 2)
    assert done.out == ""
    assert len(done.complaints) == 1
    assert told in done.err
    assert str(config) in done.err


@pytest.mark.threat("T10")
def test_a_defect_is_one_line_that_says_how_to_see_more(program: Program) -> None:
    code = (
        "from tuireader.cli.errors import reported\n"
        "def fail(): raise RuntimeError('\\x1b[2J oh')\n"
        "raise SystemExit(reported(fail))"
    )
    broken = replace(program, command=(sys.executable, "-c", code))
    done = broken.run()
    assert (done.code, done.out, len(done.complaints)) == (1, "", 1)
    assert "RuntimeError" in done.err
    assert ESCAPE.decode() not in done.err
    all_of_it = replace(broken, extra={"TUIREADER_TRACEBACK": "1"}).run()
    assert "Traceback" in all_of_it.err
    assert ESCAPE.decode() not in all_of_it.err
