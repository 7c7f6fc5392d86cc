"""The cache of one set of library paths: derived from digests, and never trusted.

It may be deleted at any time. What the first screen needs is in the catalogue; the
tables behind it are opened only when something changed.
"""

import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tuireader.domain.catalogue import Catalogue, Files, Shard
from tuireader.store.atomic import (
    clear_way,
    read_file,
    remove_files,
    sweep,
    write_files,
)
from tuireader.store.bodies import Bodies, FileBodies, HeldBodies
from tuireader.store.catalogue_file import (
    NAME,
    CatalogueDamagedError,
    StoredCatalogue,
    pack,
    stamp,
    unpack,
)
from tuireader.store.homes import expanded

if TYPE_CHECKING:
    from tuireader.store.digests import DigestTables, StoredDigest
    from tuireader.store.shards import SettledShard

Build = Callable[
    [Sequence["StoredDigest"], Sequence[int], Sequence[Shard]], tuple[Catalogue, Files]
]
"""Makes a catalogue of digests in order, the shard of each, and the shards."""

_READERS = "readers"
LOCK_SECONDS = 10.0
"""How long to wait for another program that is writing the same cache."""


class Opened(NamedTuple):
    """A catalogue with its bodies open."""

    stored: StoredCatalogue
    bodies: Bodies


def default_folder() -> Path:
    """Return the folder of all caches: `TUIREADER_CACHE_DIR`, else the system's own."""
    if chosen := os.environ.get("TUIREADER_CACHE_DIR"):
        return expanded(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("tuireader", appauthor=False)


class Cache:
    """The cache in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, roots: Sequence[str], base: Path | None = None) -> "Cache":
        """Return the cache of a set of paths.

        Args:
            roots: Real paths, in order.
            base: The folder of all caches; by default the one of this user.
        """
        return cls((base or default_folder()) / _label(roots))

    def open(self) -> Opened | None:
        """Return the catalogue as it was last written; None if there is none.

        Raises:
            CatalogueDamagedError: There is one, and it cannot be used.
        """
        try:
            try:
                return self._open()
            except FileNotFoundError:
                # Another program may have replaced catalogue and bodies between.
                return self._open()
        except (OSError, ValueError) as error:
            raise CatalogueDamagedError(str(error)) from error

    def is_current(self, opened: Opened) -> bool:
        """Tell whether the tables are still those that the catalogue was made from."""
        try:
            return all(
                stamp(self.folder, table.file) == table
                for table in opened.stored.tables
            )
        except OSError:
            return False

    def tables(self, *, verify: bool = False) -> "DigestTables":
        """Return all that is stored; nothing if there is no cache.

        Args:
            verify: Whether to look into the files of bodies too.

        Raises:
            CacheDamagedError: It is not what this version wrote.
            OSError: It cannot be read.
        """
        from tuireader.store.digests import DigestTables, old_bodies

        if not self.folder.is_dir():
            return DigestTables()
        tables = DigestTables.load(self.folder)
        for file in tables.files.values() if verify else ():
            old_bodies(file, self.folder)
        return tables

    def made_by(self) -> str:
        """Return which readers of digests filled it; empty if that is not known."""
        try:
            return read_file(self.folder / _READERS).decode()
        except (OSError, ValueError):
            return ""

    def note_maker(self, readers: str) -> None:
        """Keep which readers of digests filled it; call it while `writing`.

        Raises:
            OSError: It cannot be written.
        """
        write_files(self.folder, {_READERS: readers.encode()})

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock over reading, changing and writing the tables.

        Raises:
            OSError: The folder cannot be made or written.
            StorageBusyError: Another program is writing for too long.
        """
        from tuireader.store.locking import locked

        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        clear_way(self.folder)
        with locked(self.folder, LOCK_SECONDS):
            yield

    def write(self, tables: "DigestTables", build: Build) -> Opened:
        """Write what was touched, then the catalogue, then remove what is out of date.

        The lock has to be held. A kill at any point leaves the old catalogue with its
        bodies, or the new one.

        Raises:
            CacheDamagedError: Bodies that stay are not what they were.
            OSError: Something could not be written.
        """
        from tuireader.store import shards as sharding
        from tuireader.store.digests import CacheDamagedError

        settled = sharding.settle(tables, self.folder)
        sharding.write_shards(settled, self.folder)
        try:
            bodies = sharding.body_stamps(settled, self.folder)
        except FileNotFoundError as error:
            raise CacheDamagedError(f"{error.filename} is missing") from error
        catalogue, files = _built(tables, settled, bodies, build)
        stamps = sharding.table_stamps(settled, self.folder)
        write_files(self.folder, {NAME: pack(catalogue, files, stamps)})
        self._remove_old({shard.file for shard in bodies})
        stored = StoredCatalogue(catalogue, stamps, files)
        return Opened(stored, FileBodies(self.folder, bodies))

    def hold(self, tables: "DigestTables", build: Build) -> Opened:
        """Return what `write` would return, without writing anything.

        Raises:
            CacheDamagedError: Bodies that stay are not what they were.
        """
        from tuireader.store import shards as sharding

        settled = sharding.settle(tables, self.folder)
        held = sharding.contents(settled, self.folder)
        shards = [Shard("", len(content), 0) for content in held]
        catalogue, files = _built(tables, settled, shards, build)
        return Opened(StoredCatalogue(catalogue, (), files), HeldBodies(held))

    def _open(self) -> Opened | None:
        try:
            content = read_file(self.folder / NAME)
        except (FileNotFoundError, NotADirectoryError):
            return None
        stored = unpack(content)
        return Opened(stored, FileBodies(self.folder, stored.catalogue.shards))

    def _remove_old(self, current: set[str]) -> None:
        from tuireader.store.body_file import BodyFile

        with os.scandir(self.folder) as entries:
            names = [entry.name for entry in entries]
        keep = {"", *current}
        old = [name for name in names if BodyFile.source_of(name) not in keep]
        remove_files(self.folder, old)
        sweep(self.folder)


def _label(roots: Sequence[str]) -> str:
    """Return the name of the cache of some paths: a word for people, then a hash."""
    names = "\0".join(roots).encode("utf-8", "surrogateescape")
    last = roots[0].rpartition("/")[2] if roots else ""
    word = "".join(char for char in last[:40] if char.isascii() and char.isalnum())
    # Should two sets ever share a name, each finds the other's files changed.
    return f"{word.lower() or 'library'}-{zlib.crc32(names):08x}"


def _built(
    tables: "DigestTables",
    settled: Sequence["SettledShard"],
    shards: Sequence[Shard],
    build: Build,
) -> tuple[Catalogue, Files]:
    numbers = {shard.table: number for number, shard in enumerate(settled)}
    digests = tables.in_order()
    return build(digests, [numbers[digest.table] for digest in digests], shards)
