"""A view of facets whose lines come and go, while what is looked at stays."""

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.ui.widgets.cursor_view import CursorView
from tuireader.ui.widgets.sidebar_rows import Row, place_after


class _Stayed(NamedTuple):
    """How the lines were left when they last changed."""

    place: tuple[int, int] = (-1, -1)
    """The cursor, and the first line that was seen."""
    row: Row | None = None
    """What the cursor stood on, though it may be missing for now."""
    height: int = 0
    """Where on the screen the line belongs that the reader looks at."""


class StayingView(CursorView):
    """Keeps the cursor on its facet, and that where it is on the screen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._stayed = _Stayed()

    def look_here(self) -> None:
        """Take the cursor's line, as it is now, for what the reader looks at."""
        self._stayed = _Stayed()

    def reveal(self, lines: int) -> None:
        """Bring so many lines below the cursor into view, as far as half of it goes."""
        end = self.cursor + lines
        least = min(end - self.page + 1, self.cursor - self.page // 2)
        self.top = min(max(self.top, least), self.last_top)

    def stay(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """Put the cursor on the same facet if it is there.

        What the reader looks at stays where it is on the screen, as far as that can be:
        the cursor's line, or the first one if the cursor is out of view. Where it can
        not, it comes back to there with the lines that were missing.

        Args:
            before: The lines as they were.
            after: The lines as they are by now.
        """
        last = len(before) - 1
        cursor = min(self.cursor, last)
        seen = 0 <= cursor - self.top < self.page
        held = cursor if seen else min(self.top, last)
        row, height = before[cursor], held - self.top
        if self._stayed.place == (self.cursor, self.top):
            row, height = self._stayed.row or row, self._stayed.height
        self.cursor = place_after(cursor, before, after, row)
        at = self.cursor if seen else place_after(held, before, after)
        self.top = min(max(0, at - height), self.last_top)
        self._stayed = _Stayed((self.cursor, self.top), row, height)
