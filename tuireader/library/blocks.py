"""Folded texts in blocks: many in one byte string, each known by its place in it.

One search of a large string costs a hundredth of what a search in each of its texts
does. A block is small enough that searching it is not felt on the screen.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from typing import NamedTuple

from tuireader.store.body_text import BETWEEN, PART

BLOCK_BYTES = 1 << 18
_PART = PART.encode()
_BETWEEN = BETWEEN.encode()
ANY_PART = (0, 1 << 30)
_SAMPLE = 16
"""Texts by which a block is judged."""
_SHORT = 512
"""Bytes of a text up to which cutting it out costs little."""
_MANY_SHORT, _MANY_LONG = 0.35, 0.75
"""Share of short texts, or of longer ones, that has to hold a word for looking into
one after the other to be quicker than finding each place and whose it is."""


class Block(NamedTuple):
    """Some texts, `PART` between the parts of each and `BETWEEN` after each."""

    content: bytes
    """UTF-8; a search of bytes finds what one of characters would."""
    ends: Sequence[int]
    """Where each text ends, counted from where all the texts of a file begin."""
    owners: Sequence[int]
    """The paper of each of these texts."""
    first: int = 0
    """Place of the first text in `ends`; those before it stand in other blocks."""

    @classmethod
    def of(cls, texts: Sequence[bytes], owners: Sequence[int]) -> "Block":
        """Return the block of some texts, each with `BETWEEN` after it."""
        return cls(b"".join(texts), array("I", accumulate(map(len, texts))), owners)

    @classmethod
    def of_tags(cls, tags: Iterable[str], paper: int) -> "Block":
        """Return the head of a paper of which nothing but tags is known."""
        text = f"{PART}{PART}{tag_line(tags)}{BETWEEN}"
        return cls.of([text.encode("utf-8", "replace")], (paper,))

    def mark(self, word: bytes, parts: tuple[int, int], marks: bytearray) -> None:
        """Mark the papers that hold a word.

        Args:
            word: What to look for.
            parts: First of the parts to look in, and the one after the last.
            marks: A byte a paper.
        """
        if parts != ANY_PART:
            self._mark_in(word, parts, marks)
        elif self._is_dense(word):
            self._mark_each(word, marks)
        else:
            self._mark_any(word, marks)

    def _is_dense(self, word: bytes) -> bool:
        """Tell whether many texts hold a word, by the first few."""
        few = self.content.split(_BETWEEN, _SAMPLE)[:_SAMPLE]
        short = len(self.content) < _SHORT * len(self.owners)
        many = _MANY_SHORT if short else _MANY_LONG
        return sum(word in text for text in few) > many * len(few)

    def _mark_each(self, word: bytes, marks: bytearray) -> None:
        """Look into one text after the other, as many hold the word."""
        texts = self.content.split(_BETWEEN)
        found = [word in text for text in texts[: len(self.owners)]]
        for owner in compress(self.owners, found):
            marks[owner] = 1

    def _mark_any(self, word: bytes, marks: bytearray) -> None:
        content, ends, owners, first = self
        base = ends[first - 1] if first else 0
        find = content.find
        place, at, last = find(word), first, first + len(owners)
        while place >= 0:
            at = bisect_right(ends, place + base, at, last)
            marks[owners[at - first]] = 1
            place = find(word, ends[at] - base)

    def _mark_in(self, word: bytes, parts: tuple[int, int], marks: bytearray) -> None:
        content, ends, owners, first = self
        base = ends[first - 1] if first else 0
        find = content.find
        place, at, last = find(word), first, first + len(owners)
        while place >= 0:
            at = bisect_right(ends, place + base, at, last)
            start = ends[at - 1] - base if at > first else 0
            end = ends[at] - base
            part = content.count(_PART, start, place)
            if part < parts[0]:
                following = find(_PART, place, end)
                place = find(word, end if following < 0 else following)
                continue
            if part < parts[1]:
                marks[owners[at - first]] = 1
            place = find(word, end)

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
