"""The state as a set of events of which, for each paper and kind, the last one counts.

Sets of events that met on two machines are merged in any order, any number of times,
with one outcome: which of two events counts depends on nothing but the two.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tuireader.domain.events import BASELINE, QUEUE, Event, Keys, Value, are_one_paper


class Register(NamedTuple):
    """The event that counts, of one kind for one paper."""

    time: int
    id: str
    value: Value


Fields = dict[str, Register]
"""Registers by kind."""


class Registers:
    """Registers of papers, found under any of the keys that a paper had.

    Attributes:
        newest: The latest time of all events.
    """

    def __init__(self) -> None:
        self._papers: dict[Keys, Fields] = {}
        self._under: dict[str, list[Keys]] = {}
        self._queued: set[Keys] = set()
        self.newest = 0

    def __len__(self) -> int:
        return len(self._papers)

    def copy(self) -> "Registers":
        """Return registers that change apart from these."""
        made = Registers()
        made.take(self.events())
        return made

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

    def put(self, keys: Keys, fields: Mapping[str, Register]) -> None:
        """Add registers of a paper that are better than those it has."""
        for kind, (time, name, value) in fields.items():
            self._put(keys, Event(name, time, kind, value, ()))

    def fields(self, keys: Keys) -> Fields:
        """Return the registers of the paper that has `keys`, by kind."""
        under = self._under
        found = dict.fromkeys(known for key in keys for known in under.get(key, ()))
        fitting = [known for known in found if are_one_paper(known, keys)]
        if len(fitting) == 1:
            return self._papers[fitting[0]]
        merged: Fields = {}
        for known in fitting:
            for kind, register in self._papers[known].items():
                if kind not in merged or _beats(kind, register, merged[kind]):
                    merged[kind] = register
        return merged

    def queue(self) -> list[tuple[Keys, float]]:
        """Return what is queued, in order, with the places; each paper once."""
        placed = []
        for keys in self._queued:
            register = self.fields(keys)[QUEUE]
            if isinstance(register.value, float):
                placed.append((register.value, register.id, keys))
        queued: dict[Keys, float] = {}
        under: dict[str, list[Keys]] = {}
        for place, _id, keys in sorted(placed):
            known = (other for key in keys for other in under.get(key, ()))
            if not any(are_one_paper(other, keys) for other in known):
                queued[keys] = place
                for key in keys:
                    under.setdefault(key, []).append(keys)
        return list(queued.items())

    def items(self) -> Iterable[tuple[Keys, Fields]]:
        """Return all there is, by the keys of the events."""
        return self._papers.items()

    def events(self) -> Iterator[Event]:
        """Yield all that counts, in order of time; equal sets yield equal events."""
        papers: dict[tuple[int, str, str, str], list[Keys]] = {}
        values: dict[tuple[int, str, str, str], Value] = {}
        for keys, fields in self._papers.items():
            for kind, (time, name, value) in fields.items():
                place = time, name, kind, json.dumps(value)
                papers.setdefault(place, []).append(keys)
                values[place] = value
        for place in sorted(papers):
            time, name, kind, _text = place
            yield Event(name, time, kind, values[place], tuple(sorted(papers[place])))

    def _put(self, keys: Keys, event: Event) -> bool:
        if keys not in self._papers:
            self._papers[keys] = {}
            for key in keys:
                self._under.setdefault(key, []).append(keys)
        fields = self._papers[keys]
        self.newest = max(self.newest, event.time)
        register = Register(event.time, event.id, event.value)
        before = fields.get(event.kind)
        if before is not None and not _beats(event.kind, register, before):
            return False
        fields[event.kind] = register
        if event.kind == QUEUE:
            self._queued.add(keys)
        return True


def _beats(kind: str, register: Register, other: Register) -> bool:
    """Tell which of two events counts: the later, of a baseline the earlier."""
    if register[:2] != other[:2]:
        return (register[:2] > other[:2]) != (kind == BASELINE)
    # The same event twice; that its values differ only a forged file brings about.
    return json.dumps(register.value) > json.dumps(other.value)


def value_in(fields: Fields, kind: str) -> Value:
    """Return what is known of a kind; None if nothing is."""
    register = fields.get(kind)
    return register.value if register else None
