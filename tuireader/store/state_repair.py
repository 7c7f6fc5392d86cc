"""What is done about damaged files of the state: told, put aside, made up for."""

import contextlib
import time
from pathlib import Path

from tuireader.store.journal import Journal
from tuireader.store.registers import Registers
from tuireader.store.state_table import BACKUP, Table, read_table

JOURNAL_BACKUP = "journal.jsonl.bak"
_MOST_ASIDE = 1000
"""Damaged files that are kept of one second."""


def damage_of(table: Table, folder: Path) -> str:
    """Return what is wrong with the table of `folder`, or nothing.

    That there is none is as it should be, unless there is a backup of one.
    """
    if not table.there and (folder / BACKUP).exists():
        return "it is missing"
    return table.damage


def made_up_for(registers: Registers, folder: Path) -> Registers:
    """Return `registers` with all that the backups of `folder` hold.

    Raises:
        OSError: The backup of the table is there and cannot be read.
    """
    backup = read_table(folder / BACKUP)
    backup.registers.take(registers.events())
    with contextlib.suppress(OSError):
        backup.registers.take(Journal(folder, JOURNAL_BACKUP).read().events)
    return backup.registers


def move_aside(file: Path) -> str:
    """Rename a file, byte for byte as it is.

    Returns:
        Its new name; nothing if there is no such file.

    Raises:
        OSError: It cannot be renamed.
    """
    marked = f"{file.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}"
    for number in range(_MOST_ASIDE):
        aside = file.with_name(marked + (f"-{number}" if number else ""))
        if aside.exists() or aside.is_symlink():
            continue
        try:
            file.rename(aside)
        except FileNotFoundError:
            return ""
        return aside.name
    raise FileExistsError(f"{file.parent} is full of damaged files")
