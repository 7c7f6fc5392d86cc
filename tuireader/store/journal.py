"""The journal of the state: events since the table was written, each at once on disk.

A star costs one line, however much is starred already. Each line carries a checksum; a
last line without its end is what a killed program was writing, and was acknowledged to
nobody.
"""

import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tuireader.domain.events import Event
from tuireader.store.atomic import sync_folder
from tuireader.store.event_lines import EventError, from_line, to_line
from tuireader.store.regular import open_regular, read_all

NAME = "journal.jsonl"
VERSION = 1
_HEADER = b"tuireader-journal "


class Read(NamedTuple):
    """What was found in a journal behind the place where it had been read before."""

    events: list[Event]
    damage: str = ""
    """What is wrong with it, or empty; the events are those that are whole."""
    newer: bool = False
    """Whether a newer version of this program wrote it."""
    replaced: bool = False
    """Whether this is not the file of before, but one that was begun since."""


class Journal:
    """A journal in a folder, and how far it has been read."""

    def __init__(self, folder: Path, name: str = NAME) -> None:
        self.file = folder / name
        self._inode = 0
        self._end = 0

    @property
    def size(self) -> int:
        """Bytes of it that were read or written."""
        return self._end

    def read(self) -> Read:
        """Return what was written since it was last read.

        Raises:
            OSError: It cannot be read.
        """
        try:
            handle = open_regular(self.file)
        except FileNotFoundError:
            replaced, self._inode, self._end = self._inode != 0, 0, 0
            return Read([], replaced=replaced)
        except ValueError as error:
            return Read([], str(error))
        with handle:
            status = os.fstat(handle.fileno())
            known = (status.st_ino, self._end) == (
                self._inode,
                min(status.st_size, self._end),
            )
            replaced = not known and self._inode != 0
            if not known:
                self._inode, self._end = status.st_ino, 0
            found = _parse(read_all(handle, self._end), whole=self._end == 0)
        self._end += found.taken
        return Read(found.events, found.damage, found.newer, replaced)

    def append(self, events: Iterable[Event]) -> None:
        """Write events behind what was read, and return when they are on disk.

        The lock of the folder has to be held, and the journal read to its end.

        Raises:
            OSError: They could not be written; the journal is as it was.
        """
        content = b"".join(_line(event) for event in events)
        flags = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(self.file, flags, 0o600)
        try:
            if not self._end:
                content = _HEADER + b"%d\n" % VERSION + content
            try:
                os.ftruncate(handle, self._end)  # what a killed program left
                _write(handle, content, self._end)
                os.fsync(handle)
            except BaseException:
                os.ftruncate(handle, self._end)
                raise
            if not self._end:
                self._inode = os.fstat(handle).st_ino
                sync_folder(self.file.parent)
            self._end += len(content)
        finally:
            os.close(handle)


class _Parsed(NamedTuple):
    events: list[Event]
    taken: int
    damage: str
    newer: bool


def _parse(content: bytes, *, whole: bool) -> _Parsed:
    taken = content.rfind(b"\n") + 1
    lines = content[:taken].split(b"\n")[:-1]
    damage, newer = "", False
    if whole and lines:
        damage, newer = _check_header(lines.pop(0))
    elif whole and not _HEADER.startswith(content[: len(_HEADER)]):
        damage = "it is no journal"
    events = []
    for number, line in enumerate(lines, start=1 + whole):
        try:
            events.append(_event(line))
        except EventError as error:
            damage = damage or f"line {number}: {error}"
    return _Parsed(events, taken, damage, newer)


def _check_header(line: bytes) -> tuple[str, bool]:
    version = line.removeprefix(_HEADER)
    if version == line or not version.isdigit():
        return "it does not begin as a journal does", False
    return "", int(version[:9]) > VERSION


def _line(event: Event) -> bytes:
    line = to_line(event)
    return b"%08x %b\n" % (zlib.crc32(line), line)


def _event(line: bytes) -> Event:
    checksum, _, text = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        raise EventError("its checksum does not fit")
    return from_line(text)


def _write(handle: int, content: bytes, place: int) -> None:
    view = memoryview(content)
    while view:
        written = os.pwrite(handle, view, place)
        view, place = view[written:], place + written
