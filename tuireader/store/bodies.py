"""The long texts of entries: files of their own, read a piece at a time."""

from collections.abc import Sequence
from typing import Protocol


class Bodies(Protocol):
    """Where the long texts of a catalogue's entries are."""

    def read(self, shard: int, offset: int, length: int) -> str:
        """Return one body; empty or mangled where its file was damaged meanwhile."""


class HeldBodies:
    """Bodies in memory."""

    def __init__(self, shards: Sequence[bytes] = ()) -> None:
        self._shards = shards

    def read(self, shard: int, offset: int, length: int) -> str:
        """Return one body."""
        return self._shards[shard][offset : offset + length].decode("utf-8", "replace")
