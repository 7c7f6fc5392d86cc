"""The file of the catalogue: read as it was written, or not at all."""

from array import array
from typing import Any

import pytest

from tuireader.domain.catalogue import Catalogue, Files, Shard, TagCount
from tuireader.domain.column import LIST_SEPARATOR, TextColumn
from tuireader.domain.entry import Problem
from tuireader.store.catalogue_file import CatalogueDamagedError, Stamps, pack, unpack

CATALOGUE = Catalogue(
    size=2,
    texts={
        "titles": TextColumn.of(["어텐션", "Scaling"]),
        "authors": TextColumn.of(["A\x7fB", ""], LIST_SEPARATOR),
        "arxiv_ids": TextColumn.of(["1706.03762", ""]),
        "urls": TextColumn.of(["", "https://example.org/a"]),
        "folded": TextColumn.of(["어텐션", "scaling"]),
    },
    numbers={
        "file": array("I", [0, 1]),
        "line": array("I", [1, 9]),
        "flags": array("I", [3, 0]),
        "shard": array("I", [0, 0]),
        "offset": array("I", [0, 5]),
        "length": array("I", [5, 7]),
        "tags": array("I", [1, 0]),
        "tag": array("I", [0]),
    },
    runs=(("2024-08-30", 1), ("", 1)),
    spellings=("Language_Model",),
    tags=(TagCount("language-model", "Language_Model", 1),),
    groups=(),
    shards=(Shard("bodies-2024-0123456789abcdef.txt", 12, 3),),
    sources=("a.md", "b\ufffd.md"),
    formats=("vault", ""),
)
FILES = Files(
    roots=("/vault",),
    root=[0, 0],
    path=["a.md", "b\udcff\x7f.md"],
    size=[5, 2**33],
    mtime_ns=[1, -1],
    digest=["ab", ""],
    problems={1: (Problem(0, "a binary file", "skipped"),)},
)
TABLES = (Shard("digests-2024.json", 7, 8),)


def packed(catalogue: Catalogue, files: Files, tables: Stamps) -> bytes:
    """Return the content of a catalogue's file."""
    return b"".join(pack(catalogue, files, tables))


CONTENT = packed(CATALOGUE, FILES, TABLES)


def test_it_is_read_as_it_was_written() -> None:
    stored = unpack(CONTENT)
    assert stored.catalogue == CATALOGUE
    assert stored.tables == TABLES
    files = stored.files
    assert files._replace(root=[], size=[], mtime_ns=[]) == FILES._replace(
        root=[], size=[], mtime_ns=[]
    )
    assert list(files.size) == FILES.size
    assert list(files.mtime_ns) == FILES.mtime_ns


def test_an_empty_catalogue_is_one() -> None:
    files = Files((), [], [], [], [], [])
    stored = unpack(packed(Catalogue.empty(), files, ()))
    assert stored.catalogue == Catalogue.empty()
    assert stored.catalogue.titles == []
    assert list(stored.files.path) == []


@pytest.mark.parametrize("end", range(0, len(CONTENT), 17))
def test_a_cut_file_is_damaged(end: int) -> None:
    with pytest.raises(CatalogueDamagedError):
        unpack(CONTENT[:end])


@pytest.mark.parametrize("place", range(0, len(CONTENT), 13))
def test_a_changed_byte_is_noticed(place: int) -> None:
    changed = bytearray(CONTENT)
    changed[place] ^= 1
    with pytest.raises(CatalogueDamagedError):
        unpack(bytes(changed))


def test_another_version_is_not_read() -> None:
    newer = CONTENT.replace(b"tuireader-catalogue 2 ", b"tuireader-catalogue 3 ", 1)
    with pytest.raises(CatalogueDamagedError, match="version"):
        unpack(newer)


@pytest.mark.parametrize(
    "change",
    [
        {"size": 3},
        {"runs": (("2024-08-30", 1),)},
        {"texts": {**CATALOGUE.texts, "titles": TextColumn.of([])}},
        {"numbers": {**CATALOGUE.numbers, "line": array("I")}},
        {"sources": ("a.md\x7fb.md", "c.md")},
        {"formats": ("vault",)},
    ],
)
def test_columns_that_do_not_fit_each_other_are_damage(
    change: dict[str, Any],
) -> None:
    columns = CATALOGUE._asdict() | change
    with pytest.raises(CatalogueDamagedError):
        unpack(packed(Catalogue(**columns), FILES, TABLES))


def test_tags_are_made_safe_again() -> None:
    hostile = CATALOGUE._replace(
        spellings=("\x1b[31m",), tags=(TagCount("\x1b", "\u202e", 1),)
    )
    catalogue = unpack(packed(hostile, FILES, TABLES)).catalogue
    assert catalogue.spellings == ("\ufffd[31m",)
    assert catalogue.tags == (TagCount("\ufffd", "\ufffd", 1),)
