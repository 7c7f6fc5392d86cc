"""The bottom line: keys at the left, one message at the right."""

from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tuireader.ui.keys import KEYS, shown
from tuireader.ui.render import Piece, fit, line_of, strip_of

SECONDS = 6.0
"""How long a message stays."""


class StatusLine(Widget):
    """Hints of the keys that matter, and what just happened."""

    COMPONENT_CLASSES = {
        "status--key",
        "status--words",
        "status--information",
        "status--warning",
        "status--error",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._message = ("", "information")
        self._progress = ""
        self._timer: Timer | None = None

    def say(self, text: str, severity: str = "information") -> None:
        """Show a message for some seconds; an error until the next one."""
        self._message = (line_of(text), severity)
        if self._timer is not None:
            self._timer.stop()
        if severity != "error":
            self._timer = self.set_timer(SECONDS, self._forget)
        self.refresh()

    def show_progress(self, text: str) -> None:
        """Show how far the reading of digests has come; empty when it is done."""
        self._progress = text
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.rich_style)
        message, severity = self._message
        if not message:
            message, severity = self._progress, "information"
        right: list[Piece] = []
        if message:
            style = self.get_component_rich_style(f"status--{severity}")
            right = [(f" {fit(message, width - 2)} ", style)]
        return strip_of(self._hints(), width, self.rich_style, right)

    def _hints(self) -> list[Piece]:
        key_style = self.get_component_rich_style("status--key")
        words_style = self.get_component_rich_style("status--words")
        pieces: list[Piece] = [(" ", words_style)]
        for key in KEYS:
            if key.hint:
                pieces.append((shown(key.keys[0]), key_style))
                pieces.append((f" {key.hint}  ", words_style))
        return pieces

    def _forget(self) -> None:
        self._message = ("", "information")
        self.refresh()
