"""A TinyDB storage that keeps each table in a file of its own and replaces it whole.

TinyDB's own JSON storage writes one file in place: a kill between leaves it unreadable,
and a changed flag costs as much as the whole database. Here a table is read when it is
first used and only a changed one is written, atomically.
"""

import re
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from tuireader.store.atomic import read_file, remove_files, write_files
from tuireader.store.json_bytes import dump, load

_TABLE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_SUFFIX = ".json"
Table = dict[str, Any]


class StorageDamagedError(ValueError):
    """A file is not a table that this program wrote; the message names it."""


class FolderStorage(Storage):
    """Tables as JSON files in a folder that has to exist.

    Whoever changes tables holds `locked` from before the storage is made until after it
    is closed; else what another program wrote meanwhile is lost.
    """

    def __init__(self, folder: Path, *, deferred: bool = False) -> None:
        """Open the tables in `folder`.

        Args:
            folder: Where the tables are.
            deferred: Whether changes are written by `flush` only, and not by each
                operation; for many changes of which the last matters.
        """
        self._folder = folder
        self._deferred = deferred
        self._tables = _Tables(folder)

    def read(self) -> MutableMapping[str, Table]:  # type: ignore[override]
        """Return the tables; one is loaded when it is looked at.

        That may raise `StorageDamagedError`, or an `OSError` of the file.
        """
        return self._tables

    def write(self, data: MutableMapping[str, Table]) -> None:
        """Take changed tables, and write them unless that was deferred."""
        if data is not self._tables:
            self._tables.replace(data)
        if not self._deferred:
            self.flush()

    def flush(self) -> None:
        """Write the tables that changed.

        Raises:
            OSError: One could not be written; it stays changed, for the next time.
        """
        self._tables.flush()

    def close(self) -> None:
        """Forget the tables; what was deferred and not flushed is lost."""
        self._tables = _Tables(self._folder)


class _Tables(MutableMapping[str, Table]):
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Table] = {}
        self._changed: set[str] = set()
        self._names = {
            file.name.removesuffix(_SUFFIX)
            for file in folder.iterdir()
            if file.name.endswith(_SUFFIX) and not file.name.startswith(".")
        }

    def __getitem__(self, name: str) -> Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._loaded:
            self._loaded[name] = _load(self._folder / f"{name}{_SUFFIX}")
        return self._loaded[name]

    def __setitem__(self, name: str, table: Table) -> None:
        if not _TABLE.fullmatch(name):
            raise ValueError(f"{name!r} cannot name a table")
        self._loaded[name] = table
        self._names.add(name)
        self._changed.add(name)

    def __delitem__(self, name: str) -> None:
        self._names.remove(name)
        self._loaded.pop(name, None)
        self._changed.add(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names  # without loading it

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)

    def replace(self, tables: MutableMapping[str, Table]) -> None:
        for name in set(self) - set(tables):
            del self[name]
        self.update(tables)

    def flush(self) -> None:
        contents = {
            f"{name}{_SUFFIX}": dump(self._loaded[name])
            for name in sorted(self._changed & self._names)
        }
        if contents:
            write_files(self._folder, contents)
        gone = self._changed - self._names
        remove_files(self._folder, [f"{name}{_SUFFIX}" for name in gone])
        self._changed.clear()


def _load(file: Path) -> Table:
    try:
        table = load(read_file(file))
    except ValueError as error:
        raise StorageDamagedError(f"{file.name} is no JSON: {error}") from error
    if not isinstance(table, dict) or not all(
        isinstance(document, dict) for document in table.values()
    ):
        raise StorageDamagedError(f"{file.name} holds no table")
    return table
