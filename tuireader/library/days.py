"""The days of what is listed, as columns: ten years have thousands of them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress, repeat
from operator import sub
from typing import NamedTuple

from tuireader.query.marked import Marked


class Days(NamedTuple):
    """Days, or other groups of papers, in the order in which they are listed."""

    names: Sequence[str] = ()
    """ISO dates; empty for papers without one."""
    counts: Sequence[int] = ()
    """How many papers each has."""

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "Days":
        """Return the columns of names and counts."""
        pairs = list(pairs)
        return cls([name for name, _ in pairs], [count for _, count in pairs])

    @property
    def pairs(self) -> tuple[tuple[str, int], ...]:
        """Each name with its count."""
        return tuple(zip(self.names, self.counts, strict=True))

    @property
    def rows(self) -> list[int]:
        """The row in which each begins."""
        return self._bounds()[:-1]

    def among(self, papers: Sequence[int]) -> "Days":
        """Return the days of some papers, if these are the days of all of them.

        Papers are numbered by their days, so each day's stand together.

        Args:
            papers: Numbers of the papers, ascending.
        """
        rows = self._bounds()
        if isinstance(papers, Marked):
            counts = papers.between(rows[:-1], rows[1:])
        else:
            places = list(map(bisect_left, repeat(papers), rows))
            counts = list(map(sub, places[1:], places))
        return Days(list(compress(self.names, counts)), list(filter(None, counts)))

    def _bounds(self) -> list[int]:
        """Return where each begins, and where the last ends."""
        return list(accumulate(self.counts, initial=0))
