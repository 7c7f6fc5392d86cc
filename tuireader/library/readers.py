"""Which version of the readers of digests this is."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from tuireader import __version__

_PACKAGE = Path(__file__).parent.parent
_READING = ("formats", "text", "domain")
"""The parts of the program that decide what is read out of a file."""


def readers_stamp() -> str:
    """Return what changes when another version of the readers is installed.

    What was read by others may be wrong: a cache with another stamp is read anew. Sizes
    and times of the modules tell an upgrade from no change as surely as their content.
    """
    files = sorted(_modules(_PACKAGE / part) for part in _READING)
    return f"{__version__}-{zlib.crc32(repr(files).encode()):08x}"


def _modules(folder: Path) -> list[tuple[str, int, int]]:
    return sorted(_stamps(folder))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(Path(entry.path))
            elif entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns
