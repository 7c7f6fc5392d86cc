"""Starts the reader in terminals of its own."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.program import Program
from tests.terminal.terminal import Terminal

Opened = Callable[..., Terminal]

READER = (sys.executable, "-m", "tuireader")
_OF_THE_TESTER = ("DISPLAY", "WAYLAND_", "TMUX", "SSH_", "BROWSER", "TERM_PROGRAM")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of someone who has no desktop, no tmux and no browser."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {
        name: value
        for name, value in Program(home).environment.items()
        if not name.startswith(_OF_THE_TESTER)
    }
    return kept | {"COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def opened(environment: dict[str, str]) -> Iterator[Opened]:
    """Open the reader on paths in a terminal; it is ended with the test."""
    with ExitStack() as terminals:

        def open_reader(
            *paths: Path, size: tuple[int, int] = (160, 45), **extra: str
        ) -> Terminal:
            command = [*READER, *map(str, paths)]
            terminal = Terminal(command, environment | extra, size)
            return terminals.enter_context(terminal)

        yield open_reader
