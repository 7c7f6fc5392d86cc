"""The long texts of entries: files of their own, read a piece at a time."""

import os
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tuireader.domain.catalogue import Shard

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""To open also what is no file any more, without waiting for it."""


class Bodies(Protocol):
    """Where the long texts of a catalogue's entries are."""

    def read(self, shard: int, offset: int, length: int) -> bytes:
        """Return the bytes of one body; fewer where its file was cut meanwhile."""


class HeldBodies:
    """Bodies in memory, for when there is no cache."""

    def __init__(self, shards: Sequence[bytes] = ()) -> None:
        self._shards = shards

    def read(self, shard: int, offset: int, length: int) -> bytes:
        """Return the bytes of one body."""
        return self._shards[shard][offset : offset + length]


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


def _close(handles: Sequence[int]) -> None:
    for handle in handles:
        os.close(handle)
