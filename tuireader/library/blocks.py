"""Folded texts in blocks: many in one byte string, each known by its place in it.

One search of a large string costs a hundredth of what a search in each of its texts
does. A block is small enough that searching it is not felt on the screen.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tuireader.store.body_text import BETWEEN, PART

BLOCK_BYTES = 1 << 18
_PART = PART.encode()
ANY_PART = (0, 1 << 30)


class Block(NamedTuple):
    """Some texts, `PART` between the parts of each and `BETWEEN` after each."""

    content: bytes
    """UTF-8; a search of bytes finds what one of characters would."""
    starts: Sequence[int]
    """Where each text begins, and where the last ends."""
    owners: Sequence[int]
    """The paper that each belongs to."""

    @classmethod
    def of_tags(cls, tags: Iterable[str], paper: int) -> "Block":
        """Return the head of a paper of which nothing but tags is known."""
        text = f"{PART}{PART}{tag_line(tags)}{BETWEEN}".encode("utf-8", "replace")
        return cls(text, (0, len(text)), (paper,))

    def mark(self, word: bytes, parts: tuple[int, int], marks: bytearray) -> None:
        """Mark the papers that hold a word.

        Args:
            word: What to look for.
            parts: First of the parts to look in, and the one after the last.
            marks: A byte a paper.
        """
        if parts == ANY_PART:
            self._mark_any(word, marks)
        else:
            self._mark_in(word, parts, marks)

    def _mark_any(self, word: bytes, marks: bytearray) -> None:
        content, starts, owners = self
        find = content.find
        place, at = find(word), 0
        while place >= 0:
            at = bisect_right(starts, place, at)
            marks[owners[at - 1]] = 1
            place = find(word, starts[at])

    def _mark_in(self, word: bytes, parts: tuple[int, int], marks: bytearray) -> None:
        content, starts, owners = self
        first, end = parts
        find = content.find
        place, at = find(word), 0
        while place >= 0:
            at = bisect_right(starts, place, at)
            part = content.count(_PART, starts[at - 1], place)
            if part < first:
                following = find(_PART, place, starts[at])
                place = find(word, starts[at] if following < 0 else following)
                continue
            if part < end:
                marks[owners[at - 1]] = 1
            place = find(word, starts[at])

    def texts(self) -> list[str]:
        """Return the texts, for what cannot be searched for as bytes."""
        return self.content.decode("utf-8", "replace").split(BETWEEN)[:-1]


def parts_of(text: str, parts: tuple[int, int]) -> str:
    """Return some parts of one text."""
    if parts == ANY_PART:
        return text
    return "\n".join(text.split(PART)[parts[0] : parts[1]])


def tag_line(tags: Iterable[str]) -> str:
    """Return canonical tags as they are looked for, with `-` and with `_`."""
    names = sorted(tags)
    return " ".join([*names, *(n.replace("-", "_") for n in names if "-" in n)])
