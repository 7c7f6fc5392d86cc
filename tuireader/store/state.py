"""The user's state: what was read, starred, queued, noted and tagged.

It is never derived and never thrown away. A change that was acknowledged is on disk.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from tuireader.domain.events import BASELINE, Event, Fields, Keys, Value
from tuireader.store.homes import expanded
from tuireader.store.locking import StorageBusyError
from tuireader.store.no_files import NoFiles
from tuireader.store.registers import Registers
from tuireader.store.state_files import Found, StateFiles
from tuireader.text.told import told

_MUCH = 3_000_000
"""Bytes that take longer to read than one should wait for: 20,000 papers."""
_ALL = Event("", 0, BASELINE, None, ())
"""Stands in the log where everything may have changed."""


class StateError(Exception):
    """Something could not be kept, and nothing was changed; its text is one line."""


class Wish(NamedTuple):
    """Something to be done to some papers."""

    kind: str
    value: Value
    papers: tuple[Keys, ...]


Decide = Callable[[Registers], Iterable[Wish]]
"""Tells what is wished, seeing the state as it is while no other program changes it."""


def default_folder() -> Path:
    """Return the folder of the state: `TUIREADER_STATE_DIR`, else the system's own."""
    if chosen := os.environ.get("TUIREADER_STATE_DIR"):
        return expanded(chosen)
    from platformdirs import user_data_path

    return user_data_path("tuireader", appauthor=False)


class State:
    """The state in one folder, or in memory only.

    Attributes:
        log: What changed since it was opened, in order; who remembers a place in it
            can catch up.
        messages: What is to be said of the files, such as that one was damaged.
        read_only: Why nothing can be changed, or empty.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder, which need not exist; without one nothing is kept."""
        self._files = StateFiles(folder) if folder else NoFiles()
        self._registers = Registers()
        self._lock = RLock()
        self._unkept: list[Event] = []
        """What is known here, but no longer in the files: somebody removed them."""
        self.log: list[Event] = []
        self.messages: tuple[str, ...] = ()
        self.read_only = ""

    @classmethod
    def open(cls, folder: Path | None = None, *, at_once: bool = True) -> "State":
        """Return the state in `folder`, by default this user's.

        What the files are like raises nothing: see `messages` and `read_only`.

        Args:
            folder: Where it is.
            at_once: Whether to read it now however much it is. Else one of very many
                marks is read by the first `refresh` or `change`, so that a first screen
                need not wait for it.
        """
        state = cls(folder or default_folder())
        if at_once or state._files.size < _MUCH:
            state._load()
        return state

    @property
    def folder(self) -> Path | None:
        """Where it is kept."""
        return self._files.folder

    def fields(self, keys: Keys) -> Fields:
        """Return what is known of the paper that has `keys`, by kind."""
        return self._registers.fields(keys)

    def items(self) -> list[tuple[Keys, Fields]]:
        """Return all there is, by keys under which it was kept."""
        with self._lock:
            return list(self._registers.items())

    def queue(self) -> list[Keys]:
        """Return the keys of each queued paper, in order."""
        with self._lock:
            return [keys for keys, _place in self._registers.queue()]

    def events(self) -> list[Event]:
        """Return all events that count, in order of time."""
        with self._lock:
            return list(self._registers.events())

    def change(self, decide: Decide) -> list[Event]:
        """Do what `decide` wishes, and return when it is on disk.

        Returns:
            The events that it became; what other programs did meanwhile is in `log`.

        Raises:
            StateError: It cannot be kept; nothing changed.
        """
        with self._writing():
            now = max(time.time_ns() // 1000, self._registers.newest + 1)
            events = [
                Event(os.urandom(8).hex(), now, *wish)
                for wish in decide(self._registers)
                if wish.papers
            ]
            self._add(events)
            return events

    def merge(self, events: Sequence[Event]) -> int:
        """Take events from elsewhere, and return how many of them changed something.

        Raises:
            StateError: They cannot be kept; nothing changed.
        """
        with self._writing():
            new = self._registers.new_in(events)
            self._add(new)
            return len(new)

    def refresh(self) -> bool:
        """Take what other programs wrote, and tell whether there was anything."""
        with self._lock:
            before = len(self.log)
            try:
                self._catch_up()
            except OSError as error:
                self.messages = (told(error),)
            return len(self.log) > before

    def tidy(self, *, always: bool = False) -> None:
        """Write the table anew if the journal has become long.

        Raises:
            StateError: It could not be written; what was kept remains so.
        """
        if not self.read_only and (always or self._files.is_long):
            with self._writing():
                self._files.fold(self._registers)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise StateError(self.read_only)
        with self._lock:
            try:
                with self._files.writing():
                    self._catch_up()
                    if self.read_only:
                        raise StateError(self.read_only)
                    if self._unkept:
                        self._files.append(self._unkept)
                        self._unkept = []
                    yield
            except (OSError, StorageBusyError) as error:
                raise StateError(f"not kept: {told(error)}") from error

    def _add(self, events: list[Event]) -> None:
        if events:
            self._files.append(events)
            self.log += self._registers.take(events)

    def _catch_up(self) -> None:
        events, anew = self._files.changed()
        self.log += self._registers.take(events)
        if anew:
            self._load()

    def _load(self) -> None:
        found = _found(self._files)
        self.messages, self.read_only = found.messages, found.read_only
        if not self._registers:
            self._registers = found.registers
            self.log.append(_ALL)
            return
        self.log += self._registers.take(found.registers.events())
        self._unkept = found.registers.new_in(self._registers.events())


def _found(files: StateFiles | NoFiles) -> Found:
    """Return what the files hold; what cannot be read may not be written either."""
    try:
        return files.load()
    except (OSError, StorageBusyError) as error:
        return Found(Registers(), (), f"the state cannot be read: {told(error)}")
