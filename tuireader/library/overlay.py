"""The state laid over the papers of a catalogue: each one's, and what changes it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import BASELINE, Event, PaperState
from tuireader.domain.events import READ as READ_KIND
from tuireader.domain.identity import canonical_tag
from tuireader.library.keyring import Keyring
from tuireader.library.standing import Standing

READ, STARRED, QUEUED, NOTED, TAGGED = 1, 2, 4, 8, 16
"""Bits that say what a paper's state is."""
_AT_ONCE = 100
"""Papers that are looked at before another thread may ask: a few milliseconds."""
_Retag = Callable[[int, frozenset[str]], None]
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
        marks.follow(self.catch_up)
        self._place = marks.version
        self._known: dict[int, PaperState] = {}
        self._bits: bytearray | None = None
        self._own: dict[int, frozenset[str]] = {}
        self._awaited: set[int] = set()
        """Papers whose bits are not up to date."""
        self._lock = RLock()
        self._building = RLock()
        self._retag: list[_Retag] = []
        self.shifts: list[Shift] = []
        self.labels: dict[str, str] = {}

    @property
    def is_built(self) -> bool:
        """Whether the state of all papers is known."""
        return self._bits is not None

    def build(self) -> None:
        """Find the state of all papers; later calls cost next to nothing."""
        with self._building:
            if self._bits is None:
                place = self.marks.version
                bits, own = self._found()  # meanwhile the screen asks for its rows
                with self._lock:
                    self._bits, self._own = bits, own
                    self._await(self.marks.since(place)[0])
        self.catch_up()

    def state(self, paper: int) -> PaperState:
        """Return the state of a paper."""
        with self._lock:
            self._take()
            if paper not in self._known:
                self._known[paper] = self._state(paper)
            return self._known[paper]

    def bits(self, paper: int) -> int:
        """Return the bits of a paper's state; those of all have to be built."""
        assert self._bits is not None  # noqa: S101
        return self._bits[paper]

    def catch_up(self) -> None:
        """Take what was changed since; whoever changed much does so in its worker."""
        while self._place != self.marks.version or self._awaited:
            with self._lock:  # not for long: the screen asks for its rows meanwhile
                self._take()
                for _ in range(min(len(self._awaited), _AT_ONCE)):
                    paper = self._awaited.pop()
                    self._put(paper, self._state(paper))

    @contextmanager
    def still(self) -> Iterator[int]:
        """Let nothing change meanwhile; gives the number of shifts there are."""
        self.catch_up()
        with self._lock:
            yield len(self.shifts)

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`.

        Raises:
            KeyError: `what` is none of these.
        """
        mask, wanted = _WANTED[what]
        if self._bits is None or self._place != self.marks.version or self._awaited:
            self.build()
        return self.bits(paper) & mask == wanted

    def flags(self, what: str) -> bytes:
        """Return a 1 for each paper that is `unread`, `starred` and so on, else a 0.

        Raises:
            KeyError: `what` is none of these.
        """
        mask, wanted = _WANTED[what]
        self.build()
        assert self._bits is not None  # noqa: S101
        table = bytes(bits & mask == wanted for bits in range(256))
        return bytes(self._bits.translate(table))

    def own_tags(self) -> dict[int, frozenset[str]]:
        """Return the reader's own tags, canonical, by the papers that have some."""
        self.build()
        return self._own

    def when_retagged(self, call: _Retag) -> None:
        """Have `call` told of papers whose own tags changed, and of all their tags."""
        self._retag.append(call)

    def _take(self) -> None:
        if self._place != self.marks.version:
            events, self._place = self.marks.since(self._place)
            self._known.clear()
            self._await(events)

    def _await(self, events: Sequence[Event]) -> None:
        """Have the papers of `events` looked at anew, if all are known."""
        if self._bits is None:
            return
        if any(event.kind == BASELINE for event in events):
            self._awaited.update(range(len(self._bits)))
        else:
            under = self._keyring.under
            self._awaited.update(*(under(k) for event in events for k in event.papers))

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
                call(paper, there | own)

    def _tags(self, state: PaperState) -> frozenset[str]:
        found = {canonical_tag(label): label for label in state.tags}
        self.labels |= found
        return frozenset(found)

    def _state(self, paper: int) -> PaperState:
        catalogue = self._catalogue
        entries = catalogue.entries_of(paper)
        dates = [catalogue.dates[entry] for entry in entries]
        return self.marks.state(self._keyring.keys(entries), dates)

    def _found(self) -> tuple[bytearray, dict[int, frozenset[str]]]:
        """Return the bits of all papers, and the reader's own tags."""
        unread = self.marks.baseline.unread(self._catalogue, self._keyring)
        bits = bytearray([READ]) * len(self._catalogue.heads)
        for paper in unread:
            bits[paper] = 0
        own: dict[int, frozenset[str]] = {}
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
                own[paper] = self._tags(state)
        return bits, own


def _bits_of(state: PaperState) -> int:
    return (
        READ * state.read
        | STARRED * state.starred
        | QUEUED * (state.queue is not None)
        | NOTED * bool(state.note)
        | TAGGED * bool(state.tags)
    )
