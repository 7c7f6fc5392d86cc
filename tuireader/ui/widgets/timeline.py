"""The papers of each month as a line of bars over the list."""

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tuireader.library.library import Library
from tuireader.library.timeline import Month, squeezed
from tuireader.ui.messages import MonthChosen
from tuireader.ui.palette import palette_of
from tuireader.ui.render import Piece, count, strip_of

BARS = " ▁▂▃▄▅▆▇█"
_LEAST = 30
"""Cells below which only the month at hand is told."""


class Timeline(Widget):
    """One line; a click goes to the papers of a month."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._library = library
        self._month = ""

    def show(self, library: Library) -> None:
        """Show the months of what is listed."""
        self._library = library
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
        return next((each.count for each in self._all if each.month == month), 0)

    @property
    def _all(self) -> tuple[Month, ...]:
        """Every month from the first to the last that has papers."""
        return self._library.months

    def beside(self, months: int) -> str:
        """Return the month with papers that is so many after the one at hand.

        Args:
            months: How many; negative goes back in time.

        Returns:
            The month; the first or last where there are not so many; empty without any.
        """
        known = [each.month for each in self._all if each.count]
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
        months = [each.month for each in self._all]
        counts = squeezed([each.count for each in self._all], max(1, bars))
        here = -1
        if self._month in months:
            here = months.index(self._month) // self._months_a_cell(bars)
        most = max(counts, default=1)
        for place, papers in enumerate(counts if bars else ()):
            style = palette.chosen if place == here else palette.quiet
            pieces.append((_bar(papers, most, here=place == here), style))
        return strip_of(pieces, width, palette.text, [(right, palette.quiet)])

    def _parts(self, width: int) -> tuple[str, int, str]:
        """Return what stands before the bars, their cells, and what stands after."""
        if not self._all:
            return "", 0, ""
        first = self._all[0].month
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
        size = self._months_a_cell(bars)
        place = (at.x - len(left)) * size
        clicked = self._all[place : place + size]
        fitting = [each.month for each in clicked if each.count]
        if fitting:
            self.post_message(MonthChosen(fitting[-1]))

    def _months_a_cell(self, bars: int) -> int:
        return max(1, -(-len(self._all) // max(1, bars)))


def _bar(papers: int, most: int, *, here: bool) -> str:
    if not papers:
        return BARS[int(here)]
    return BARS[max(1, round(papers * (len(BARS) - 1) / most))]
