"""The table of the state: a TinyDB file that is replaced whole, with a checksum."""

import contextlib
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tuireader.store.event_lines import EventError
from tuireader.store.json_bytes import dump, load
from tuireader.store.registers import Registers
from tuireader.store.regular import open_regular, read_all
from tuireader.store.state_rows import KEYS, fields_of_row, keys_of_row, row_of

if TYPE_CHECKING:
    from tinydb.storages import Storage

NAME = "state.json"
BACKUP = NAME + ".bak"
SCHEMA = 1
_HEAD = re.compile(
    rb'\{"about":\{"1":\{"tuireader-state":(?P<schema>[0-9]{1,9}),'
    rb'"newest":(?P<newest>[0-9]{1,16}),"crc32":"(?P<crc>[0-9a-f]{8})"\}\},"papers":'
)
_ABOUT = b'{"about":{"1":{"tuireader-state":%d,"newest":%d,"crc32":"%08x"}},"papers":%b'


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
    if head and int(head["crc"], 16) == _checksum(content, head):
        try:
            rows = load(content)["papers"].values()
            return Table(Registers.of_table(rows, int(head["newest"])))
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


def _salvaged(content: bytes) -> Registers:
    """Return the rows that are whole in what should have been a table."""
    registers = Registers()
    try:
        rows = list(load(content)["papers"].values())
    except (LookupError, TypeError, ValueError, AttributeError):
        return registers
    for row in rows:
        with contextlib.suppress(EventError, AttributeError):
            registers.add(keys_of_row(row), fields_of_row(row))
    return registers


def write_table(registers: Registers, storage: "Storage") -> None:
    """Put all of `registers` into a database, in place of what is there.

    Raises:
        OSError: It could not be written.
    """
    from tinydb import TinyDB

    with TinyDB(storage=lambda: storage) as database:
        database.table("papers").insert_multiple(
            row_of(keys, fields) for keys, fields in registers.items()
        )


def pack(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return the content of a file that holds `tables`, `about` itself left to this."""
    rows = tables.get("papers", {})
    found = (
        each for row in rows.values() for kind, each in row.items() if kind != KEYS
    )
    newest = max((time for time, _id, _value in found), default=0)
    rest = dump(rows) + b"}\n"
    return _ABOUT % (SCHEMA, newest, zlib.crc32(rest, _start(newest)), rest)


def _checksum(content: bytes, head: re.Match[bytes]) -> int:
    rest = memoryview(content)[head.end() :]  # a copy would take as long
    return zlib.crc32(rest, _start(int(head["newest"])))


def _start(newest: int) -> int:
    """Return what the checksum begins with, so that it is of this number as well."""
    return newest & 0xFFFFFFFF
