"""The bottom line: keys at the left, one message at the right."""

from collections import deque
from collections.abc import Sequence

from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tuireader.ui.keys import KEYS, Key, shown
from tuireader.ui.palette import palette_of
from tuireader.ui.render import Piece, fit, line_of, strip_of

SECONDS = 6.0
"""How long a message stays."""


class StatusLine(Widget):
    """Hints of the keys that matter, and what just happened."""

    def __init__(
        self,
        keys: Sequence[Key] = KEYS,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._keys = keys
        self._message = ("", "information")
        self._waiting: deque[tuple[str, str]] = deque()
        self._progress = ""
        self._timer: Timer | None = None

    def say(
        self, text: str, severity: str = "information", *, waits: bool = False
    ) -> None:
        """Show a message for some seconds; an error until the next one.

        Args:
            text: What to say.
            severity: `information`, `warning` or `error`.
            waits: Whether it comes after the messages before it; what answers a key
                is shown at once.
        """
        message = (line_of(text), severity)
        if waits and self._message[0]:
            self._waiting.append(message)
            if self._message[1] == "error":  # it stayed for want of another
                self._timer = self.set_timer(SECONDS, self._next)
        else:
            self._show(message)

    def _show(self, message: tuple[str, str]) -> None:
        self._message = message
        if self._timer is not None:
            self._timer.stop()
        if message[1] != "error" or self._waiting:
            self._timer = self.set_timer(SECONDS, self._next)
        self.refresh()

    def show_progress(self, text: str) -> None:
        """Show how far the reading of digests has come; empty when it is done."""
        self._progress = text
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one
        """Draw the line."""
        width = self.size.width
        palette = palette_of(self)
        message, severity = self._message
        if not message:
            message, severity = self._progress, "information"
        right: list[Piece] = []
        if message:
            right = [(f" {fit(message, width - 2)} ", palette.bar[severity])]
        return strip_of(self._hints(), width, palette.bar_words, right)

    def _hints(self) -> list[Piece]:
        palette = palette_of(self)
        pieces: list[Piece] = [(" ", palette.bar_words)]
        for key in self._keys:
            if key.hint and key.keys:
                pieces.append((shown(key.keys[0]), palette.bar_key))
                pieces.append((f" {key.hint}  ", palette.bar_words))
        return pieces

    def _next(self) -> None:
        self._show(self._waiting.popleft() if self._waiting else ("", "error"))
