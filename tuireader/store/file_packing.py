"""The files that a catalogue was made from, as JSON takes them fastest."""

from array import array
from collections.abc import Mapping
from typing import Any

from tuireader.domain.catalogue import Files
from tuireader.domain.entry import Problem
from tuireader.store.packing import (
    pack_numbers,
    pack_texts,
    unpack_numbers,
    unpack_texts,
)
from tuireader.text import sanitise

_BETWEEN_PATHS = "//"
"""Between paths, which may hold any character but never two slashes in a row."""


def pack_files(files: Files) -> dict[str, object]:
    """Return what JSON can hold of the files."""
    return {
        "roots": files.roots,
        "root": pack_numbers(array("I", files.root)),
        "path": pack_texts(files.path, _BETWEEN_PATHS),
        "size": pack_numbers(array("Q", files.size)),
        "mtime_ns": pack_numbers(array("q", files.mtime_ns)),
        "digest": pack_texts(files.digest),
        "problems": [
            [number, [(found.line, found.what, found.done) for found in problems]]
            for number, problems in files.problems.items()
        ],
    }


def unpack_files(value: Mapping[str, Any]) -> Files:
    """Return the files that were packed.

    Raises:
        LookupError: Something is missing.
        ValueError: The columns do not fit each other.
    """
    return Files(
        roots=tuple(value["roots"]),
        root=unpack_numbers("I", value["root"]),
        path=unpack_texts(value["path"], _BETWEEN_PATHS),
        size=unpack_numbers("Q", value["size"]),
        mtime_ns=unpack_numbers("q", value["mtime_ns"]),
        digest=unpack_texts(value["digest"]),
        problems={
            number: tuple(
                Problem(line, sanitise(what), sanitise(done))
                for line, what, done in problems
            )
            for number, problems in value["problems"]
        },
    )
