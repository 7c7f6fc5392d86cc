"""Progress while digests are read: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from tuireader.library.loader import Progress
from tuireader.text.counted import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_PATIENCE = 0.4
"""Seconds of work before a bar is shown: what is done at once needs none."""
_BETWEEN_LINES = 2.0
"""Seconds between two plain lines."""

Report = Callable[[Progress], None]


@contextmanager
def progress_shown(*, lines: bool = False) -> Iterator[Report]:
    """Show progress on standard error while the block runs.

    Args:
        lines: Whether to write plain lines where standard error is no terminal.
    """
    if sys.stderr.isatty():
        with _TerminalBar() as bar:
            yield bar
    elif lines:
        yield _PlainLines()
    else:
        yield lambda _progress: None


def spoken(progress: Progress) -> str:
    """Return how far it is, in words: `reading 1,200 of 2,477, 3 problems`."""
    words = f"{progress.stage} {progress.done:,} of {progress.total:,}"
    if progress.problems:
        words += f", {counted(progress.problems, 'problem')}"
    return words


class _PlainLines:
    """A line now and then, for logs."""

    def __init__(self) -> None:
        self._written = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._written >= _BETWEEN_LINES:
            self._written = now
            sys.stderr.write(f"{spoken(progress)}\n")
            sys.stderr.flush()


class _TerminalBar:
    """A bar that appears once the work takes noticeable time, and goes with it."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        if self._bar is None:
            if time.monotonic() - self._started < _PATIENCE:
                return
            self._bar = self._shown()
        self._bar.update(
            self._bar.task_ids[0],
            completed=progress.done,
            total=progress.total,
            description=spoken(progress),
        )

    def _shown(self) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        # Words are data here, as everywhere: no markup is read out of them.
        bar = Bar(
            BarColumn(bar_width=30),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        bar.add_task("")
        bar.start()
        return bar
