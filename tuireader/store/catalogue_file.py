"""The catalogue as a file: what the first screen needs, read in milliseconds.

Three lines and what follows: a header with a checksum of the rest; the catalogue; the
files that it was made from, which are parsed only when they are compared with the
folders; and the texts, which are not parsed but cut where they are looked at. It is
derived from the tables beside it and carries their stamps.
"""

import os
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from tuireader.domain.catalogue import (
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    Catalogue,
    Files,
    Shard,
    TagCount,
)
from tuireader.domain.column import BLOCK, LIST_SEPARATOR, SEPARATOR, TextColumn
from tuireader.store.file_packing import pack_files, unpack_files
from tuireader.store.json_bytes import dump, load
from tuireader.store.packing import (
    pack_choices,
    pack_counts,
    pack_numbers,
    pack_texts,
    safe_names,
    unpack_choices,
    unpack_counts,
    unpack_numbers,
    unpack_texts,
)

NAME = "catalogue.json"
SCHEMA = 2
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
        self, catalogue: Catalogue, tables: Stamps, files: Files | memoryview
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
            return unpack_files(load(self._files))


def stamp(folder: Path, name: str) -> Shard:
    """Return the stamp of a file.

    Raises:
        OSError: It is not there.
    """
    status = os.stat(folder / name)  # noqa: PTH116  half the time of Path.stat at start
    return Shard(name, status.st_size, status.st_mtime_ns)


def pack(
    catalogue: Catalogue, files: Files, tables: Stamps
) -> list[bytes | memoryview]:
    """Return the content of a catalogue's file, in pieces.

    Args:
        catalogue: The catalogue.
        files: The digests that it was made from.
        tables: The stamps of the tables that it was made from.
    """
    values = _pack_catalogue(catalogue, tables), pack_files(files)
    texts = [catalogue.texts[name].packed for name in TEXT_COLUMNS]
    parts = [each for value in values for each in (dump(value), b"\n")] + texts
    return [_header(*parts), *parts]


def unpack(content: bytes) -> StoredCatalogue:
    """Return the catalogue whose content `pack` returned, in one.

    Raises:
        CatalogueDamagedError: It is another version's, or not as it was written.
    """
    # Slices of a view: copies of megabytes would be most of the time.
    view = memoryview(content)
    start = content.find(b"\n") + 1
    if view[:start] != _header(view[start:]):
        raise CatalogueDamagedError("its checksum or version does not fit")
    end = content.find(b"\n", start)
    with _damage_named():
        value = load(view[start:end])
        files_end = content.index(b"\n", end + 1)
        catalogue = _unpack_catalogue(value, view[files_end + 1 :])
        tables = _stamps(value["tables"])
        return StoredCatalogue(catalogue, tables, view[end + 1 : files_end])


@contextmanager
def _damage_named() -> Iterator[None]:
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError, OverflowError) as error:
        raise CatalogueDamagedError(f"{type(error).__name__}: {error}") from error


def _header(*parts: bytes | memoryview) -> bytes:
    """Return the first line of a file whose other content these are."""
    # Arrays are stored as this machine holds them; another's are not for it to read.
    kind = f"{sys.byteorder}{array('I').itemsize}"
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    return f"{_HEADER} {SCHEMA} {kind} {checksum:08x}\n".encode()


def _pack_catalogue(catalogue: Catalogue, tables: Stamps) -> dict[str, object]:
    return {
        "size": catalogue.size,
        "texts": {
            name: pack_numbers(array("I", catalogue.texts[name].ends))
            for name in TEXT_COLUMNS
        },
        "numbers": {
            name: pack_numbers(catalogue.numbers[name]) for name in NUMBER_COLUMNS
        },
        "runs": pack_counts(catalogue.runs),
        "spellings": catalogue.spellings,
        "tags": pack_counts([(tag.tag, tag.count) for tag in catalogue.tags]),
        "labels": [tag.label for tag in catalogue.tags],
        "groups": catalogue.groups,
        "shards": catalogue.shards,
        "sources": pack_texts(catalogue.sources),
        "formats": pack_choices(catalogue.formats),
        "tables": tables,
    }


def _unpack_catalogue(value: Mapping[str, Any], texts: memoryview) -> Catalogue:
    numbers = {
        name: unpack_numbers("I", value["numbers"][name]) for name in NUMBER_COLUMNS
    }
    catalogue = Catalogue(
        size=value["size"],
        texts=_unpack_columns(value, texts),
        numbers=numbers,
        runs=unpack_counts(value["runs"]),
        spellings=safe_names(value["spellings"]),
        tags=_unpack_tags(value),
        groups=tuple(map(tuple, value["groups"])),
        shards=_stamps(value["shards"]),
        sources=tuple(unpack_texts(value["sources"])),
        formats=unpack_choices(value["formats"]),
    )
    _check(catalogue)
    return catalogue


def _unpack_columns(
    value: Mapping[str, Any], texts: memoryview
) -> dict[str, TextColumn]:
    columns: dict[str, TextColumn] = {}
    start = 0
    for name in TEXT_COLUMNS:
        ends = unpack_numbers("I", value["texts"][name])
        end = start + (ends[-1] if ends else 0)
        separator = LIST_SEPARATOR if name == "authors" else SEPARATOR
        columns[name] = TextColumn(texts[start:end], ends, value["size"], separator)
        start = end
    if start != len(texts):
        raise ValueError("the texts are of another length")
    return columns


def _unpack_tags(value: Mapping[str, Any]) -> tuple[TagCount, ...]:
    labelled = zip(
        unpack_counts(value["tags"]), safe_names(value["labels"]), strict=True
    )
    return tuple(TagCount(tag, label, count) for (tag, count), label in labelled)


def _check(catalogue: Catalogue) -> None:
    """Raise ValueError unless the columns fit each other; they are cut only later."""
    size = catalogue.size
    if not isinstance(size, int):
        raise TypeError("the size is no number")
    for name, texts in catalogue.texts.items():
        ordered = all(start <= end for start, end in pairwise(texts.ends))
        if len(texts.ends) != -(-size // BLOCK) or not ordered:
            raise ValueError(f"column {name} has another length")
    for name, column in catalogue.numbers.items():
        if name != "tag" and len(column) != size:
            raise ValueError(f"column {name} has another length")
    if len(catalogue.sources) != len(catalogue.formats):
        raise ValueError("the formats are of other files")
    if sum(count for _day, count in catalogue.runs) != size:
        raise ValueError("the days are of other entries")


def _stamps(value: Sequence[Sequence[Any]]) -> Stamps:
    return tuple(Shard(*stamp) for stamp in value)
