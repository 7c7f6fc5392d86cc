"""The states of all papers at a glance: bits, own tags, and how they shift."""

from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import PaperState
from tuireader.domain.identity import canonical_tag

READ, STARRED, QUEUED, NOTED, TAGGED = 1, 2, 4, 8, 16
"""Bits that say what a paper's state is."""
_WANTED = {
    "unread": (READ, 0),
    "read": (READ, READ),
    "starred": (STARRED, STARRED),
    "queued": (QUEUED, QUEUED),
    "noted": (NOTED, NOTED),
}
"""The bit to look at for a state, and what it has to be."""
_NONE: frozenset[str] = frozenset()


class Shift(NamedTuple):
    """How the state of a paper changed."""

    paper: int
    before: int
    """Bits of before."""
    after: int
    old_tags: frozenset[str]
    """All canonical tags it had before, the digests' and the reader's own."""
    tags: frozenset[str]
    retagged: bool
    """Whether the reader's own changed."""


class States:
    """The state of each paper of a catalogue; at first each is just read.

    Attributes:
        bits: What the state is, by paper.
        own: The reader's own tags, canonical, by the papers that have or had some.
        labels: The reader's own tags as written, by canonical form.
        shifts: What `put` changed, in order.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.bits = bytearray([READ]) * len(catalogue.heads)
        self.own: dict[int, frozenset[str]] = {}
        self.labels: dict[str, str] = {}
        self.shifts: list[Shift] = []

    def begin(self, paper: int, state: PaperState) -> None:
        """Take the first state of a paper, which is no shift."""
        self.bits[paper] = _bits_of(state)
        if state.tags:
            self.own[paper] = self._tags(state)

    def put(self, paper: int, state: PaperState) -> Shift | None:
        """Take the state of a paper as it is now, and return what that shifts."""
        before, after = self.bits[paper], _bits_of(state)
        old, own = self.own.get(paper, _NONE), self._tags(state)
        if (before, old) == (after, own):
            return None
        self.bits[paper] = after
        self.own[paper] = own
        known = self._catalogue.tags
        there = frozenset(known[n].tag for n in self._catalogue.paper_tags[paper])
        shift = Shift(paper, before, after, there | old, there | own, own != old)
        self.shifts.append(shift)
        return shift

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`.

        Raises:
            KeyError: `what` is none of these.
        """
        mask, wanted = _WANTED[what]
        return self.bits[paper] & mask == wanted

    def flags(self, what: str) -> bytes:
        """Return a 1 for each paper that is `unread`, `starred` and so on, else a 0.

        Raises:
            KeyError: `what` is none of these.
        """
        mask, wanted = _WANTED[what]
        table = bytes(bits & mask == wanted for bits in range(256))
        return bytes(self.bits.translate(table))

    def _tags(self, state: PaperState) -> frozenset[str]:
        found = {canonical_tag(label): label for label in state.tags}
        self.labels |= found
        return frozenset(found)


def _bits_of(state: PaperState) -> int:
    return (
        READ * state.read
        | STARRED * state.starred
        | QUEUED * (state.queue is not None)
        | NOTED * bool(state.note)
        | TAGGED * bool(state.tags)
    )
