"""A small screen that asks for one line of text."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.widgets.input import Selection

from tuireader.ui.palette import palette_of
from tuireader.ui.prose import Block, text_blocks
from tuireader.ui.render import label
from tuireader.ui.widgets.text_pane import TextPane
from tuireader.ui.widgets.typed_input import TypedInput

Check = Callable[[str], tuple[str, bool]]
"""Returns what to say of a text, if anything, and whether Enter again accepts it."""


class PromptScreen(ModalScreen[str | None]):
    """Enter accepts what was typed if nothing is to be said of it; Escape leaves.

    What is proposed is selected: the first letter replaces it, an arrow goes into it.
    """

    def __init__(self, title: str, value: str, hint: str, check: Check) -> None:
        super().__init__()
        self._heading = title
        self._value = value
        self._hint = hint
        self._check = check
        self._warned = ""

    def compose(self) -> ComposeResult:
        """The input above what is to be said."""
        with Vertical(id="prompt"):
            yield TypedInput(self._value, id="prompt-input", compact=True)
            yield TextPane("", id="prompt-words")

    def on_mount(self) -> None:
        """Name the prompt and let the reader type."""
        self.query_one("#prompt").border_title = label(self._heading)
        typed = self.query_one(Input)
        self.set_focus(typed)
        typed.selection = Selection(0, len(self._value))
        self._say(self._hint)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept the text, or say what is the matter with it."""
        event.stop()
        words, again = self._check(event.value)
        if not words or (again and self._warned == event.value):
            self.dismiss(event.value)
        else:
            self._warned = event.value
            self._say(words)

    def on_key(self, event: events.Key) -> None:
        """Leave without an answer."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click outside leaves."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)

    def _say(self, words: str) -> None:
        blocks: list[Block] = text_blocks(words, palette_of(self).prose)
        self.query_one(TextPane).show(blocks)
