"""What is not needed is not imported: a linter cannot see imports that happen late."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import ROOT, SAMPLES, Program

HEAVY = {
    "textual", "rich", "tinydb", "pyperclip", "yaml", "cmarkgfm", "selectolax", "httpx",
    "pylatexenc", "rapidfuzz", "click", "stringzilla",
}  # fmt: skip


def modules_after(statement: str) -> set[str]:
    """Return the modules that are loaded once `statement` has run."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "tuireader", "tuireader.__main__", "tuireader.domain", "tuireader.text",
        "tuireader.formats", "tuireader.query", "tuireader.library",
        "tuireader.library.loader", "tuireader.cli.start", "tuireader.cli.screen",
        "tuireader.ui.keys",
    ],
)  # fmt: skip
def test_what_the_first_screen_stands_on_imports_nothing_heavy(module: str) -> None:
    assert not modules_after(f"import {module}") & HEAVY


def test_the_first_screen_reads_no_query() -> None:
    """What queries are made of is imported by the first that is typed."""
    loaded = modules_after("import tuireader.ui.app")
    assert "tuireader.query" in loaded
    assert not loaded & {"tuireader.query.terms", "tuireader.query.parser"}


@pytest.mark.parametrize("command", ["list", "export", "index", "doctor", "tags"])
def test_subcommands_import_no_screen(command: str, tmp_path: Path) -> None:
    program = Program(tmp_path, (sys.executable, "-X", "importtime", "-m", "tuireader"))
    imported = program.run(command, SAMPLES).err
    assert "tuireader.cli.app" in imported
    assert "textual" not in imported
