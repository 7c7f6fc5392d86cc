"""The table of the state: a TinyDB file that is replaced whole, with a checksum."""

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tuireader.domain.events import Keys
from tuireader.store.event_lines import (
    EventError,
    checked_id,
    checked_keys,
    checked_kind,
    checked_time,
    checked_value,
)
from tuireader.store.json_bytes import dump, load
from tuireader.store.registers import Fields, Register, Registers
from tuireader.store.regular import open_regular, read_all

if TYPE_CHECKING:
    from tinydb.storages import Storage

NAME = "state.json"
BACKUP = NAME + ".bak"
SCHEMA = 1
_HEAD = re.compile(
    rb'\{"about":\{"1":\{"tuireader-state":(?P<schema>[0-9]{1,9}),'
    rb'"crc32":"(?P<crc>[0-9a-f]{8})"\}\},"papers":'
)
_KEYS = "keys"


class Stamp(NamedTuple):
    """What changes when a file is replaced; zeros where there is none."""

    inode: int = 0
    size: int = 0
    mtime_ns: int = 0


class Table(NamedTuple):
    """What a file of the state holds."""

    registers: Registers
    """What is whole of it."""
    damage: str = ""
    """What is wrong with it, or empty."""
    newer: bool = False
    """Whether a newer version of this program wrote it."""
    there: bool = True


def stamp(file: Path) -> Stamp:
    """Return the stamp of a file.

    Raises:
        OSError: Its folder cannot be searched.
    """
    try:
        status = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Stamp()
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def read_table(file: Path) -> Table:
    """Return what a file holds, and what is wrong with it.

    Raises:
        OSError: It is there and cannot be read.
    """
    try:
        with open_regular(file) as handle:
            content = read_all(handle)
    except FileNotFoundError:
        return Table(Registers(), there=False)
    except ValueError as error:
        return Table(Registers(), str(error))
    head = _HEAD.match(content)
    if head and int(head["schema"]) > SCHEMA:
        return Table(_salvaged(content), newer=True)
    if head and int(head["crc"], 16) == zlib.crc32(memoryview(content)[head.end() :]):
        try:
            return Table(_trusted(load(content)["papers"]))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            return Table(_salvaged(content), f"{type(error).__name__}: {error}")
    return _not_ours(content)


def _not_ours(content: bytes) -> Table:
    """Return what can be used of a file that is not as this version wrote it."""
    if not content:
        return Table(Registers(), "it is empty")
    try:
        about = load(content)["about"]["1"]["tuireader-state"]
    except (LookupError, TypeError, ValueError):
        return Table(_salvaged(content), "it is not what this program wrote")
    if isinstance(about, int) and about > SCHEMA:
        return Table(_salvaged(content), newer=True)
    return Table(_salvaged(content), "its checksum does not fit")


def _trusted(documents: Mapping[str, Mapping[str, Any]]) -> Registers:
    registers = Registers()
    for document in documents.values():
        fields = {
            kind: Register(*found) for kind, found in document.items() if kind != _KEYS
        }
        registers.put(tuple(document[_KEYS]), fields)
    return registers


def _salvaged(content: bytes) -> Registers:
    """Return the rows that are whole in what should have been a table."""
    registers = Registers()
    try:
        documents = load(content)["papers"]
        rows = list(documents.values())
    except (LookupError, TypeError, ValueError, AttributeError):
        return registers
    for row in rows:
        if isinstance(row, dict):
            _salvage(row, registers)
    return registers


def _salvage(row: dict[str, Any], registers: Registers) -> None:
    try:
        keys = checked_keys(row.pop(_KEYS, None))
    except EventError:
        return
    fields: Fields = {}
    for kind, found in row.items():
        try:
            time, name, value = found
            value = checked_value(kind, value)
            register = Register(checked_time(time), checked_id(name), value)
            fields[checked_kind(kind, value)] = register
        except (EventError, TypeError, ValueError):
            continue  # the rest of the row may be whole; the file is kept in any case
    registers.put(keys, fields)


def write_table(registers: Registers, storage: "Storage") -> None:
    """Put all of `registers` into a database, in place of what is there.

    Raises:
        OSError: It could not be written.
    """
    from tinydb import TinyDB

    with TinyDB(storage=lambda: storage) as database:
        database.table("papers").insert_multiple(_documents(registers.items()))


def _documents(papers: Iterable[tuple[Keys, Fields]]) -> Iterable[dict[str, object]]:
    for keys, fields in papers:
        # Plain lists: what writes JSON fast knows no named tuples.
        yield {_KEYS: keys, **{kind: list(found) for kind, found in fields.items()}}


def pack(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return the content of a file that holds `tables`, `about` itself left to this."""
    rest = dump(tables.get("papers", {})) + b"}\n"
    about = {"tuireader-state": SCHEMA, "crc32": f"{zlib.crc32(rest):08x}"}
    text = json.dumps({"about": {"1": about}}, separators=(",", ":"))
    return text.removesuffix("}").encode() + b',"papers":' + rest
