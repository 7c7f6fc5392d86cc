"""Reads many files, a batch at a time: the bytes of all, then what they say.

Each call into the system leaves the processor cold for what comes after it; bytes and
parsing taken in turns, file by file, cost a fifth more than batches do.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tuireader.domain.entry import Problem
from tuireader.library.files import Fingerprint, Root, Skipped
from tuireader.library.reading import (
    Content,
    Reading,
    UnreadableError,
    read_content,
    read_record,
)
from tuireader.library.report import CancelledError, Meter

_FILES = 64
"""Files of a batch."""
_BYTES = 1024 * 1024
"""Bytes after which a batch is full before that."""


class ReadFiles(NamedTuple):
    """What became of many files."""

    readings: list[Reading]
    skipped: list[Skipped]
    """Those that could not be read now."""


class BatchReader:
    """Reads files of some roots and keeps the failures to themselves."""

    def __init__(
        self, roots: Sequence[Root], meter: Meter, cancelled: Callable[[], bool]
    ) -> None:
        self._roots = roots
        self._meter = meter
        self._cancelled = cancelled

    def read(
        self, files: Sequence[Fingerprint], hashes: Mapping[tuple[int, str], str]
    ) -> ReadFiles:
        """Read `files`, in order.

        Args:
            files: The files.
            hashes: Hashes of what some held before, by root and path.

        Raises:
            CancelledError: It was cancelled.
        """
        read = ReadFiles([], [])
        odd = 0
        self._meter.stage("reading", len(files))
        for done, batch in self._batches(files, read.skipped):
            for content in batch:
                known = hashes.get(content[0][:2], "") if hashes else ""
                try:
                    reading = read_record(content, known)
                except Exception as error:  # noqa: BLE001  one must not stop the others
                    read.skipped.append(_failed(content, error))
                    continue
                read.readings.append(reading)
                record = reading[1]
                odd += record is not None and "problems" in record
            self._meter.count(done, len(files), odd + len(read.skipped))
        return read

    def _batches(
        self, files: Sequence[Fingerprint], skipped: list[Skipped]
    ) -> Iterator[tuple[int, list[Content]]]:
        """Yield the bytes of files, a batch at a time, and how many were looked at."""
        batch: list[Content] = []
        size = done = 0
        for done, found in enumerate(files, 1):
            if self._cancelled():
                raise CancelledError
            try:
                content = read_content(self._roots[found[0]], found)
            except UnreadableError as error:
                skipped.append(Skipped(*found[:2], error.problem))
                continue
            batch.append(content)
            size += content[0][2]
            if len(batch) == _FILES or size > _BYTES:
                yield done, batch
                batch, size = [], 0
        yield done, batch


def _failed(content: Content, error: Exception) -> Skipped:
    what = f"reading it failed: {type(error).__name__}: {error}"
    problem = Problem(0, what, "left as it was; please report this file")
    return Skipped(*content[0][:2], problem)
