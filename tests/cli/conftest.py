"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return Program(home)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty library folder."""
    made = tmp_path / "library"
    made.mkdir()
    return made
