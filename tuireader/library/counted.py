"""What can be counted of the papers that a library lists."""

from collections.abc import Container, Generator, Iterator, Mapping, Sequence
from functools import cached_property
from typing import cast

from tuireader.library.days import Days
from tuireader.library.facets import Facets, days_of, tag_counts
from tuireader.library.interests import Group
from tuireader.library.listing import AFTER_DATES
from tuireader.library.reappearing import Reappearing
from tuireader.library.shelf import Shelf
from tuireader.library.tally import Placed, StateCounts, Tally
from tuireader.library.timeline import Month, months_of
from tuireader.query import Query
from tuireader.query.marked import ascending, looked_up


class Counted:
    """Papers of a shelf in an order, and the query they match."""

    _shelf: Shelf
    _papers: Sequence[int]
    _shown: Mapping[int, int]
    _groups: tuple[Group, ...]
    query: Query

    @property
    def facets(self) -> Facets:
        """Counts of what is listed; once the state is known, of own tags as well."""
        if isinstance(self._papers, range):
            return self.all_facets
        if not self._shelf.has_own_tags:
            return self._facets
        return self._shelf.with_own_tags(self._facets, self._members)

    @property
    def all_facets(self) -> Facets:
        """Counts of the whole library, as `facets` are of what is listed."""
        return self._shelf.with_own_tags(self._shelf.facets, self._every)

    @property
    def counts(self) -> StateCounts | None:
        """How many of the listed papers are in which state; None before `warm`."""
        return self._tally.counts() if self._shelf.overlay.is_built else None

    @property
    def all_counts(self) -> StateCounts | None:
        """How many papers of the whole library are in which state."""
        return self._shelf.tally.counts() if self._shelf.overlay.is_built else None

    @cached_property
    def authors(self) -> tuple[tuple[str, int], ...]:
        """Authors of what is listed and their papers, the busiest first."""
        return self._shelf.people.counts(self._papers)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """What is listed by month, oldest first, without holes."""
        begins: dict[str, int] = {}
        for row, day, _count in self.days():
            begins.setdefault(day[:7], row)
        return tuple(
            month._replace(row=begins.get(month.month, -1))
            for month in months_of(self._days.pairs)
        )

    def tag_months(self) -> dict[str, dict[str, int]]:
        """Return for each canonical tag how many listed papers each month has."""
        catalogue = self._shelf.catalogue
        found: dict[str, dict[str, int]] = {}
        for paper in self._papers:
            month = catalogue.dates[self._entry(paper)][:7]
            for tag in self._shelf.view.tags[paper] if month else ():
                months = found.setdefault(tag, {})
                months[month] = months.get(month, 0) + 1
        return found

    def days(self) -> tuple[tuple[int, str, int], ...]:
        """Return `(row, day, count)` where each day begins; none in another order.

        An order that has groups gives their names instead, which begin with no digit.
        """
        days = self.listed_days
        return tuple(zip(days.rows, *days, strict=True))

    @property
    def listed_days(self) -> Days:
        """The days, or groups, in the order of the list, as `days` tells them."""
        match self.query.sort:
            case "new":
                return self._days
            case "old":
                days = self._days.pairs
                return Days.of(sorted(days, key=lambda day: day[0] or AFTER_DATES))
            case _:
                return Days.of((name, count) for _row, name, count in self._groups)

    @property
    def is_counted(self) -> bool:
        """Whether the facets can be asked for without counting them now."""
        return isinstance(self._papers, range) or "_facets" in self.__dict__

    def counting(self) -> Iterator[None]:
        """Count the facets, which are kept; yields after each slice of work."""
        if not self.is_counted:
            self._facets = yield from self._counting()

    @cached_property
    def _facets(self) -> Facets:
        counting = self._counting()
        while True:
            try:
                next(counting)
            except StopIteration as counted:
                return cast("Facets", counted.value)

    def _counting(self) -> Generator[None, None, Facets]:
        """Return the facets; yields after each slice of work."""
        facets = Facets()
        for tags in tag_counts(self._shelf.catalogue, self._papers):
            facets = Facets(tags)
            yield
        for again in self._reappearing.counts(self._papers, self._members):
            facets = facets._replace(again=again)
            yield
        return facets._replace(days=self._days.pairs)

    @cached_property
    def _reappearing(self) -> Reappearing:
        asked = self.query.matches_date
        return self._shelf.reappearing(None if asked("") is None else asked)

    @cached_property
    def _members(self) -> Container[int]:
        return looked_up(self._papers)

    @property
    def _every(self) -> range:
        return range(len(self._shelf.catalogue.heads))

    @cached_property
    def _days(self) -> Days:
        every = self._shelf.days
        if isinstance(self._papers, range):
            return every
        if self._shown:
            entries = list(map(self._entry, self._papers))
            return Days.of(days_of(self._shelf.catalogue, entries))
        ordered = self.query.sort == "new"
        return every.among(self._papers if ordered else ascending(self._papers))

    @cached_property
    def _tally(self) -> Tally:
        if isinstance(self._papers, range):
            return self._shelf.tally
        dates = self._shelf.catalogue.dates
        placed = Placed(lambda paper: dates[self._entry(paper)], self._reappearing)
        return self._shelf.tally_of(self._papers, placed)

    def _entry(self, paper: int) -> int:
        """Return the entry under which a paper is listed."""
        entry = self._shown.get(paper)
        return self._shelf.catalogue.heads[paper] if entry is None else entry
