"""Folded texts in blocks: many in one byte string, each known by its place in it.

One search of a large string costs a hundredth of what a search in each of its texts
does. A block is small enough that searching it is not felt on the screen.
"""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import accumulate, compress, repeat
from operator import contains
from typing import NamedTuple

from tuireader.store.body_text import BETWEEN, PART

BLOCK_BYTES = 1 << 19
_PART = PART.encode()
ANY_PART = (0, 1 << 30)
_SAMPLE = 64
"""Texts that tell how common a word is."""
_COMMON = 3
"""A word is common if one text in so many holds it."""

Find = Callable[..., int]
"""`bytes.find` of a content."""


class Block(NamedTuple):
    """Some texts, `PART` between the parts of each and `BETWEEN` after each."""

    content: bytes
    """UTF-8; a search of bytes finds what one of characters would."""
    ends: Sequence[int]
    """Where each text ends; a list is quicker to look up than an array."""
    owners: Sequence[int]
    """The paper of each; those of a range stand in order."""
    reach: range
    """From the lowest of the owners to the highest."""
    views: Sequence[Container[bytes]] = ()
    """Each text by itself, of what stays in memory: a place in `content`, no copy."""

    @classmethod
    def of(cls, texts: Sequence[bytes], owners: Sequence[int]) -> "Block":
        """Return the block of some texts, each with `BETWEEN` after it."""
        ends = list(accumulate(map(len, texts)))
        return cls(b"".join(texts), ends, owners, reach_of(owners))

    def with_views(self) -> "Block":
        """Return a block of the same texts that finds common words sooner."""
        from stringzilla import Str

        views = list(Str(self.content).split(BETWEEN))
        return self._replace(views=views[: len(self.ends)])

    def mark(self, word: bytes, parts: tuple[int, int], marks: bytearray) -> None:
        """Mark the papers that hold a word.

        Args:
            word: What to look for.
            parts: First of the parts to look in, and the one after the last.
            marks: A byte a paper.
        """
        if parts == ANY_PART and self._is_common(word):
            # Going from hit to hit costs more than looking into each text by itself.
            found = bytearray(map(contains, self.views, repeat(word)))
            self._mark_owners(found, marks)
            return
        from stringzilla import Str  # some times as fast as `bytes.find`

        find: Find = Str(self.content).find
        if parts == ANY_PART:
            self._mark_any(find, word, marks)
        else:
            self._mark_in(find, word, parts, marks)

    def _is_common(self, word: bytes) -> bool:
        """Whether many texts hold the word, as far as the first ones tell."""
        sample = self.views[:_SAMPLE]
        return _COMMON * sum(map(contains, sample, repeat(word))) > len(sample)

    def _mark_any(self, find: Find, word: bytes, marks: bytearray) -> None:
        ends = self.ends
        found = bytearray(len(ends))
        place, at = find(word), 0
        while place >= 0:
            end = ends[at]
            if place >= end:  # else it is in the text behind the last one
                at = bisect_right(ends, place, at)
                end = ends[at]
            found[at] = 1
            place = find(word, end)
            at += 1
        self._mark_owners(found, marks)

    def _mark_owners(self, found: bytearray, marks: bytearray) -> None:
        if isinstance(self.owners, range):
            rows = slice(self.reach.start, self.reach.stop)
            either = int.from_bytes(found) | int.from_bytes(marks[rows])
            marks[rows] = either.to_bytes(len(found))
        else:
            for owner in compress(self.owners, found):
                marks[owner] = 1

    def _mark_in(
        self, find: Find, word: bytes, parts: tuple[int, int], marks: bytearray
    ) -> None:
        content, ends = self.content, self.ends
        found = bytearray(len(ends))
        place, at = find(word), 0
        while place >= 0:
            at = bisect_right(ends, place, at)
            start, end = ends[at - 1] if at else 0, ends[at]
            part = content.count(_PART, start, place)
            if part < parts[0]:
                following = content.find(_PART, place, end)
                place = find(word, end if following < 0 else following)
                continue
            if part < parts[1]:
                found[at] = 1
            place = find(word, end)
        self._mark_owners(found, marks)

    def part(self, number: int) -> "Block":
        """Return the block of one part of each text, nothing where there is none."""
        texts = [text.split(PART)[number : number + 1] for text in self.texts()]
        cut = ["".join([*text, BETWEEN]).encode("utf-8", "replace") for text in texts]
        return self.of(cut, self.owners)

    def texts(self) -> list[str]:
        """Return the texts, for what cannot be searched for as bytes."""
        return self.content.decode("utf-8", "replace").split(BETWEEN)[:-1]


def reach_of(owners: Sequence[int]) -> range:
    """Return the numbers from the lowest owner to the highest."""
    return range(min(owners), max(owners) + 1) if owners else range(0)


def parts_of(text: str, parts: tuple[int, int]) -> str:
    """Return some parts of one text."""
    if parts == ANY_PART:
        return text
    return "\n".join(text.split(PART)[parts[0] : parts[1]])


def tag_line(tags: Iterable[str]) -> str:
    """Return canonical tags as they are looked for, with `-` and with `_`."""
    names = sorted(tags)
    return " ".join([*names, *(n.replace("-", "_") for n in names if "-" in n)])
