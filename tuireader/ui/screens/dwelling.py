"""Notices when a paper has been read."""

import time
from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from tuireader.domain.habits import Habits
from tuireader.domain.paper import Paper


class Dwelling:
    """Tells, as the reader's habits are, which paper counts as read, once a stay.

    One timer serves all papers: a key only notes the time.
    """

    def __init__(
        self,
        screen: Screen[None],
        habits: Habits,
        tell: Callable[[Paper], None],
        looking: Callable[[], bool],
    ) -> None:
        """Take what it goes by.

        Args:
            screen: Has the timer.
            habits: What counts as reading.
            tell: Told of papers that count as read.
            looking: Says whether the reader can be looking at the paper now.
        """
        self._screen = screen
        self._habits = habits
        self._tell = tell
        self._looking = looking
        self._paper: Paper | None = None
        self._settled = False
        """Whether it was told of the paper, or the reader marked it by hand."""
        self._since = 0.0
        self._timer: Timer | None = None

    def show(self, paper: Paper | None) -> None:
        """Take note of the paper that is shown now."""
        left, self._paper = self._paper, paper
        if left is not None and paper is not None and left.key == paper.key:
            return
        if left is not None:
            self._leave(left)
        self._settled = False
        self.begin()

    def end(self) -> None:
        """Take note that the reader leaves the program, and with it the paper."""
        if self._paper is not None:
            self._leave(self._paper)
            self._settled = True

    def _leave(self, paper: Paper) -> None:
        leaving = self._habits.read == "leave" and self._looking()
        if leaving and not self._settled:
            self._tell(paper)

    def begin(self) -> None:
        """Count the time from now on: nobody was looking before."""
        self._since = time.monotonic()
        waits = self._timer is not None or self._habits.read != "dwell"
        if not waits and self._paper is not None and not self._settled:
            self._wait(self._habits.dwell)

    def go_into(self) -> None:
        """Take note that the reader went into the paper."""
        if self._habits.read == "open":
            self._read()

    def finish(self) -> None:
        """Take note that the reader came to the paper's end and goes on."""
        if self._habits.read != "manual":
            self._read()

    def forget(self) -> None:
        """Leave the paper as the reader marked it, for as long as it is shown."""
        self._settled = True

    def _read(self) -> None:
        if self._paper is not None and not self._settled:
            self._settled = True
            self._tell(self._paper)

    def _wait(self, seconds: float) -> None:
        self._timer = self._screen.set_timer(seconds, self._due)

    def _due(self) -> None:
        self._timer = None
        left = self._since + self._habits.dwell - time.monotonic()
        if self._paper is None or self._settled or not self._screen.app.app_focus:
            return  # `begin` is called when the window has the focus again
        if not self._looking():
            self.begin()
        elif left > 0:
            self._wait(left)
        else:
            self._read()
