"""The files of the state: a table, its backup, and a journal of what came since.

Together backup, backup of the journal and journal hold all that the table holds: the
journal is put away only after the table that it went into has been written, and the
table that was replaced is the backup. So any one of them may be damaged without loss.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tuireader.domain.events import Event
from tuireader.store.atomic import sweep
from tuireader.store.journal import Journal
from tuireader.store.locking import locked
from tuireader.store.registers import Registers
from tuireader.store.state_repair import (
    JOURNAL_BACKUP,
    damage_of,
    made_up_for,
    move_aside,
)
from tuireader.store.state_table import BACKUP, NAME, Stamp, read_table, stamp

LOCK_SECONDS = 10.0
"""How long to wait for another program that is writing the state."""
_ATTEMPTS = 20
"""How often reading begins anew because another program replaced the table meanwhile;
one does so after hundreds of changes."""


class Found(NamedTuple):
    """What was read."""

    registers: Registers
    messages: tuple[str, ...] = ()
    """What is to be said of it."""
    read_only: str = ""
    """Why nothing may be written, or empty."""


class StateFiles:
    """The files of the state in one folder."""

    def __init__(self, folder: Path) -> None:
        # The same folder to the end, wherever links and working directory lead.
        self.folder = Path(os.path.realpath(folder))
        self._journal = Journal(self.folder)
        self._stamp = Stamp()
        self._is_held = False

    @property
    def size(self) -> int:
        """Bytes of the table; 0 where they cannot be told, as `load` then says."""
        try:
            return stamp(self.folder / NAME).size
        except OSError:
            return 0

    @property
    def is_long(self) -> bool:
        """Whether the journal is long enough to become part of the table.

        It may grow as the table does, so that on the whole an event costs the same.
        """
        return self._journal.size > max(64 * 1024, self._stamp.size // 2)

    def load(self) -> Found:
        """Return the state; what is damaged is moved aside and made up for.

        Raises:
            OSError: A file cannot be read.
            StorageBusyError: Something is damaged, and another program is writing.
        """
        found, damage = self._load()
        if not damage or found.read_only:
            return found
        try:
            with self.writing():
                found, damage = self._load()  # another program may have been here
                return self._mend(found, damage) if damage else found
        except OSError as error:
            registers = made_up_for(found.registers, self.folder)
            reason = (
                f"{'; '.join(f'{name}: {what}' for name, what in damage.items())}, and "
                f"it cannot be moved aside ({error.strerror or error})"
            )
            return Found(registers, (), f"{self.folder}: {reason}")

    def changed(self) -> tuple[list[Event], bool]:
        """Return what other programs wrote since, and whether to load it all anew.

        Raises:
            OSError: A file cannot be read.
        """
        if stamp(self.folder / NAME) != self._stamp:
            return [], True
        read = self._journal.read()
        odd = bool(read.damage) or read.newer or read.replaced
        # Put away between the two looks, the journal went into another table.
        return read.events, odd or stamp(self.folder / NAME) != self._stamp

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock over reading, changing and writing; if it is held, go on.

        Raises:
            OSError: The folder cannot be made or written.
            StorageBusyError: Another program is writing for too long.
        """
        if self._is_held:
            yield
            return
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(self.folder, LOCK_SECONDS):
            self._is_held = True
            try:
                yield
            finally:
                self._is_held = False

    def append(self, events: Iterable[Event]) -> None:
        """Write events; call it while `writing` and when nothing has `changed`.

        Raises:
            OSError: They could not be written; the files are as they were.
        """
        self._journal.append(events)

    def fold(self, registers: Registers) -> None:
        """Write all of `registers` as the table; call it while `writing`.

        Raises:
            OSError: It could not be written; the files hold what they held.
        """
        from tuireader.store.state_storage import StateStorage
        from tuireader.store.state_table import write_table

        write_table(registers, StateStorage(self.folder))
        self._stamp = stamp(self.folder / NAME)
        with contextlib.suppress(FileNotFoundError):
            self._journal.file.replace(self.folder / JOURNAL_BACKUP)
        self._journal = Journal(self.folder)
        sweep(self.folder, 0)

    def _load(self) -> tuple[Found, dict[str, str]]:
        """Return table and journal, and what is damaged, by file name."""
        for _attempt in range(_ATTEMPTS):
            self._stamp = stamp(self.folder / NAME)
            table = read_table(self.folder / NAME)
            self._journal = Journal(self.folder)
            read = self._journal.read()
            if stamp(self.folder / NAME) == self._stamp:
                break
        table.registers.take(read.events)
        if table.newer or read.newer:
            reason = (
                f"{self.folder} was written by a newer tuireader: until this one is "
                "updated, nothing can be marked"
            )
            return Found(table.registers, (), reason), {}
        damage = {NAME: damage_of(table, self.folder)} | {
            self._journal.file.name: read.damage
        }
        return Found(table.registers), {
            name: odd for name, odd in damage.items() if odd
        }

    def _mend(self, found: Found, damage: dict[str, str]) -> Found:
        messages = []
        registers = made_up_for(found.registers, self.folder)
        for name, what in damage.items():
            message = f"{self.folder / name} was damaged ({what})"
            if aside := move_aside(self.folder / name):
                message += f" and is kept as {aside}"
            messages.append(f"{message}; what it held was taken from its backup")
        # A damaged backup, which counts only now that it is needed, is kept as well.
        if read_table(self.folder / BACKUP).damage:
            move_aside(self.folder / BACKUP)
        self.fold(registers)
        return Found(registers, tuple(messages))
