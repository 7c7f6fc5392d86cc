"""Stands for the files of a state that is kept in memory only."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tuireader.domain.events import Event
from tuireader.store.registers import Registers
from tuireader.store.state_files import Found


class NoFiles:
    """What `StateFiles` is, where nothing is kept: nothing is there, nothing fails."""

    folder = None
    size = 0
    is_long = False

    def load(self) -> Found:
        """Return an empty state."""
        return Found(Registers())

    def changed(self) -> tuple[list[Event], bool]:
        """Return that nobody else wrote anything."""
        return [], False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold no lock: no other program sees it."""
        yield

    def append(self, events: Iterable[Event]) -> None:
        """Keep nothing."""

    def fold(self, registers: Registers) -> None:
        """Keep nothing."""
