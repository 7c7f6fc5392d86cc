"""Puts bodies in their places and writes tables: what was touched, and only that."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuireader.domain.catalogue import Shard
from tuireader.store.atomic import write_files
from tuireader.store.body_file import BodyFile
from tuireader.store.catalogue_file import stamp
from tuireader.store.digests import (
    PREFIX,
    CacheDamagedError,
    DigestTables,
    StoredDigest,
    header,
    old_bodies,
    places_of,
)
from tuireader.store.storage import FolderStorage


@dataclass(frozen=True, slots=True)
class SettledShard:
    """A table whose bodies have their places."""

    table: str
    digests: Sequence[StoredDigest]
    file: BodyFile
    changed: bool = False
    """Whether the table differs from the one on disk."""
    bodies: Sequence[bytes] | None = None
    """What that file is to hold; None where it is on disk."""


def settle(tables: DigestTables, folder: Path) -> list[SettledShard]:
    """Return the tables in order of name, the places of their bodies filled in.

    Args:
        tables: The digests; their records are changed.
        folder: Where the bodies of the digests are that were not read now.

    Raises:
        CacheDamagedError: Those bodies are not what they were, or cannot be read.
    """
    members: dict[str, list[StoredDigest]] = {}
    for digest in tables.in_order():
        members.setdefault(digest.table, []).append(digest)
    return [
        _settled(table, members[table], folder, tables.files.get(table))
        if table in tables.touched
        else SettledShard(table, members[table], tables.files[table])
        for table in sorted(members)
    ]


def write_shards(shards: Sequence[SettledShard], folder: Path) -> None:
    """Write the tables that were touched, bodies first, and drop those that are empty.

    Raises:
        OSError: Something could not be written; each file is old or new, never between.
    """
    bodies = {s.file.name: s.bodies for s in shards if s.bodies is not None}
    if bodies:
        write_files(folder, bodies)
    # A table replaced whole is TinyDB's own form of it, written in one go: its methods
    # copy every document, which would be a third of the time that storing takes.
    storage = FolderStorage(folder, deferred=True)
    stored = storage.read()
    for gone in stored.keys() - {shard.table for shard in shards}:
        if gone.startswith(PREFIX):
            del stored[gone]
    for shard in shards:
        if shard.changed:
            stored[shard.table] = _table(shard)
    storage.flush()
    storage.close()


def _table(shard: SettledShard) -> dict[str, Any]:
    """Return a table as TinyDB stores it: documents under their numbers from 1."""
    records = [digest.record for digest in shard.digests]
    numbers = map(str, range(1, len(records) + 2))
    return dict(zip(numbers, [header(shard.file), *records], strict=True))


def table_stamps(shards: Sequence[SettledShard], folder: Path) -> tuple[Shard, ...]:
    """Return the stamps of the files of tables.

    Raises:
        OSError: One is not there.
    """
    return tuple(stamp(folder, f"{shard.table}.json") for shard in shards)


def body_stamps(shards: Sequence[SettledShard], folder: Path) -> tuple[Shard, ...]:
    """Return the stamps of the files of bodies.

    Raises:
        OSError: One is not there.
    """
    return tuple(stamp(folder, shard.file.name) for shard in shards)


def contents(shards: Sequence[SettledShard], folder: Path) -> list[bytes]:
    """Return the bodies of all tables.

    Raises:
        CacheDamagedError: Some are not what they were, or cannot be read.
    """
    return [
        old_bodies(shard.file, folder)
        if shard.bodies is None
        else b"".join(shard.bodies)
        for shard in shards
    ]


def _settled(
    table: str, digests: list[StoredDigest], folder: Path, old: BodyFile | None
) -> SettledShard:
    before = b""
    if old is not None and any(digest.bodies is None for digest in digests):
        before = old_bodies(old, folder)
    pieces: list[bytes] = []
    end = 0
    for digest in digests:
        bodies = digest.bodies
        if bodies is None:
            bodies = digest.bodies = _bodies(digest, before)
        places: list[int] = []
        for body in bodies:
            places += end, len(body)
            end += len(body)
        digest.record["places"] = places
        pieces += bodies
    file = BodyFile.of(table.removeprefix(PREFIX), pieces)
    kept = file == old and file.is_intact(folder)
    return SettledShard(
        table, digests, file, changed=True, bodies=None if kept else pieces
    )


def _bodies(digest: StoredDigest, before: bytes) -> list[bytes]:
    """Return the bodies of a digest from those of its table."""
    places = places_of(digest.record)
    if any(offset < 0 or offset + length > len(before) for offset, length in places):
        raise CacheDamagedError(f"{digest.table}: a body stands outside its file")
    return [before[offset : offset + length] for offset, length in places]
