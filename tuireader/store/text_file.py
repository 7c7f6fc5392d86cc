"""Folded texts of a shard in a file beside its bodies: what a search reads.

The file is derived from the bodies, named like them and never changed; without it the
texts are folded anew. It is read a piece at a time, so that a search of a hundred
thousand papers holds none of them in memory.
"""

import os
import sys
import unicodedata
import weakref
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tuireader.store.atomic import write_files

_KIND = f"{sys.byteorder}{array('I').itemsize} {unicodedata.unidata_version}"
"""What else folds or stores differently."""
_HEADER = "tuireader-texts 1"
_PIECE = 1 << 20


class Texts(Protocol):
    """Texts one after another; places are counted in bytes from where they begin."""

    @property
    def ends(self) -> Sequence[int]:
        """Where each ends, and the next begins."""

    def read(self, start: int, end: int) -> bytes:
        """Return what stands between two places.

        Raises:
            OSError: The disk does not give it.
        """


class HeldTexts:
    """Texts in memory, for when there is no file."""

    def __init__(self, content: bytes, ends: Sequence[int]) -> None:
        self._content = content
        self.ends = ends

    def read(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""
        return self._content[start:end]


class FileTexts:
    """Texts in a file that stays open, also when its name is gone."""

    def __init__(self, path: Path) -> None:
        """Open the file and look through it once.

        Raises:
            OSError: It is missing or cannot be read.
            ValueError: It is not what `write_texts` wrote here.
        """
        self._handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._handle)
        line, _, _rest = os.pread(self._handle, 200, 0).partition(b"\n")
        count, checksum = _read_header(line)
        ends: array[int] = array("I")
        start = len(line) + 1
        self._base = start + count * ends.itemsize
        if not start <= self._base <= os.fstat(self._handle).st_size:
            raise ValueError(f"{path.name} was damaged")  # before so much is asked for
        ends.frombytes(os.pread(self._handle, count * ends.itemsize, start))
        self.ends: Sequence[int] = ends
        if len(ends) != count or self._checksum(start) != checksum:
            raise ValueError(f"{path.name} was damaged")

    def read(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""
        return os.pread(self._handle, end - start, self._base + start)

    def _checksum(self, start: int) -> int:
        found = 0
        while piece := os.pread(self._handle, _PIECE, start):
            found = zlib.crc32(piece, found)
            start += len(piece)
        return found


def write_texts(path: Path, content: bytes, ends: "array[int]") -> None:
    """Write folded texts.

    Args:
        path: The file; its folder has to exist.
        content: The texts one after another, as UTF-8.
        ends: Where in `content` each ends.

    Raises:
        OSError: They could not be written.
    """
    places = ends.tobytes()
    checksum = zlib.crc32(content, zlib.crc32(places))
    header = f"{_HEADER} {_KIND} {len(ends)} {checksum:08x}\n".encode()
    write_files(path.parent, {path.name: [header, places, content]})


def _read_header(line: bytes) -> tuple[int, int]:
    head, _, numbers = line.decode("ascii").partition(f"{_KIND} ")
    if head != f"{_HEADER} ":
        raise ValueError("texts of another version")
    count, checksum = numbers.split(" ")
    return int(count), int(checksum, 16)
