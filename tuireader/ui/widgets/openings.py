"""Which headings of the sidebar are open."""

from collections.abc import Sequence

from tuireader.ui.widgets.sidebar_rows import DATES, SAVED, TAGS


class Openings:
    """The reader opens and closes them; the newest month opens by itself, once.

    Attributes:
        keys: Of the rows that are open.
    """

    def __init__(self) -> None:
        self.keys = {SAVED, DATES, TAGS}
        self._has_newest = False

    def toggle(self, key: str) -> None:
        """Open what is closed, or close what is open."""
        self.keys ^= {key}

    def open_newest(self, days: Sequence[tuple[str, int]]) -> bool:
        """Open the newest month, once there is one.

        Args:
            days: Days and how many papers each has, the newest first.

        Returns:
            Whether that opened it.
        """
        if self._has_newest or not days or not days[0][0]:
            return False
        self._has_newest = True
        self.keys |= {days[0][0][:4], days[0][0][:7]}
        return True
