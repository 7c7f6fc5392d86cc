"""Writes files so that a reader finds the old content or the new, never between.

Reads them, too: what stands under a file's name may be something that never ends.

The order that survives a kill at any point: write a temporary file in the same folder,
fsync it, rename it over the old one, fsync the folder.
"""

import contextlib
import os
import stat
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_PREFIX, _SUFFIX = ".tuireader-", ".tmp"
_ASIDE = ".aside-"
_LEFT_BEHIND = 3600.0
"""Seconds after which a temporary file can only be what a killed program left."""
_BUFFER = 1 << 16
"""Bytes handed to the system at once; more would only be room to be found first."""

Pieces = bytes | Sequence[bytes | memoryview]
"""What a file holds, in one or in pieces: joining megabytes costs what writing does."""


def read_file(file: Path) -> bytes:
    """Return the content of a file; never waits for a pipe or reads a device.

    Raises:
        OSError: It is not there, is no file, or cannot be read.
    """
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with os.fdopen(handle, "rb", buffering=0) as opened:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"{file.name} is no file")
        return opened.readall()


def clear_way(folder: Path) -> None:
    """Put aside the folders that stand where files of this program belong.

    A file can replace a file but no folder: one would be in the way for ever. What is
    in it may be somebody's, so it is renamed and not removed.

    Args:
        folder: A folder that only this program writes into.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for name in [e.name for e in entries if e.is_dir(follow_symlinks=False)]:
            if not name.startswith(_ASIDE):
                aside = folder / f"{_ASIDE}{name.lstrip('.')}-{time.time_ns()}"
                with contextlib.suppress(OSError):  # another program did it just now
                    (folder / name).rename(aside)


def write_files(folder: Path, contents: Mapping[str, Pieces]) -> None:
    """Write some files of `folder`, in order, each whole or not at all.

    Args:
        folder: Where they are; has to exist.
        contents: By file name.

    Raises:
        OSError: One could not be written; it and those after it are as they were.
    """
    for name, content in contents.items():
        try:
            _write(folder, name, content)
        except OSError as error:  # named for what was wanted, not for the temporary
            error.filename, error.filename2 = f"{folder / name}", None
            raise
    sync_folder(folder)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files that nothing refers to any more; one that resists stays."""
    for name in names:
        with contextlib.suppress(
            OSError
        ):  # it only takes room; the next write tries again
            (folder / name).unlink()


def sweep(folder: Path, older: float = _LEFT_BEHIND) -> None:
    """Remove the temporary files that killed programs left in `folder`.

    Args:
        folder: Where they are.
        older: Seconds; where nobody writes without the lock that is held, none.
    """
    old = time.time() - older
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        left = [
            entry.name
            for entry in entries
            if entry.name.startswith(_PREFIX)
            and entry.name.endswith(_SUFFIX)
            and entry.stat(follow_symlinks=False).st_mtime < old
        ]
        remove_files(folder, left)


def _write(folder: Path, name: str, content: Pieces) -> None:
    import tempfile

    handle, temporary = tempfile.mkstemp(_SUFFIX, _PREFIX, folder)
    try:
        with os.fdopen(handle, "wb", buffering=_BUFFER) as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(handle)
        Path(temporary).replace(folder / name)
    except BaseException:
        remove_files(folder, [Path(temporary).name])
        raise


def sync_folder(folder: Path) -> None:
    """Put the names of a folder's files on disk.

    Raises:
        OSError: That failed.
    """
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
