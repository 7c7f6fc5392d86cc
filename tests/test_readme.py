"""The README tells what is so: its commands run, its tables and its example hold."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.program import ROOT, SAMPLES, Program
from tests.terminal.terminal import Terminal
from tuireader.formats.base import Format, Source
from tuireader.ui.keys import rows, shown

README = (ROOT / "README.md").read_text()


def blocks(language: str) -> list[str]:
    """Return the code blocks of the README in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


SHELL = [line for block in blocks("sh") for line in block.splitlines()]
COMMANDS = [line for line in SHELL if line.startswith("tuireader ")]
ONE_LINERS = [line for line in SHELL if line.startswith("python3 ")]


def test_the_key_table_is_the_one_the_screen_is_bound_by(tmp_path: Path) -> None:
    table = Program(tmp_path).run("keys", "--format", "markdown").out
    assert table in README, "put the output of `tuireader keys --format markdown` there"
    assert all(f"`{shown(key.keys[0])}`" in table for key in rows())


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_runs(line: str, tmp_path: Path) -> None:
    """On the samples where it names no folder that is here."""
    program = Program(tmp_path)
    words = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {line}"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    done = program.run(*words[1:], cwd=SAMPLES.parent)
    assert done.code == 0, done.err
    assert done.out


def test_every_picture_is_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file(), path


def test_the_configuration_is_one(tmp_path: Path) -> None:
    (example,) = blocks("toml")
    (tmp_path / "config.toml").write_text(example)
    done = Program(tmp_path).run("config", "check")
    assert (done.code, done.err) == (0, "")


def test_the_example_of_a_digest_shape_is_one() -> None:
    (example,) = blocks("python")
    names: dict[str, type[Format]] = {}
    exec(example, names)  # noqa: S102 - the README's own code
    shape = names["TabFormat"]()
    source = Source("x.txt", "2017-06-12\tAttention Is All You Need\t1706.03762\n")
    (entry,) = shape.read(source).entries
    assert shape.recognise(source).score > 0
    assert (entry.date, entry.arxiv_id) == ("2017-06-12", "1706.03762")
    assert shape.recognise(Source("y.txt", "no tabs here")).score == 0


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The files of the checkout, as someone has them who just got it."""
    copy = tmp_path / "tuireader"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "__pycache__", "__snapshots__", ".*_cache", ".hypothesis"
    )
    shutil.copytree(ROOT, copy, ignore=ignored)
    return copy


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """An environment in which what is installed here stands in for the downloads."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TERM": "xterm-256color",
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it as the value of the option
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "TUIREADER_CACHE_DIR": str(tmp_path / "cache"),
        "TUIREADER_CONFIG": str(tmp_path / "config.toml"),
    }


def test_the_line_that_runs_it_opens_the_samples(
    copied: Path, offline: dict[str, str]
) -> None:
    with Terminal(
        ["bash", "-c", f"cd {copied} && {ONE_LINERS[0]}"], offline
    ) as session:
        session.wait_for("DeepSeek-R1", seconds=60)
        session.send("q")
        assert session.wait_exit() == 0


def test_the_line_that_tests_it_starts_the_tests(
    copied: Path, offline: dict[str, str]
) -> None:
    binaries = copied / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "pytest").write_text(
        f'#!/bin/sh\nexec {sys.executable} -m pytest "$@"\n'
    )
    (binaries / "pytest").chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", ONE_LINERS[1]],
        cwd=copied,
        env=offline | {"PYTEST_ADDOPTS": "--collect-only -q -p no:cacheprovider"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests/test_readme.py" in done.stdout
