"""Where there is no home, or a wrong one, digests are read all the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.digests import write_plain
from tests.program import Program

# Never the tester's own files, which these would lead to.
WITHOUT = ("env", "-u", "TUIREADER_CACHE_DIR", "-u", "TUIREADER_CONFIG")


@pytest.mark.threat("T26")
@pytest.mark.parametrize(
    "home",
    [
        ("HOME=/proc/nowhere",),
        ("HOME=/dev/null",),
        ("HOME=",),
        ("HOME=relative",),
        ("HOME=/proc/nowhere", "XDG_CACHE_HOME=relative"),
        ("HOME=/proc/nowhere", "XDG_CACHE_HOME=/dev/null/caches"),
        ("HOME=/proc/nowhere", "XDG_CONFIG_HOME=/dev/null"),
        ("TUIREADER_CACHE_DIR=/dev/null",),
        ("TUIREADER_CACHE_DIR=~nobody-of-this-name/x", "HOME=/proc/nowhere"),
        ("TUIREADER_STATE_DIR=~nobody-of-this-name/x", "HOME=/proc/nowhere"),
    ],
    ids=" ".join,
)
def test_it_lists_without_a_home(
    program: Program, folder: Path, home: tuple[str, ...]
) -> None:
    write_plain(folder)
    program = replace(program, command=(*WITHOUT, *home, *program.command))
    done = program.run("list", "--count", folder)
    assert (done.code, done.out) == (0, "2\n"), done.err
    assert "defect" not in done.err
    assert len(done.complaints) <= 1
