"""On which lines of the list the days begin, and the papers stand between."""

from bisect import bisect_right
from itertools import count
from operator import add

from tuireader.library.days import Days


class DayLines:
    """Lines of a list in which each day has one above its papers."""

    def __init__(self, days: Days) -> None:
        """Take the days in the order of the list."""
        self._names, self._counts = days
        self._rows = days.rows
        self._lines = list(map(add, self._rows, count()))

    def __len__(self) -> int:
        return len(self._rows)

    def day_at(self, line: int) -> tuple[str, int] | None:
        """Return the day and its papers that `line` heads; None for a paper's line."""
        place = bisect_right(self._lines, line) - 1
        if place >= 0 and self._lines[place] == line:
            return self._names[place], self._counts[place]
        return None

    def row_at(self, line: int) -> int:
        """Return the row of the paper on `line`."""
        return line - bisect_right(self._lines, line)

    def line_of(self, row: int) -> int:
        """Return the line of the paper in `row`."""
        return max(0, row) + bisect_right(self._rows, row)

    def row_of(self, month: str) -> int | None:
        """Return the first row of a month, if it is listed."""
        days = zip(self._rows, self._names, strict=True)
        return next((row for row, day in days if day[:7] == month), None)

    def beside(self, row: int, days: int, digits: int) -> int | None:
        """Return the first row of another day or month than that of `row`.

        Args:
            row: Where to go from.
            days: How many days (or months) down the list; negative goes up.
            digits: Leading characters of the date that tell one from the next.
        """
        starts: list[int] = []
        seen = None
        for start, day in zip(self._rows, self._names, strict=True):
            if day[:digits] != seen:
                seen = day[:digits]
                starts.append(start)
        if not starts or row < 0:
            return None
        at = bisect_right(starts, row) - 1
        return starts[min(max(0, at + days), len(starts) - 1)]
