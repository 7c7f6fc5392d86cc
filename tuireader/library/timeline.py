"""Papers by month, in the order of time and without holes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_BARS = "▁▂▃▄▅▆▇█"
_LATEST = "2200"
"""Years from here on are slips of the pen."""
_MOST = 12 * 60
"""Months from the first that is told to the last."""


class Month(NamedTuple):
    """How many papers of a month there are."""

    month: str
    """`2024-08`."""
    count: int  # type: ignore[assignment]  # in place of tuple.count
    row: int = -1
    """Where they begin in the list; -1 if they do not stand together there."""


def by_month(days: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return how many papers each month has.

    Args:
        days: ISO dates, or empty where there is none, and how many papers each has.
    """
    counts: Counter[str] = Counter()
    for day, count in days:
        if "" < day < _LATEST:
            counts[day[:7]] += count
    return counts


def months_of(days: Iterable[tuple[str, int]]) -> tuple[Month, ...]:
    """Return every month from the first to the last that has papers.

    Of more than sixty years those with the most papers are returned: a slip in one date
    would else squeeze all others to nothing.

    Args:
        days: As `by_month` takes them.
    """
    counts = by_month(days)
    if not counts:
        return ()
    first, last = _span({_number(month): counts[month] for month in counts})
    return tuple(
        Month(month, counts.get(month, 0))
        for month in map(_month, range(first, last + 1))
    )


def _span(counts: Mapping[int, int]) -> tuple[int, int]:
    """Return the first and last of the months, `_MOST` at most, with most papers."""
    months = sorted(counts)
    best = start = papers = 0
    span = months[0], months[0]
    for month in months:
        papers += counts[month]
        while month - months[start] >= _MOST:
            papers -= counts[months[start]]
            start += 1
        if papers >= best:  # of equals the newest
            best, span = papers, (months[start], month)
    return span


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def sparkline(counts: Sequence[int], width: int = 0) -> str:
    """Return a bar for each count, higher for more; a blank for none.

    Args:
        counts: In the order of time.
        width: Bars at most; neighbours are added up where there are more counts. 0 for
            as many as there are counts.
    """
    counts = squeezed(counts, width) if width else counts
    most = max(counts, default=0)
    return "".join(
        _BARS[-(-count * len(_BARS) // most) - 1] if count else " " for count in counts
    )


def squeezed(counts: Sequence[int], width: int) -> list[int]:
    """Return at most `width` counts, neighbours added up in groups of one size."""
    size = max(1, -(-len(counts) // width))
    return [sum(counts[at : at + size]) for at in range(0, len(counts), size)]
