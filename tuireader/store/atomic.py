"""Writes files so that a reader finds the old content or the new, never between.

The order that survives a kill at any point: write a temporary file in the same folder,
fsync it, rename it over the old one, fsync the folder.
"""

import contextlib
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

_PREFIX, _SUFFIX = ".tuireader-", ".tmp"
_LEFT_BEHIND = 3600.0
"""Seconds after which a temporary file can only be what a killed program left."""


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write some files of `folder`, in order, each whole or not at all.

    Args:
        folder: Where they are; has to exist.
        contents: By file name.

    Raises:
        OSError: One could not be written; it and those after it are as they were.
    """
    for name, content in contents.items():
        _write(folder, name, content)
    _sync_folder(folder)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files that nothing refers to any more; one that resists stays."""
    for name in names:
        with contextlib.suppress(
            OSError
        ):  # it only takes room; the next write tries again
            (folder / name).unlink()


def sweep(folder: Path) -> None:
    """Remove the temporary files that killed programs left in `folder`."""
    old = time.time() - _LEFT_BEHIND
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        left = [
            entry.name
            for entry in entries
            if entry.name.startswith(_PREFIX)
            and entry.name.endswith(_SUFFIX)
            and entry.stat(follow_symlinks=False).st_mtime < old
        ]
        remove_files(folder, left)


def _write(folder: Path, name: str, content: bytes) -> None:
    import tempfile

    handle, temporary = tempfile.mkstemp(_SUFFIX, _PREFIX, folder)
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            view = memoryview(content)
            while view:
                view = view[file.write(view) or 0 :]
            os.fsync(file.fileno())
        Path(temporary).replace(folder / name)
    except BaseException:
        remove_files(folder, [Path(temporary).name])
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
