"""The catalogue as a file: what the first screen needs, read in milliseconds.

Three lines: a header with a checksum of the rest; the catalogue; and the files that it
was made from, which are parsed only when they are compared with the folders. It is
derived from the tables beside it and carries their stamps.
"""

import binascii
import os
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from tuireader.domain.catalogue import (
    LIST_SEPARATOR,
    NUMBER_COLUMNS,
    SEPARATOR,
    TEXT_COLUMNS,
    Catalogue,
    Files,
    Shard,
    TagCount,
)
from tuireader.domain.entry import Problem
from tuireader.store.json_bytes import dump, load
from tuireader.text import sanitise

NAME = "catalogue.json"
SCHEMA = 1
_BETWEEN_PATHS = "//"
"""Between paths, which may hold any character but never two slashes in a row."""
_HEADER = "tuireader-catalogue"
Stamps = tuple[Shard, ...]
"""Names, sizes and times of files that have to be as they were."""


class CatalogueDamagedError(ValueError):
    """A file is not a catalogue that this version wrote."""


class StoredCatalogue:
    """A catalogue with what it was made from.

    Attributes:
        catalogue: The catalogue.
        tables: The tables that it was made from.
    """

    def __init__(
        self, catalogue: Catalogue, tables: Stamps, files: Files | bytes
    ) -> None:
        self.catalogue = catalogue
        self.tables = tables
        self._files = files

    @cached_property
    def files(self) -> Files:
        """The digests that it was made from; parsed when first asked for.

        Raises:
            CatalogueDamagedError: They are not what `pack` wrote.
        """
        if isinstance(self._files, Files):
            return self._files
        with _damage_named():
            return _unpack_files(load(self._files))


def stamp(folder: Path, name: str) -> Shard:
    """Return the stamp of a file.

    Raises:
        OSError: It is not there.
    """
    status = os.stat(folder / name)  # noqa: PTH116  half the time of Path.stat at start
    return Shard(name, status.st_size, status.st_mtime_ns)


def pack(catalogue: Catalogue, files: Files, tables: Stamps) -> bytes:
    """Return the content of a catalogue's file."""
    values = _pack_catalogue(catalogue, tables), _pack_files(files)
    content = b"\n".join(map(dump, values))
    return _header(content) + content


def unpack(content: bytes) -> StoredCatalogue:
    """Return the catalogue that `pack` made the content of.

    Raises:
        CatalogueDamagedError: It is another version's, or not as it was written.
    """
    header, _found, rest = content.partition(b"\n")
    if header + b"\n" != _header(rest):
        raise CatalogueDamagedError("its checksum or version does not fit")
    main, _found, files = rest.partition(b"\n")
    with _damage_named():
        value = load(main)
        tables = _stamps(value["tables"])
        return StoredCatalogue(_unpack_catalogue(value), tables, files)


@contextmanager
def _damage_named() -> Iterator[None]:
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise CatalogueDamagedError(f"{type(error).__name__}: {error}") from error


def _header(content: bytes) -> bytes:
    # Arrays are stored as this machine holds them; another's are not for it to read.
    kind = f"{sys.byteorder}{array('I').itemsize}"
    return f"{_HEADER} {SCHEMA} {kind} {zlib.crc32(content):08x}\n".encode()


def _pack_catalogue(catalogue: Catalogue, tables: Stamps) -> dict[str, object]:
    return {
        "size": catalogue.size,
        "texts": catalogue.texts,
        "numbers": {name: _base64(catalogue.numbers[name]) for name in NUMBER_COLUMNS},
        "runs": _pack_counts(catalogue.runs),
        "spellings": catalogue.spellings,
        "tags": [
            [tag.tag for tag in catalogue.tags],
            [tag.label for tag in catalogue.tags],
        ],
        "tag_counts": _base64(array("I", [tag.count for tag in catalogue.tags])),
        "groups": catalogue.groups,
        "shards": _pack_stamps(catalogue.shards),
        "files": len(catalogue.sources),
        "sources": SEPARATOR.join(catalogue.sources),
        "formats": SEPARATOR.join(catalogue.formats),
        "tables": _pack_stamps(tables),
    }


