"""Errors of the system in words, for readers."""

import os


def told(error: BaseException) -> str:
    """Return what went wrong: which file, and why, without the number of the error."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    file = error.filename
    place = f"{os.fsdecode(file)}: " if isinstance(file, str | bytes) and file else ""
    return place + error.strerror
