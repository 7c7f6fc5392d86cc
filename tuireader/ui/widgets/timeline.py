"""The papers of each month as a line of bars over the list."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tuireader.library.library import Library
from tuireader.ui.messages import MonthChosen
from tuireader.ui.palette import palette_of
from tuireader.ui.render import Piece, count, strip_of

BARS = " ▁▂▃▄▅▆▇█"
_YEAR = 12
_LEAST = 30
"""Cells below which only the month at hand is told."""
_LATEST = "2200"
"""Years from here on are slips of the pen; they would squeeze all others to nothing."""
_MOST = 12 * 60
"""Months that are shown, back from the newest."""


class Months:
    """How many papers there are by month."""

    def __init__(self, days: Sequence[tuple[str, int]]) -> None:
        self._days = days

    @cached_property
    def counts(self) -> dict[str, int]:
        """Months that have papers, in order of time."""
        found: Counter[str] = Counter()
        for day, papers in self._days:
            if "" < day < _LATEST:
                found[day[:7]] += papers
        return dict(sorted(found.items()))

    @cached_property
    def all(self) -> list[str]:
        """Every month from the first to the last that has papers."""
        with_papers = list(self.counts)
        if not with_papers:
            return []
        return list(_between(with_papers[0], with_papers[-1]))[-_MOST:]

    def grouped(self, cells: int) -> tuple[int, list[int]]:
        """Return how many months share a cell, so that all fit, and each cell's count.

        Args:
            cells: Cells that there are, at least 1.
        """
        months = self.all
        size = max(1, -(-len(months) // cells))
        counts = [self.counts.get(month, 0) for month in months]
        return size, [sum(counts[at : at + size]) for at in range(0, len(counts), size)]


def _number(month: str) -> int:
    return int(month[:4]) * _YEAR + int(month[5:7]) - 1


def _between(first: str, last: str) -> Iterator[str]:
    begin, end = map(_number, (first, last))
    for number in range(begin, end + 1):
        yield f"{number // _YEAR:04}-{number % _YEAR + 1:02}"


class Timeline(Widget):
    """One line; a click goes to the papers of a month."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._months = Months(library.facets.days)
        self._month = ""

    def show(self, library: Library) -> None:
        """Show the months of what is listed."""
        self._months = Months(library.facets.days)
        self._redraw()

    def point(self, date: str) -> None:
        """Mark the month of the paper at hand."""
        if date[:7] != self._month:
            self._month = date[:7]
            self._redraw()

    def _redraw(self) -> None:
        if self.display:
            self.refresh()

    def papers_of(self, month: str) -> int:
        """Return how many of the papers listed are of `month`."""
        return self._months.counts.get(month, 0)

    def beside(self, months: int) -> str:
        """Return the month with papers that is so many after the one at hand.

        Args:
            months: How many; negative goes back in time.

        Returns:
            The month; the first or last where there are not so many; empty without any.
        """
        known = list(self._months.counts)
        if not known:
            return ""
        earlier = [month for month in known if month < self._month]
        at = len(earlier)
        if months > 0 and (at == len(known) or known[at] != self._month):
            at -= 1
        return known[min(max(0, at + months), len(known) - 1)]

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one
        """Draw the months, the first and the one at hand by name."""
        palette = palette_of(self)
        width = self.size.width
        left, bars, right = self._parts(width)
        pieces: list[Piece] = [(left, palette.quiet)]
        size, counts = self._months.grouped(max(1, bars))
        months = self._months.all
        here = months.index(self._month) // size if self._month in months else -1
        most = max(counts, default=1)
        for place, papers in enumerate(counts if bars else ()):
            style = palette.chosen if place == here else palette.quiet
            pieces.append((_bar(papers, most, here=place == here), style))
        return strip_of(pieces, width, palette.text, [(right, palette.quiet)])

    def _parts(self, width: int) -> tuple[str, int, str]:
        """Return what stands before the bars, their cells, and what stands after."""
        if not self._months.all:
            return "", 0, ""
        first = self._months.all[0]
        month = self._month or "undated"
        right = f" {month} {count(self.papers_of(month)):>5}"
        if width < _LEAST:
            return "", 0, right.strip()
        left = f"{first} "
        return left, width - len(left) - len(right), right

    def on_click(self, event: events.Click) -> None:
        """Go to the month that was clicked, or the next one that has papers."""
        event.stop()
        at = event.get_content_offset(self)
        left, bars, _ = self._parts(self.size.width)
        if at is None or not bars or not 0 <= at.x - len(left) < bars:
            return
        size, _ = self._months.grouped(bars)
        place = (at.x - len(left)) * size
        if place >= len(self._months.all):
            return
        clicked = self._months.all[place : place + size]
        fitting = [month for month in clicked if self.papers_of(month)]
        if fitting:
            self.post_message(MonthChosen(fitting[-1]))


def _bar(papers: int, most: int, *, here: bool) -> str:
    if not papers:
        return BARS[int(here)]
    return BARS[max(1, round(papers * (len(BARS) - 1) / most))]
