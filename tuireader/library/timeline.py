"""Papers by month, in the order of time and without holes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BARS = "▁▂▃▄▅▆▇█"


class Month(NamedTuple):
    """How many papers of a month there are."""

    month: str
    """`2024-08`."""
    count: int  # type: ignore[assignment]  # in place of tuple.count
    row: int = -1
    """Where they begin in the list; -1 if they do not stand together there."""


def months_of(days: Iterable[tuple[str, int]]) -> tuple[Month, ...]:
    """Return every month from the first to the last that has papers.

    Args:
        days: ISO dates, or empty where there is none, and how many papers each has.
    """
    counts: Counter[str] = Counter()
    for day, count in days:
        if day:
            counts[day[:7]] += count
    if not counts:
        return ()
    return tuple(
        Month(month, counts[month]) for month in _between(min(counts), max(counts))
    )


def _between(first: str, last: str) -> list[str]:
    start, end = _number(first), _number(last)
    months = (divmod(number, 12) for number in range(start, end + 1))
    return [f"{year:04}-{month + 1:02}" for year, month in months]


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
