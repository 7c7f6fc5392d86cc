"""Opens files that may be something else: a pipe is not waited on."""

import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_regular(file: Path) -> BinaryIO:
    """Open a file for reading if it is one.

    Raises:
        OSError: It cannot be opened.
        ValueError: It is a folder, a pipe, a device or the like.
    """
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
    try:
        handle = os.open(file, flags)
    except OSError as error:
        if file.is_socket():
            raise ValueError("it is no file") from error
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ValueError("it is no file")
    return os.fdopen(handle, "rb", buffering=0)


def read_all(handle: BinaryIO, start: int = 0) -> bytes:
    """Return what is in a file from `start` on."""
    handle.seek(start)
    return handle.read()
