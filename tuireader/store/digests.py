"""The digests of a library in TinyDB: a table a year, bodies beside it.

Tables are `digests-2024`, `digests-undated`. The first document of each names the file
of its bodies; every other is a digest.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from tuireader.domain.entry import Digest
from tuireader.store.body_file import BodyFile
from tuireader.store.body_text import parse_body
from tuireader.store.records import (
    DigestRecord,
    RecordError,
    check_record,
    date_in,
    digest_of,
)
from tuireader.store.storage import FolderStorage, StorageDamagedError

SCHEMA = 2
PREFIX = "digests-"
_UNDATED = f"{PREFIX}undated"

_KEY = itemgetter(0)

Key = tuple[int, str]
"""Root and path of a digest: what it is known by."""


class CacheDamagedError(ValueError):
    """What is stored is not what this version wrote; the message says where."""


@dataclass(slots=True)
class StoredDigest:
    """A digest on its way into or out of the tables."""

    record: DigestRecord
    table: str
    """Table that holds it, or will."""
    bodies: list[bytes] | None = None
    """Bodies of its entries; None where they are in the file of its table."""

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.record["root"], self.record["path"]


@dataclass(slots=True)
class DigestTables:
    """All digests of a library, changed in memory before they are written."""

    digests: dict[Key, StoredDigest] = field(default_factory=dict)
    files: dict[str, BodyFile] = field(default_factory=dict)
    """Where the bodies of each table are."""
    touched: set[str] = field(default_factory=set)
    """Tables that are no longer as they are on disk."""

    @classmethod
    def load(cls, folder: Path) -> "DigestTables":
        """Return what is stored in `folder`, every field checked.

        Raises:
            CacheDamagedError: Something is not what this version wrote.
            OSError: Something cannot be read.
        """
        tables = cls()
        with TinyDB(folder, storage=FolderStorage) as database:
            for name in sorted(database.tables()):
                if not name.startswith(PREFIX):
                    continue
                try:
                    tables._take(name, database.table(name))
                except (StorageDamagedError, RecordError, ValueError) as error:
                    raise CacheDamagedError(f"{name}: {error}") from error
        return tables

    def put(self, record: DigestRecord, bodies: list[bytes]) -> None:
        """Add a digest, instead of the one with the same key if there is one."""
        key = record["root"], record["path"]
        if key in self.digests:
            self.remove(key)
        table = _table_of(record)
        self.digests[key] = StoredDigest(record, table, bodies)
        self.touched.add(table)

    def remove(self, key: Key) -> None:
        """Remove a digest if it is there."""
        if (digest := self.digests.pop(key, None)) is not None:
            self.touched.add(digest.table)

    def restamp(self, key: Key, size: int, mtime_ns: int) -> bool:
        """Note that the file of a digest has another time but the same content.

        Args:
            key: What the digest is known by.
            size: Bytes of its file.
            mtime_ns: When that was last changed, in nanoseconds.

        Returns:
            False if the digest is not here.
        """
        if (digest := self.digests.get(key)) is None:
            return False
        digest.record["size"], digest.record["mtime_ns"] = size, mtime_ns
        self.touched.add(digest.table)
        return True

    def in_order(self) -> list[StoredDigest]:
        """Return the digests by root and path."""
        # Kept as they come out: what asks again has only to see that it is so.
        self.digests = dict(sorted(self.digests.items(), key=_KEY))
        return list(self.digests.values())

    def _take(self, name: str, documents: Iterable[Document]) -> None:
        for document in documents:
            if name not in self.files:
                self.files[name] = _body_file(document)
                continue
            digest = StoredDigest(check_record(document), name)
            if digest.key in self.digests:  # a kill came while it moved between tables
                self.remove(digest.key)
                self.touched.add(name)
            self.digests[digest.key] = digest


def header(file: BodyFile) -> dict[str, object]:
    """Return the document that stands first in a table."""
    return {"schema": SCHEMA, "bodies": file.name, "size": file.size}


def _body_file(document: Document) -> BodyFile:
    match dict(document):
        case {"schema": int(schema), "bodies": str(name), "size": int(size)}:
            if schema != SCHEMA:
                raise RecordError(f"written by another version (schema {schema})")
            return BodyFile(name, size)
        case _:
            raise RecordError("its first document is not what it should be")


def _table_of(record: DigestRecord) -> str:
    """Return the table of a digest: that of its newest year."""
    entries = record["entries"]
    if len(entries) == 1:  # a note, of which there are the most
        year = date_in(entries[0])[:4]
    else:
        year = max(map(date_in, entries), default="")[:4]
    return PREFIX + year if year.isdigit() else _UNDATED


def whole_digests(tables: DigestTables, folder: Path) -> list[Digest]:
    """Return every digest with its bodies, oldest first and undated last.

    Args:
        tables: The digests.
        folder: Where the files of bodies are.

    Raises:
        CacheDamagedError: Bodies are missing or not what they were.
    """
    contents = {
        table: old_bodies(file, folder)
        for table, file in tables.files.items()
        if table not in tables.touched
    }
    digests = sorted(tables.digests.values(), key=_by_date)
    try:
        return [_whole(digest, contents.get(digest.table, b"")) for digest in digests]
    except RecordError as error:
        raise CacheDamagedError(str(error)) from error


def old_bodies(file: BodyFile, folder: Path) -> bytes:
    """Return the content of a file of bodies.

    Raises:
        CacheDamagedError: It is not what it was, or cannot be read.
    """
    try:
        return file.read(folder)
    except (OSError, ValueError) as error:
        raise CacheDamagedError(str(error)) from error


def places_of(record: DigestRecord) -> list[tuple[int, int]]:
    """Return offset and length of the body of each entry."""
    places = record["places"]
    return list(zip(places[::2], places[1::2], strict=True))


def _by_date(digest: StoredDigest) -> tuple[str, Key]:
    dates = filter(None, map(date_in, digest.record["entries"]))
    return min(dates, default="~"), digest.key


def _whole(digest: StoredDigest, content: bytes) -> Digest:
    bodies = digest.bodies
    if bodies is None:
        places = places_of(digest.record)
        bodies = [content[offset : offset + length] for offset, length in places]
    return digest_of(digest.record, list(map(parse_body, bodies)))
