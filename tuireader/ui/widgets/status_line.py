"""The bottom line: keys at the left, one message at the right."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tuireader.ui.keys import HINTS_LEFT_OUT, KEYS, Key, shown
from tuireader.ui.palette import palette_of
from tuireader.ui.render import Piece, fit, line_of, strip_of

SECONDS = 6.0
"""How long a message stays."""
_NARROW = 60
"""Cells below which a message may take the whole line."""
_SUBJECT = 33
"""Cells of a message's subject that stay whole: those of a paper's address."""


_LONGEST = 600
"""Characters that are told of a message."""


class _Message(NamedTuple):
    text: str
    severity: str = "information"
    subject: str = ""

    def fitted(self, width: int) -> str:
        """Return it in `width` cells, so that what is said of its subject is seen."""
        if not self.subject:
            return fit(self.text, width)
        room = max(width - cell_len(self.text) - 1, min(_SUBJECT, width))
        return fit(f"{fit(self.subject, room)} {self.text}", width)

    def parts(self, width: int, console: Console) -> list["_Message"]:
        """Return it in parts of `width` cells, to be told one after the other."""
        if self.subject or width < _NARROW // 2 or cell_len(self.text) <= width:
            return [self]
        lines = Text(self.text[:_LONGEST]).wrap(console, width - 2)
        first, *rest = [line.plain.rstrip() for line in lines]
        texts = [first, *(f"…{line}" for line in rest)]
        return [
            self._replace(text=f"{text}…" if place < len(texts) else text)
            for place, text in enumerate(texts, 1)
        ]


_NOTHING = _Message("")


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
        self._message = self._whole = _NOTHING
        """The part that is shown, and the message it is of."""
        self._parts: deque[_Message] = deque()
        """What is still to be told of it."""
        self._waiting: deque[_Message] = deque()
        self._progress = ""
        self._timer: Timer | None = None

    def say(
        self,
        text: str,
        severity: str = "information",
        *,
        subject: str = "",
        waits: bool = False,
    ) -> None:
        """Show a message for some seconds; an error until the next one.

        One that is longer than the line is told in parts.

        Args:
            text: What to say.
            severity: `information`, `warning` or `error`.
            subject: What that is about; said before it, and cut before it is.
            waits: Whether it comes after the messages before it; what answers a key
                is shown at once.
        """
        message = _Message(line_of(text), severity, line_of(subject))
        if waits and self._message.text:
            self._waiting.append(message)
            if self._message.severity == "error":  # it stayed for want of another
                self._wait()
        else:
            self._show(message)

    def _show(self, message: _Message) -> None:
        self._whole = message
        self._parts.clear()
        self._parts.extend(message.parts(self._room, self.app.console))
        self._tell()

    def _tell(self) -> None:
        self._message = self._parts.popleft()
        if self._timer is not None:
            self._timer.stop()
        is_whole = self._message == self._whole
        if self._whole.severity != "error" or self._waiting or not is_whole:
            self._wait()
        self.refresh()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self._next)

    def show_progress(self, text: str) -> None:
        """Show how far the reading of digests has come; empty when it is done."""
        self._progress = text
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one
        """Draw the line."""
        width = self.size.width
        palette = palette_of(self)
        message = self._message if self._message.text else _Message(self._progress)
        right: list[Piece] = []
        if message.text:
            text = f" {message.fitted(self._room)} "
            right = [(text, palette.bar[message.severity])]
        left = self._hints(width - sum(cell_len(text) for text, _ in right))
        return strip_of(left, width, palette.bar_words, right)

    @property
    def _room(self) -> int:
        """Cells that a message may have."""
        width = self.size.width
        help_ = self._hinted.get("help") if width >= _NARROW else None
        return width - 2 - (_cells(help_) if help_ else 0)

    @property
    def _hinted(self) -> dict[str, Key]:
        return {key.id: key for key in self._keys if key.hint and key.keys}

    def _hints(self, room: int) -> list[Piece]:
        """Return the hints for which there is room, each whole."""
        hints = self._hinted
        for name in HINTS_LEFT_OUT:
            if sum(map(_cells, hints.values())) <= room:
                break
            hints.pop(name, None)
        palette = palette_of(self)
        pieces: list[Piece] = []
        for key in hints.values():
            pieces.append(("  " if pieces else " ", palette.bar_words))
            pieces.append((shown(key.keys[0]), palette.bar_key))
            pieces.append((f" {key.hint}", palette.bar_words))
        return pieces if sum(map(_cells, hints.values())) <= room else []

    def _next(self) -> None:
        if self._parts:
            self._tell()
        elif self._waiting:
            self._show(self._waiting.popleft())
        elif self._whole.severity == "error" and self._message != self._whole:
            self._show(self._whole)  # it stays: told from its beginning again
        else:
            self._show(_NOTHING)


def _cells(hint: Key) -> int:
    """Return how wide a hint is, two blanks before it."""
    return cell_len(f"  {shown(hint.keys[0])} {hint.hint}")
