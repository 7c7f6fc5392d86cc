"""Papers that appear on several days: they are listed once, and found under each."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from itertools import chain, islice

from tuireader.domain.catalogue import Catalogue

About = Callable[[str], bool | None]
"""Tells whether a day is one that is asked for; None if no days are."""
SLICE = 2_048
"""Papers counted at once: a few milliseconds."""
_YEAR, _MONTH = 4, 7
_PAIR = 2


def days_by_paper(catalogue: Catalogue) -> dict[int, tuple[str, ...]]:
    """Return the days, newest first, of each paper that appears on several."""
    found = {
        paper: _days(catalogue, group) for paper, group in catalogue.grouped.items()
    }
    return {paper: days for paper, days in found.items() if len(days) > 1}


def again_in(catalogue: Catalogue) -> Mapping[str, int]:
    """Return what `Reappearing.counts` comes to for all papers, unfiltered."""
    several = (_days(catalogue, group) for group in catalogue.groups)
    return dict(Counter(chain.from_iterable(map(_besides, several))))


class Reappearing:
    """The years, months and days under which papers are found besides their own."""

    def __init__(
        self, days: Mapping[int, tuple[str, ...]], about: About | None = None
    ) -> None:
        """Take what `days_by_paper` returns, and what a query says of days."""
        self._days = days
        self._about = about
        self._asked: dict[str, bool] = {}
        """Whether a day is asked for, of those that were looked at."""

    @property
    def papers(self) -> Collection[int]:
        """Those that appear on several days."""
        return self._days.keys()

    def of(self, paper: int) -> Collection[str]:
        """Return under which dates a paper is found that is listed under another."""
        days = self._days.get(paper, ())
        return _besides(tuple(filter(self._asks, days)) if self._about else days)

    def _asks(self, day: str) -> bool:
        if day not in self._asked:
            self._asked[day] = self._about is None or self._about(day) is not False
        return self._asked[day]

    def counts(
        self, papers: Sequence[int], members: Container[int]
    ) -> Iterator[Mapping[str, int]]:
        """Count, in slices, how many papers are found under which dates besides.

        Args:
            papers: Numbers of papers.
            members: The same, to be looked into.

        Yields:
            Nothing after each slice; at last the counts, by year, month and day.
        """
        fewer = len(papers) < len(self._days)
        known: Container[int] = self._days if fewer else members
        among = iter(papers if fewer else self._days)
        counts: Counter[str] = Counter()
        while chosen := list(islice(among, SLICE)):
            listed = filter(known.__contains__, chosen)
            counts.update(chain.from_iterable(map(self.of, listed)))
            yield {}
        yield dict(counts)


def _days(catalogue: Catalogue, entries: Sequence[int]) -> tuple[str, ...]:
    """Return the days of some entries; a paper that has one is not undated."""
    dates = catalogue.dates
    return tuple(filter(None, dict.fromkeys([dates[entry] for entry in entries])))


def _besides(days: Sequence[str]) -> Collection[str]:
    """Return the years, months and days of some days that are not those of the first.

    They are those of a paper's appearances, of which the first is the one it is listed
    under.
    """
    if len(days) < _PAIR:
        return ()
    first, *others = days
    if len(days) > _PAIR:
        starts = {day[:end] for day in others for end in (_YEAR, _MONTH, len(day))}
        return starts - {first[:_YEAR], first[:_MONTH], first}
    (other,) = others
    if other[:_YEAR] != first[:_YEAR]:
        return other[:_YEAR], other[:_MONTH], other
    return (other,) if other[:_MONTH] == first[:_MONTH] else (other[:_MONTH], other)
