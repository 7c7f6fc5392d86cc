"""The long texts of entries: files of their own, read a piece at a time."""

import contextlib
import os
import weakref
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tuireader.domain.catalogue import Shard
from tuireader.store.body_file import BodyFile
from tuireader.store.text_file import FileTexts, HeldTexts, Texts, write_texts

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""To open also what is no file any more, without waiting for it."""


class Bodies(Protocol):
    """Where the long texts of a catalogue's entries are; shards by their numbers."""

    def read(self, shard: int, offset: int, length: int) -> bytes:
        """Return the bytes of one body; fewer where its file was cut meanwhile.

        Args:
            shard: In which shard it is.
            offset: Bytes that stand before it.
            length: How many bytes it has.

        Raises:
            OSError: The disk does not give them.
        """

    def texts(self, shard: int) -> Texts | None:
        """Return the folded texts of a shard, if they were kept."""

    def keep_texts(self, shard: int, content: bytes, ends: "array[int]") -> Texts:
        """Keep the folded texts of a shard, where that is possible, and return them.

        Args:
            shard: Which shard they are of.
            content: One after another, as UTF-8.
            ends: Where in `content` each ends.
        """


class HeldBodies:
    """Bodies in memory, for when there is no cache."""

    def __init__(self, shards: Sequence[bytes] = ()) -> None:
        self._shards = shards

    def read(self, shard: int, offset: int, length: int) -> bytes:
        """Return the bytes of one body."""
        return self._shards[shard][offset : offset + length]

    def texts(self, shard: int) -> Texts | None:  # noqa: ARG002  the protocol's
        """Return nothing: they are kept by whoever asked."""
        return None

    def keep_texts(
        self,
        shard: int,  # noqa: ARG002  the protocol's
        content: bytes,
        ends: "array[int]",
    ) -> Texts:
        """Return the folded texts of a shard."""
        return HeldTexts(content, ends)


class FileBodies:
    """Bodies in files that stay open.

    Another program may remove the files, having written newer ones; those open here
    remain readable until this object goes.
    """

    def __init__(self, folder: Path, shards: Sequence[Shard]) -> None:
        """Open the files.

        Raises:
            OSError: One is missing or cannot be read.
            ValueError: One is not as large or as old as it should be.
        """
        self._paths = [text_path(folder, shard.file) for shard in shards]
        self._handles: list[int] = []
        weakref.finalize(self, _close, self._handles)
        for shard in shards:
            handle = os.open(folder / shard.file, _FLAGS)
            self._handles.append(handle)
            status = os.fstat(handle)
            if (status.st_size, status.st_mtime_ns) != (shard.size, shard.mtime_ns):
                raise ValueError(f"{shard.file} was changed by another program")

    def read(self, shard: int, offset: int, length: int) -> bytes:
        """Return the bytes of one body."""
        return os.pread(self._handles[shard], length, offset)

    def texts(self, shard: int) -> Texts | None:
        """Return the folded texts of a shard, if a file of this version has them."""
        with contextlib.suppress(OSError, ValueError):  # then they are folded anew
            return FileTexts(self._paths[shard])
        return None

    def keep_texts(self, shard: int, content: bytes, ends: "array[int]") -> Texts:
        """Write the folded texts of a shard, if that is possible, and return them."""
        with contextlib.suppress(OSError, ValueError):  # a full or read-only disk
            write_texts(self._paths[shard], content, ends)
            return FileTexts(self._paths[shard])
        return HeldTexts(content, ends)


def text_path(folder: Path, bodies: str) -> Path:
    """Return the file of the folded texts of a file of bodies.

    Raises:
        ValueError: The name is none of a file of bodies.
    """
    if not BodyFile.is_one(bodies):
        raise ValueError(f"{bodies!r} cannot name a file of bodies")
    return folder / f"texts{bodies.removeprefix('bodies')}"


def _close(handles: Sequence[int]) -> None:
    for handle in handles:
        os.close(handle)
