"""The choices of a picker, best match first."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.message import Message
from textual.strip import Strip

from tuireader.ui.render import line_of, strip_of
from tuireader.ui.widgets.cursor_view import CursorView


class Choice(NamedTuple):
    """One thing that can be picked."""

    key: str
    label: str
    note: str = ""
    """Shown at the right: a count, a shortcut."""


class PickerList(CursorView):
    """Choices under the picker's input; the input keeps the focus."""

    can_focus = False

    class Picked(Message):
        """A choice was clicked."""

    def __init__(self, choices: Sequence[Choice], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._choices = choices

    @property
    def choice(self) -> Choice | None:
        """The cursor's choice, if there is any."""
        return self._choices[self.cursor] if self.cursor < len(self._choices) else None

    @property
    def line_count(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def show(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`, the first under the cursor."""
        self._choices = choices
        self.cursor = self.top = 0
        self.refresh()

    def clicked(self, x: int, chain: int) -> None:  # noqa: ARG002
        """A single click picks."""
        self.post_message(self.Picked())

    def draw_line(self, line: int, width: int) -> Strip:
        """Draw one choice, its note at the right."""
        choice = self._choices[line]
        palette = self.frame.palette
        style = palette.cursor if line == self.cursor else palette.text
        text = f" {line_of(choice.label)}"
        return strip_of(
            [(text, style)], width, style, [(f" {choice.note} ", style + palette.count)]
        )
