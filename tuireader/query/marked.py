"""Papers as a byte each: sets that are put together and counted without a loop.

A hundred thousand papers in a list are a hundred thousand objects to make, and to look
through for every collection of garbage; here they are one string of bytes.
"""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, repeat
from typing import overload

_NEAR = 512
"""Papers whose places are worked out at once: a screen or two of them."""
_FEW = 16
"""One in so many or fewer is sooner found one after the other than by going along."""
_SWAPPED = bytes([1, 0]) + bytes(254)


class Marked(Sequence[int]):
    """The numbers of some papers, ascending.

    Attributes:
        marks: A 1 for each paper that is one of them, else a 0.
    """

    def __init__(self, marks: bytes | bytearray) -> None:
        """Take the marks, which must not change any more."""
        self.marks = marks
        self._length = marks.count(1)
        self._at: tuple[int, Sequence[int]] = (-1, ())

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[int]:
        if self.are_few:
            return self._one_by_one()
        return compress(range(len(self.marks)), self.marks)

    def __contains__(self, paper: object) -> bool:
        if not isinstance(paper, int) or not 0 <= paper < len(self.marks):
            return False
        return self.marks[paper] == 1

    @overload
    def __getitem__(self, row: int) -> int: ...
    @overload
    def __getitem__(self, row: slice) -> list[int]: ...
    def __getitem__(self, row: int | slice) -> int | list[int]:
        """Return the paper in a row, or those of some rows."""
        if isinstance(row, slice):
            return [self._in_row(each) for each in range(*row.indices(self._length))]
        if not -self._length <= row < self._length:
            raise IndexError(row)
        return self._in_row(row % self._length)

    def index(self, paper: int, start: int = 0, stop: int | None = None) -> int:
        """Return the row of a paper.

        Raises:
            ValueError: It is none of these, or not between the rows given.
        """
        row = self.marks.count(1, 0, paper) if paper in self else -1
        if not start <= row < (self._length if stop is None else stop):
            raise ValueError(paper)
        return row

    def between(self, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
        """Return how many there are in each of some ranges of papers."""
        return list(map(self.marks.count, repeat(1), starts, ends))

    def any_in(self, papers: range) -> bool:
        """Whether there is one among papers that stand together."""
        return self.marks.find(1, papers.start, papers.stop) >= 0

    def within(self, other: "Marked") -> "Marked":
        """Return those that are among others, too."""
        return self._of(_number(self) & _number(other))

    def without(self, other: "Marked") -> "Marked":
        """Return those that are not among others."""
        return self.within(other.others())

    def joined(self, other: "Marked") -> "Marked":
        """Return these and others."""
        return self._of(_number(self) | _number(other))

    @property
    def are_few(self) -> bool:
        """Whether it is quicker to deal with them one by one than with all marks."""
        return _FEW * self._length < len(self.marks)

    def others(self) -> "Marked":
        """Return all papers that are none of these."""
        return Marked(self.marks.translate(_SWAPPED))

    def _of(self, number: int) -> "Marked":
        return Marked(number.to_bytes(len(self.marks), "little"))

    def _one_by_one(self) -> Iterator[int]:
        paper = self.marks.find(1)
        while paper >= 0:
            yield paper
            paper = self.marks.find(1, paper + 1)

    @cached_property
    def _rows(self) -> list[int]:
        """How many come before each stretch of papers."""
        starts = range(0, len(self.marks), _NEAR)
        ends = range(_NEAR, len(self.marks) + _NEAR, _NEAR)
        return list(accumulate(self.between(starts, ends), initial=0))

    def _in_row(self, row: int) -> int:
        stretch, papers = self._at
        if not 0 <= (place := row - stretch) < len(papers) or stretch < 0:
            at = bisect_right(self._rows, row) - 1
            near = range(at * _NEAR, min(len(self.marks), (at + 1) * _NEAR))
            papers = list(compress(near, self.marks[near.start : near.stop]))
            place = row - self._rows[at]
            self._at = self._rows[at], papers  # rows of one screen stand together
        return papers[place]


def among(rows: Sequence[int], found: Marked) -> Sequence[int]:
    """Return those of `rows` that are among `found`, in their order."""
    if rows == range(len(found.marks)):
        return found
    if isinstance(rows, Marked) and not rows.are_few:
        return rows.within(found)
    return list(compress(rows, map(found.marks.__getitem__, rows)))


def common(rows: Sequence[int], found: Sequence[int]) -> Sequence[int]:
    """Return those of `rows` that are among `found`, in their order."""
    if isinstance(found, Marked):
        return among(rows, found)
    there = looked_up(found)
    return [row for row in rows if row in there]


def without(rows: Sequence[int], found: Sequence[int]) -> Sequence[int]:
    """Return those of `rows` that are not among `found`, in their order."""
    if isinstance(found, Marked):
        if isinstance(rows, Marked):
            return rows.without(found)
        if rows == range(len(found.marks)):
            return found.others()
    gone = looked_up(found)
    return [row for row in rows if row not in gone]


def ascending(papers: Sequence[int]) -> Sequence[int]:
    """Return papers in the order of their numbers."""
    return papers if isinstance(papers, Marked) else sorted(papers)


def looked_up(papers: Sequence[int]) -> Container[int]:
    """Return the same papers as what tells quickly whether one is among them."""
    return papers if isinstance(papers, range | Marked) else frozenset(papers)


def _number(papers: Marked) -> int:
    return int.from_bytes(papers.marks, "little")
