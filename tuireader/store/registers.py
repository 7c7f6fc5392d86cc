"""The state as a set of events of which, for each paper and kind, the last one counts.

Sets of events that met on two machines are merged in any order, any number of times,
with one outcome: which of two events counts depends on nothing but the two.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tuireader.domain.events import (
    BASELINE,
    QUEUE,
    Event,
    Fields,
    Keys,
    Register,
    Value,
)
from tuireader.store.key_index import KeyIndex
from tuireader.store.state_rows import KEYS, fields_of_row


class Registers:
    """Registers of papers, found under any of the keys that a paper had.

    Attributes:
        newest: The latest time of all events.
    """

    def __init__(self) -> None:
        self._papers: dict[Keys, Fields] = {}
        self._rows: dict[Keys, Mapping[str, Any]] = {}
        """Papers of a table that nobody asked for yet; what is in a row is not sure."""
        self._index = KeyIndex()
        self._queued: set[Keys] = set()
        self.newest = 0

    @classmethod
    def of_table(cls, rows: Iterable[Mapping[str, Any]], newest: int) -> "Registers":
        """Return what a table holds; a row is looked into when it is asked for.

        Args:
            rows: Its rows, each of another paper.
            newest: The latest time in it.

        Raises:
            LookupError, TypeError: They are no rows.
        """
        made = cls()
        made.newest = newest
        for row in rows:
            keys = tuple(row[KEYS])
            made._rows[keys] = row
            made._index.add(keys)
            if QUEUE in row:
                made._queued.add(keys)
        return made

    def __len__(self) -> int:
        return len(self._papers) + len(self._rows)

    def take(self, events: Iterable[Event]) -> list[Event]:
        """Add events.

        Returns:
            Those that changed something, with only the papers that they changed.
        """
        changed = []
        for event in events:
            papers = tuple(keys for keys in event.papers if self._put(keys, event))
            if papers:
                changed.append(event._replace(papers=papers))
        return changed

    def new_in(self, events: Iterable[Event]) -> list[Event]:
        """Return what `take` would, without adding anything."""
        among = Registers()
        among.take(events)
        changed = []
        for event in among.events():
            papers = tuple(keys for keys in event.papers if self._lacks(keys, event))
            if papers:
                changed.append(event._replace(papers=papers))
        return changed

    def add(self, keys: Keys, fields: Fields) -> None:
        """Add registers of a paper."""
        for kind, (time, name, value) in fields.items():
            self._put(keys, Event(name, time, kind, value, ()))

    def fields(self, keys: Keys) -> Fields:
        """Return the registers of the paper that has `keys`, by kind."""
        fitting = self._index.same_as(keys)
        if len(fitting) == 1:
            return self._own(fitting[0])
        merged: Fields = {}
        for known in fitting:
            for kind, register in self._own(known).items():
                if kind not in merged or _beats(kind, register, merged[kind]):
                    merged[kind] = register
        return merged

    def queue(self) -> list[tuple[Keys, float]]:
        """Return what is queued, in order, with the places; each paper once."""
        placed = []
        for keys in self._queued:
            register = self.fields(keys).get(QUEUE)
            if register and isinstance(register.value, float):
                placed.append((register.value, register.id, keys))
        queued: dict[Keys, float] = {}
        listed = KeyIndex()
        for place, _id, keys in sorted(placed):
            if not listed.same_as(keys):
                queued[keys] = place
                listed.add(keys)
        return list(queued.items())

    def items(self) -> Iterable[tuple[Keys, Fields]]:
        """Return all there is, by the keys of the events."""
        for keys in list(self._rows):
            self._own(keys)
        return self._papers.items()

    def events(self) -> Iterator[Event]:
        """Yield all that counts, in order of time; equal sets yield equal events."""
        papers: dict[tuple[int, str, str, str], list[Keys]] = {}
        values: dict[tuple[int, str, str, str], Value] = {}
        for keys, fields in self.items():
            for kind, (time, name, value) in fields.items():
                place = time, name, kind, json.dumps(value)
                papers.setdefault(place, []).append(keys)
                values[place] = value
        for place in sorted(papers):
            time, name, kind, _text = place
            yield Event(name, time, kind, values[place], tuple(sorted(papers[place])))

    def _own(self, keys: Keys) -> Fields:
        """Return the registers kept under just these keys, which have to be known."""
        if (row := self._rows.get(keys)) is not None:
            # Another thread may be doing the same, or have put something there since.
            self._papers.setdefault(keys, fields_of_row(row))
            self._rows.pop(keys, None)
        return self._papers[keys]

    def _put(self, keys: Keys, event: Event) -> bool:
        if not self._lacks(keys, event):
            self.newest = max(self.newest, event.time)
            return False
        if keys not in self._papers:
            self._papers[keys] = {}
            self._index.add(keys)
        self._papers[keys][event.kind] = Register(event.time, event.id, event.value)
        self.newest = max(self.newest, event.time)
        if event.kind == QUEUE:
            self._queued.add(keys)
        return True

    def _lacks(self, keys: Keys, event: Event) -> bool:
        """Tell whether an event would be the one that counts of its kind."""
        if keys not in self._papers and keys not in self._rows:
            return True
        before = self._own(keys).get(event.kind)
        register = Register(event.time, event.id, event.value)
        return before is None or _beats(event.kind, register, before)


def _beats(kind: str, register: Register, other: Register) -> bool:
    """Tell which of two events counts: the later, of a baseline the earlier."""
    if register[:2] != other[:2]:
        return (register[:2] > other[:2]) != (kind == BASELINE)
    # The same event twice; that its values differ only a forged file brings about.
    return json.dumps(register.value) > json.dumps(other.value)
