"""The state laid over the papers of a catalogue: each one's, and what changes it."""

from collections.abc import Callable
from threading import RLock
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import BASELINE, PaperState
from tuireader.domain.events import READ as READ_KIND
from tuireader.domain.identity import canonical_tag
from tuireader.library.keyring import Keyring
from tuireader.library.standing import Standing

READ, STARRED, QUEUED, NOTED, TAGGED = 1, 2, 4, 8, 16
"""Bits that say what a paper's state is."""
_NONE: frozenset[str] = frozenset()
_WANTED = {
    "unread": (READ, 0),
    "read": (READ, READ),
    "starred": (STARRED, STARRED),
    "queued": (QUEUED, QUEUED),
    "noted": (NOTED, NOTED),
}


class Shift(NamedTuple):
    """How the state of a paper changed."""

    paper: int
    before: int
    """Bits of before."""
    after: int
    old_tags: frozenset[str]
    """All canonical tags it had before, the digests' and the reader's own."""
    tags: frozenset[str]


class Overlay:
    """The state of papers by number.

    A few papers cost a look each; that of all is built when it is first asked for, and
    kept up to date change by change.

    Attributes:
        shifts: What changed since all was built, in order.
        labels: The reader's own tags as written, by canonical form.
    """

    def __init__(self, catalogue: Catalogue, keyring: Keyring, marks: Standing) -> None:
        self._catalogue = catalogue
        self._keyring = keyring
        self.marks = marks
        marks.assume_baseline(catalogue)
        self._place = marks.version
        self._known: dict[int, PaperState] = {}
        self._bits: bytearray | None = None
        self._own: dict[int, frozenset[str]] = {}
        self._lock = RLock()
        self._retag: list[Callable[[int], None]] = []
        self.shifts: list[Shift] = []
        self.labels: dict[str, str] = {}

    @property
    def is_built(self) -> bool:
        """Whether the state of all papers is known."""
        return self._bits is not None

    def build(self) -> None:
        """Find the state of all papers; later calls cost next to nothing."""
        if self._bits is not None and self._place == self.marks.version:
            return
        with self._lock:
            self._catch_up()
            if self._bits is None:
                self._bits = self._found()

    def state(self, paper: int) -> PaperState:
        """Return the state of a paper."""
        with self._lock:
            self._catch_up()
            if paper not in self._known:
                self._known[paper] = self._state(paper)
            return self._known[paper]

    def bits(self, paper: int) -> int:
        """Return the bits of a paper's state; those of all have to be built."""
        assert self._bits is not None  # noqa: S101
        return self._bits[paper]

    def catch_up(self) -> None:
        """Take what was changed since."""
        if self._place == self.marks.version:
            return
        with self._lock:
            self._catch_up()

    def unread(self) -> list[int]:
        """Return the papers that are not read."""
        self.build()
        known = self._bits or b""
        return [paper for paper, bits in enumerate(known) if not bits & READ]

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`.

        Raises:
            KeyError: `what` is none of these.
        """
        mask, wanted = _WANTED[what]
        self.build()
        return self.bits(paper) & mask == wanted

    def own_tags(self) -> dict[int, frozenset[str]]:
        """Return the reader's own tags, canonical, by the papers that have some."""
        self.build()
        return self._own

    def when_retagged(self, call: Callable[[int], None]) -> None:
        """Have `call` told of papers whose own tags changed."""
        self._retag.append(call)

    def _catch_up(self) -> None:
        if self._place == self.marks.version:
            return
        events, self._place = self.marks.since(self._place)
        self._known.clear()
        if self._bits is None:
            return
        if any(event.kind == BASELINE for event in events):
            papers = set(range(len(self._bits)))
        else:
            under = self._keyring.under
            papers = set().union(*(under(k) for event in events for k in event.papers))
        for paper in papers:
            self._put(paper, self._state(paper))

    def _put(self, paper: int, state: PaperState) -> None:
        assert self._bits is not None  # noqa: S101
        before, after = self._bits[paper], _bits_of(state)
        old, own = self._own.get(paper, _NONE), self._tags(state)
        if (before, old) == (after, own):
            return
        self._bits[paper] = after
        self._own[paper] = own
        known = self._catalogue.tags
        there = frozenset(known[n].tag for n in self._catalogue.paper_tags[paper])
        self.shifts.append(Shift(paper, before, after, there | old, there | own))
        if own != old:
            for call in self._retag:
                call(paper)

    def _tags(self, state: PaperState) -> frozenset[str]:
        found = {canonical_tag(label): label for label in state.tags}
        self.labels |= found
        return frozenset(found)

    def _state(self, paper: int) -> PaperState:
        catalogue = self._catalogue
        entries = catalogue.entries_of(paper)
        dates = [catalogue.dates[entry] for entry in entries]
        return self.marks.state(self._keyring.keys(entries), dates)

    def _found(self) -> bytearray:
        """Return the bits of all papers, and find the reader's own tags."""
        bits = self._at_baseline()
        under = self._keyring.under
        marked: set[int] = set()
        for keys, fields in self.marks.items():
            papers = under(keys)
            if len(fields) == 1 and READ_KIND in fields and fields[READ_KIND].value:
                for paper in papers:  # most of what is known of most readers
                    bits[paper] |= READ
            else:
                marked |= papers
        for paper in marked:
            state = self._state(paper)
            bits[paper] = _bits_of(state)
            if state.tags:
                self._own[paper] = self._tags(state)
        return bits

    def _at_baseline(self) -> bytearray:
        catalogue = self._catalogue
        baseline = self.marks.baseline
        dates, heads, grouped = catalogue.dates, catalogue.heads, catalogue.grouped
        bits = bytearray([READ]) * len(heads)
        newer = (n for n, head in enumerate(heads) if dates[head] < baseline.day)
        end = next(newer, len(heads))  # the newest come first, and the undated last
        undated = range(len(heads) - _undated(catalogue), len(heads))
        for paper in (*range(end), *(undated if baseline.undated is not None else ())):
            if paper in grouped or not dates[heads[paper]]:
                entries = catalogue.entries_of(paper)
                seen = [dates[entry] for entry in entries]
                bits[paper] = baseline.counts(seen, self._keyring.keys(entries))
            else:
                bits[paper] = 0
        return bits


def _undated(catalogue: Catalogue) -> int:
    """Return how many papers, the last ones, have no day."""
    days = catalogue.days
    return days[-1][1] if days and not days[-1][0] else 0


def _bits_of(state: PaperState) -> int:
    return (
        READ * state.read
        | STARRED * state.starred
        | QUEUED * (state.queue is not None)
        | NOTED * bool(state.note)
        | TAGGED * bool(state.tags)
    )
