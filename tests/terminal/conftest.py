"""Starts the reader in terminals of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.program import Program
from tests.services.conftest import Programs, display, programs
from tests.terminal.digests import write_day, write_note
from tests.terminal.hostile_shapes import write
from tests.terminal.terminal import Terminal
from tests.terminal.tmux import Tmux

__all__ = ["Opened", "Programs", "display", "programs"]

Opened = Callable[..., Terminal]
Hostile = tuple[Path, int]
"""A folder of hostile digests, and how many papers are in it."""

READER = (sys.executable, "-m", "tuireader")
_OF_THE_TESTER = ("DISPLAY", "WAYLAND_", "TMUX", "SSH_", "BROWSER", "TERM_PROGRAM")


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """A folder with one plain digest of four papers."""
    return write_day(tmp_path / "digests")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A folder with one note of a paper that has a link."""
    return write_note(tmp_path / "notes")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Hostile digests of every shape."""
    folder = tmp_path_factory.mktemp("hostile")
    written = write(folder)
    # Some payloads end lines, and so may titles and papers: what is read decides.
    command = [*READER, "list", "--count", str(folder)]
    home = {"TUIREADER_CACHE_DIR": str(tmp_path_factory.mktemp("counted"))}
    counted = subprocess.run(
        command, env=os.environ | home, capture_output=True, text=True, check=True
    )
    papers = int(counted.stdout)
    assert papers >= written * 9 // 10
    return folder, papers


@pytest.fixture
def environment(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """The environment of someone who has no desktop, no tmux and no browser.

    Python may keep what it compiles, as it does where the program is installed.
    """
    home = tmp_path / "home"
    home.mkdir()
    kept = {
        name: value
        for name, value in Program(home).environment.items()
        if not name.startswith(_OF_THE_TESTER)
    }
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):  # as readers have it
        kept.pop(name, None)
    compiled = tmp_path_factory.getbasetemp().parent / "compiled"
    return kept | {
        "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": str(compiled),
    }  # fmt: skip


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


@pytest.fixture
def tmux(environment: dict[str, str]) -> Iterator[Tmux]:
    """A tmux server of its own, with a shell in its one pane."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    # Not under the test's own folder: the name of a socket has room for 100 bytes.
    folder = tempfile.mkdtemp(prefix="tmux")
    with Tmux(os.path.join(folder, "s"), environment) as server:  # noqa: PTH118
        yield server
    shutil.rmtree(folder)