def _unpack_catalogue(value: Mapping[str, Any]) -> Catalogue:
    numbers = {name: _array("I", value["numbers"][name]) for name in NUMBER_COLUMNS}
    catalogue = Catalogue(
        size=value["size"],
        texts={name: value["texts"][name] for name in TEXT_COLUMNS},
        numbers=numbers,
        runs=_unpack_counts(value["runs"]),
        spellings=_safe(value["spellings"]),
        tags=_unpack_tags(value["tags"], value["tag_counts"]),
        groups=tuple(map(tuple, value["groups"])),
        shards=_stamps(value["shards"]),
        sources=tuple(_cut(value["sources"], value["files"])),
        formats=tuple(_cut(value["formats"], value["files"])),
    )
    _check(catalogue)
    return catalogue


def _check(catalogue: Catalogue) -> None:
    """Raise ValueError unless the columns fit each other; they are cut only later."""
    size = catalogue.size
    for name, packed in catalogue.texts.items():
        between = LIST_SEPARATOR if name == "authors" else SEPARATOR
        if packed.count(between) + 1 != max(size, 1):
            raise ValueError(f"column {name} has another length")
    for name, column in catalogue.numbers.items():
        if name != "tag" and len(column) != size:
            raise ValueError(f"column {name} has another length")
    if sum(count for _day, count in catalogue.runs) != size:
        raise ValueError("the days are of other entries")


def _pack_counts(counts: Sequence[tuple[str, int]]) -> list[object]:
    names, numbers = zip(*counts, strict=True) if counts else ((), ())
    return [names, _base64(array("I", numbers))]


def _unpack_counts(value: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    names, numbers = value
    return tuple(zip(_safe(names), _array("I", numbers), strict=True))


def _unpack_tags(names: Sequence[Any], numbers: str) -> tuple[TagCount, ...]:
    tags, labels = map(_safe, names)
    counts = _array("I", numbers)
    return tuple(TagCount(*tag) for tag in zip(tags, labels, counts, strict=True))


def _safe(names: Sequence[str]) -> tuple[str, ...]:
    """Return `names` made safe again, all at once; none has more than one line."""
    safe = tuple(sanitise("\n".join(names)).split("\n")) if names else ()
    if len(safe) != len(names):
        raise ValueError("a name of several lines")
    return safe


def _pack_files(files: Files) -> dict[str, object]:
    return {
        "roots": files.roots,
        "root": _base64(array("I", files.root)),
        "path": _BETWEEN_PATHS.join(files.path),
        "size": _base64(array("Q", files.size)),
        "mtime_ns": _base64(array("q", files.mtime_ns)),
        "digest": SEPARATOR.join(files.digest),
        "problems": [
            [number, [(found.line, found.what, found.done) for found in problems]]
            for number, problems in files.problems.items()
        ],
    }


def _unpack_files(value: Mapping[str, Any]) -> Files:
    root = _array("I", value["root"])
    return Files(
        roots=tuple(value["roots"]),
        root=root,
        path=_cut(value["path"], len(root), _BETWEEN_PATHS),
        size=_array("Q", value["size"]),
        mtime_ns=_array("q", value["mtime_ns"]),
        digest=_cut(value["digest"], len(root)),
        problems={
            number: tuple(
                Problem(line, sanitise(what), sanitise(done))
                for line, what, done in problems
            )
            for number, problems in value["problems"]
        },
    )


def _base64(column: "array[int]") -> str:
    return binascii.b2a_base64(column.tobytes(), newline=False).decode("ascii")


def _array(kind: str, packed: str) -> "array[int]":
    column: array[int] = array(kind)
    column.frombytes(binascii.a2b_base64(packed))
    return column


def _cut(packed: str, count: int, separator: str = SEPARATOR) -> list[str]:
    values = packed.split(separator) if count else []
    if len(values) != count:
        raise ValueError("a column has another length")
    return values


def _pack_stamps(stamps: Sequence[Shard]) -> list[tuple[str, int, int]]:
    return [(shard.file, shard.size, shard.mtime_ns) for shard in stamps]


def _stamps(value: Sequence[tuple[str, int, int]]) -> Stamps:
    return tuple(Shard(file, size, mtime_ns) for file, size, mtime_ns in value)
