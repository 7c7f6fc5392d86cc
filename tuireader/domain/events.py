"""What a reader does with papers: events, and what they amount to for one paper."""

from collections.abc import Iterable
from typing import NamedTuple

READ, STAR, QUEUE, NOTE, TAG, BASELINE = (
    "read", "star", "queue", "note", "tag:", "baseline",
)  # fmt: skip
"""Kinds of events; that of a tag ends with its canonical form."""
LATEST = 7_258_118_400_000_000
"""The last time an event may have, the year 2200: behind it nothing could come."""

Value = bool | float | str | None
"""What an event says: whether read or starred (None: as the baseline says), a place in
the queue, a note, a tag as written; None where there is none."""
Keys = tuple[str, ...]
"""Keys of one paper, the strongest first."""


class Event(NamedTuple):
    """One thing done to some papers at one time."""

    id: str
    """Random, so that no two machines give the same."""
    time: int
    """Microseconds since 1970; later than all that the machine knew of before."""
    kind: str
    value: Value
    papers: tuple[Keys, ...]
    """Keys that each of the papers had then."""


class Register(NamedTuple):
    """The event that counts, of one kind for one paper."""

    time: int
    id: str
    value: Value


Fields = dict[str, Register]
"""Registers of a paper by kind."""


class PaperState(NamedTuple):
    """What the reader has done with one paper."""

    read: bool = False
    starred: bool = False
    queue: float | None = None
    """Place in the queue, the lowest first; None if it is not queued."""
    note: str = ""
    tags: tuple[str, ...] = ()
    """The reader's own tags as written, in order of the alphabet."""


def value_in(fields: Fields, kind: str) -> Value:
    """Return what is known of a kind; None if nothing is."""
    register = fields.get(kind)
    return register.value if register else None


def are_one_paper(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether keys that have some in common can be those of one paper.

    A title that stands with different arXiv ids is no evidence, here as in a library.
    """
    ids = {key for key in one if key.startswith("arxiv:")}
    other_ids = {key for key in other if key.startswith("arxiv:")}
    return not ids or not other_ids or not ids.isdisjoint(other_ids)
