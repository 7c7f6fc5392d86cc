"""Counts of papers by state, kept up to date change by change."""

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple

from tuireader.library.overlay import Overlay
from tuireader.library.reappearing import Reappearing
from tuireader.library.states import NOTED, QUEUED, READ, STARRED
from tuireader.query.marked import looked_up

_UNREAD = bytes(not bits & READ for bits in range(256))


class StateCounts(NamedTuple):
    """How many papers are in which state."""

    unread: int
    starred: int
    queued: int
    noted: int
    unread_days: Mapping[str, int]
    """Unread papers by the day they are listed under; only days that have some."""
    unread_tags: Mapping[str, int]
    """Unread papers by canonical tag, the reader's own among them."""
    unread_again: Mapping[str, int] = MappingProxyType({})
    """Unread papers by year, month and day of other appearances: see `Facets.again`."""


class Placed(NamedTuple):
    """Tells under which days papers are found."""

    day_of: Callable[[int], str]
    """The day that a paper is listed under."""
    besides: Reappearing
    """Its other ones."""


class Tally:
    """Counts over some papers of a catalogue."""

    def __init__(
        self,
        overlay: Overlay,
        papers: Sequence[int],
        placed: Placed,
        tags: Sequence[frozenset[str]],
    ) -> None:
        """Count.

        Args:
            overlay: The state, which has to be built.
            papers: Numbers of the papers.
            placed: Tells the days of papers.
            tags: Canonical tags by paper number, as they are now.
        """
        self._overlay = overlay
        self._papers = papers
        self._placed = placed
        self._lock = Lock()
        with overlay.still() as self._place:
            bits = bytes(map(overlay.states.bits.__getitem__, papers))
            unread = {
                paper: tags[paper]
                for paper in compress(papers, bits.translate(_UNREAD))
            }
        self._bits = Counter[int]()
        for value, count in Counter(bits).items():
            self._count(value, count)
        self._days = Counter(map(placed.day_of, unread))
        several = unread.keys() & placed.besides.papers
        self._again = Counter(chain.from_iterable(map(placed.besides.of, several)))
        self._tags = Counter(chain.from_iterable(unread.values()))

    def counts(self) -> StateCounts:
        """Return the counts as they are now."""
        self._overlay.catch_up()
        with self._lock:
            return self._counts()

    def _counts(self) -> StateCounts:
        shifts = self._overlay.states.shifts
        while self._place < len(shifts):
            shift = shifts[self._place]
            self._place += 1
            if shift.paper in self._members:
                self._count(shift.before, -1)
                self._count(shift.after, 1)
                if not shift.before & READ:
                    self._move(shift.paper, shift.old_tags, -1)
                if not shift.after & READ:
                    self._move(shift.paper, shift.tags, 1)
        bits = self._bits
        return StateCounts(
            len(self._papers) - bits[READ],
            bits[STARRED],
            bits[QUEUED],
            bits[NOTED],
            {day: count for day, count in self._days.items() if count},
            {tag: count for tag, count in self._tags.items() if count},
            {start: count for start, count in self._again.items() if count},
        )

    @cached_property
    def _members(self) -> Container[int]:
        return looked_up(self._papers)

    def _count(self, bits: int, number: int) -> None:
        for bit in (READ, STARRED, QUEUED, NOTED):
            if bits & bit:
                self._bits[bit] += number

    def _move(self, paper: int, tags: frozenset[str], number: int) -> None:
        self._days[self._placed.day_of(paper)] += number
        for start in self._placed.besides.of(paper):
            self._again[start] += number
        for tag in tags:
            self._tags[tag] += number
