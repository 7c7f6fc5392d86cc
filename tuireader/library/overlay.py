"""The state laid over the papers of a catalogue: each one's, and what changes it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from weakref import WeakMethod

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import BASELINE, Event, PaperState
from tuireader.domain.events import READ as READ_KIND
from tuireader.library.keyring import Keyring
from tuireader.library.standing import Standing
from tuireader.library.states import READ, States

_AT_ONCE = 100
"""Papers that are looked at before another thread may ask: a few milliseconds."""
_Retag = Callable[[int, frozenset[str]], None]


class Overlay:
    """The state of papers by number.

    A few papers cost a look each; that of all is built when it is first asked for, and
    kept up to date change by change.
    """

    def __init__(self, catalogue: Catalogue, keyring: Keyring, marks: Standing) -> None:
        self._catalogue = catalogue
        self._keyring = keyring
        self.marks = marks
        marks.assume_baseline(catalogue)
        marks.follow(self.catch_up)
        self._place = marks.version
        self._known: dict[int, PaperState] = {}
        self._all: States | None = None
        self._awaited: set[int] = set()
        """Papers whose bits are not up to date."""
        self._lock = RLock()
        self._building = RLock()
        self._retag: list[WeakMethod[_Retag]] = []

    @property
    def is_built(self) -> bool:
        """Whether the state of all papers is known."""
        return self._all is not None

    @property
    def states(self) -> States:
        """The states of all papers, which have to be built."""
        assert self._all is not None  # noqa: S101
        return self._all

    def build(self) -> None:
        """Find the state of all papers; later calls cost next to nothing."""
        with self._building:
            if self._all is None:
                place = self.marks.version
                found = self._found()  # meanwhile the screen asks for its rows
                with self._lock:
                    self._all = found
                    self._await(self.marks.since(place)[0])
        self.catch_up()

    def state(self, paper: int) -> PaperState:
        """Return the state of a paper."""
        with self._lock:
            self._take()
            if paper not in self._known:
                self._known[paper] = self._state(paper)
            return self._known[paper]

    def catch_up(self) -> None:
        """Take what was changed since; whoever changed much does so in its worker."""
        while self._place != self.marks.version or self._awaited:
            with self._lock:  # not for long: the screen asks for its rows meanwhile
                self._take()
                for _ in range(min(len(self._awaited), _AT_ONCE)):
                    self._put(self._awaited.pop())

    @contextmanager
    def still(self) -> Iterator[int]:
        """Let nothing change meanwhile; gives the number of shifts there are."""
        self.catch_up()
        with self._lock:
            yield len(self.states.shifts)

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`.

        Raises:
            KeyError: `what` is none of these.
        """
        states = self._all  # asked for of every paper: a call less is worth it
        if states is None or self._place != self.marks.version or self._awaited:
            self.build()
            states = self.states
        return states.has(paper, what)

    def flags(self, what: str) -> bytes:
        """Return a 1 for each paper that is `unread`, `starred` and so on, else a 0.

        Raises:
            KeyError: `what` is none of these.
        """
        self.build()
        return self.states.flags(what)

    def own_tags(self) -> dict[int, frozenset[str]]:
        """Return the reader's own tags, canonical, by the papers that have some."""
        self.build()
        return self.states.own

    def when_retagged(self, call: _Retag) -> None:
        """Have a method told of papers whose own tags changed, and of all their tags.

        It is held weakly: who is told holds this, and a circle outlives its library.
        """
        self._retag.append(WeakMethod(call))

    def _take(self) -> None:
        if self._place != self.marks.version:
            events, self._place = self.marks.since(self._place)
            self._known.clear()
            self._await(events)

    def _await(self, events: Sequence[Event]) -> None:
        """Have the papers of `events` looked at anew, if all are known."""
        if self._all is None:
            return
        if any(event.kind == BASELINE for event in events):
            self._awaited.update(range(len(self._all.bits)))
        else:
            under = self._keyring.under
            self._awaited.update(*(under(k) for event in events for k in event.papers))

    def _put(self, paper: int) -> None:
        shift = self.states.put(paper, self._state(paper))
        if shift and shift.retagged:
            for call in filter(None, [known() for known in self._retag]):
                call(paper, shift.tags)

    def _state(self, paper: int) -> PaperState:
        catalogue = self._catalogue
        entries = catalogue.entries_of(paper)
        dates = [catalogue.dates[entry] for entry in entries]
        return self.marks.state(self._keyring.keys(entries), dates)

    def _found(self) -> States:
        """Return the states of all papers."""
        unread = self.marks.baseline.unread(self._catalogue, self._keyring)
        states = States(self._catalogue)
        bits = states.bits
        for paper in unread:
            bits[paper] = 0
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
            states.begin(paper, self._state(paper))
        return states
