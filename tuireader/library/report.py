"""What a refresh tells: while it runs, and when it is done."""

import time
from collections.abc import Callable
from typing import NamedTuple

from tuireader.domain.entry import Problem
from tuireader.library.library import Library

_INTERVAL = 0.05
"""Seconds between reports of progress: more often nobody sees."""


class CancelledError(Exception):
    """Whoever asked for a refresh does not want it any more."""


class Progress(NamedTuple):
    """How far a refresh has come."""

    done: int
    """Files dealt with."""
    total: int
    """Files to deal with; 0 while they are being looked for."""
    problems: int
    """Files with problems among those."""
    stage: str
    """What is being done: `scanning`, `reading` or `storing`."""


class FileProblems(NamedTuple):
    """What is odd about one file."""

    source: str
    """Its path relative to the library folder that holds it, safe to show."""
    problems: tuple[Problem, ...]


class Report(NamedTuple):
    """What a refresh did."""

    files: int = 0
    """Files that were found."""
    read: int = 0
    """Files whose digest was read, because they are new or changed."""
    unchanged: int = 0
    """Files that hold what they held before."""
    removed: int = 0
    """Files known before that are gone."""
    problems: tuple[FileProblems, ...] = ()
    """Of all files, whether read now or before, by source."""
    messages: tuple[str, ...] = ()
    """What concerns the library as a whole, a line each."""
    cancelled: bool = False
    """Whether it was stopped; then nothing was stored, and the library is the old."""


class Loaded(NamedTuple):
    """The outcome of a refresh."""

    library: Library
    """The same object as before where nothing changed."""
    report: Report


class Meter:
    """Reports progress, but not more often than it can be seen."""

    def __init__(self, report: Callable[[Progress], None] | None) -> None:
        self._report = report
        self._due = 0.0

    def stage(self, stage: str, total: int = 0) -> None:
        """Report that a stage begins."""
        if self._report is not None:
            self._report(Progress(0, total, 0, stage))
        self._due = time.monotonic() + _INTERVAL

    def count(self, done: int, total: int, problems: int) -> None:
        """Report how far reading has come, if a report is due or it is done.

        Args:
            done: Files that were read.
            total: Files to be read.
            problems: Odd things in those, and files that were skipped.
        """
        if self._report is None:
            return
        if done == total or time.monotonic() >= self._due:
            self._report(Progress(done, total, problems, "reading"))
            self._due = time.monotonic() + _INTERVAL
