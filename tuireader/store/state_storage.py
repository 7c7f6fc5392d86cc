"""TinyDB's way to the table of the state: replaced whole, the old one kept."""

import contextlib
import os
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from tuireader.store.atomic import remove_files, sync_folder, write_files
from tuireader.store.state_table import BACKUP, NAME, pack

_KEPT = ".tuireader-kept.tmp"


class StateStorage(Storage):
    """Tables that begin empty and replace those of the file when they are written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> None:
        """Return no tables: what is in the file is replaced."""
        return

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file, and keep the one of before as the backup.

        A kill at any point leaves a whole file, and a backup that was one before.

        Raises:
            OSError: It could not be written; both are as they were.
        """
        content = pack(data)
        kept = _link(self._folder)
        try:
            write_files(self._folder, {NAME: content})
        except BaseException:
            remove_files(self._folder, [_KEPT])
            raise
        if kept:
            (self._folder / _KEPT).replace(self._folder / BACKUP)
            sync_folder(self._folder)


def _link(folder: Path) -> bool:
    """Give the file a second name, as it will lose the first; False without a file."""
    remove_files(folder, [_KEPT])
    try:
        os.link(folder / NAME, folder / _KEPT)
    except FileNotFoundError:
        return False
    except OSError:  # a file system without links
        with contextlib.suppress(FileNotFoundError):
            write_files(folder, {_KEPT: (folder / NAME).read_bytes()})
    return True
