"""Which of the listed papers are unread."""

from collections.abc import Iterator
from itertools import compress

from tuireader.domain.paper import Paper
from tuireader.library.library import Library

_NEAR = 200
"""Rows looked at one by one: as a rule the next unread paper is near."""


def next_unread(library: Library, row: int, direction: int) -> int | None:
    """Return the row of the next unread paper, or None if there is none.

    Args:
        library: What is listed.
        row: Where to begin; that row itself does not count.
        direction: 1 looks down the list, -1 up.
    """
    rows = range(row + 1, len(library)) if direction > 0 else range(row - 1, -1, -1)
    for near in rows[:_NEAR]:
        if not library.state_at(near).read:
            return near
    flags = library.unread_flags()
    far = flags.find(1, row + 1) if direction > 0 else flags.rfind(1, 0, max(0, row))
    return far if far >= 0 else None


def unread_papers(library: Library) -> Iterator[Paper]:
    """Yield the listed papers that are unread, in their order."""
    for row in compress(range(len(library)), library.unread_flags()):
        yield library.paper_at(row)
