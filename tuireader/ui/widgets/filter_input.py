"""The input of the filter line."""

from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip
from textual.widgets import Input

from tuireader.query.pasting import query_of_paste
from tuireader.ui.messages import FilterClosed, FilterTyped
from tuireader.ui.widgets.typed_input import TypedInput

if TYPE_CHECKING:
    from tuireader.ui.widgets.filter_line import FilterLine

_CLOSING = {"enter", "escape", "down"}
_AIDED = {"enter", "down", "up", "tab", "right"}
"""Keys that completions and history answer first, if they have anything to do."""


class FilterInput(TypedInput):
    """Tells each change; Enter and Escape give the keys back to the list.

    While nobody types it draws what its line says, and takes no focus from the mouse:
    that is for the chips.
    """

    can_focus = False

    def __init__(self, placeholder: str, line: "FilterLine") -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._line = line
        self._before = ""
        self._done = True

    def show(self, text: str) -> None:
        """Show `text`, unless the reader is typing."""
        if self._done and self.value != text:
            with self.prevent(Input.Changed):
                self.value = text

    def render_line(self, y: int) -> Strip:
        """Draw the text while it is typed, else the chips."""
        return self._line.render_line(y) if self._done else super().render_line(y)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        if self.has_focus:
            await super()._on_mouse_down(event)
        event.prevent_default()  # or Textual calls the input's own as well

    def on_blur(self) -> None:
        """Leave the mouse to the chips again; what is typed holds, as after Enter."""
        self._line.closed()
        if not self.app.app_focus and not self._done:
            return  # the terminal lost the keys, and gives them back
        self.can_focus = False
        if not self._done:
            self._close(kept=True)

    def on_focus(self) -> None:
        """Remember what Escape restores."""
        self.can_focus = True  # the blur of before may come late
        if not self._done:
            return  # the terminal has the keys again
        self._done = False
        self._before = self.value
        if self.value:  # what is typed next is a condition more, not a longer word
            with self.prevent(Input.Changed):
                self.value = f"{self.value.rstrip()} "
        self.cursor_position = len(self.value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Claim what closes the line before the screen's keys."""
        return key in _CLOSING | _AIDED or super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if self._done:  # typed for the list, before that had the keys again
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key in _AIDED and self._line.aid(event.key):
            event.stop()
            event.prevent_default()
        elif event.key in _CLOSING:
            event.stop()
            event.prevent_default()
            self.screen.set_focus(None)  # until the screen gives the list the keys
            self._line.leave()
            self._close(kept=event.key != "escape")
        elif event.key == "tab":  # nothing to complete; the next letter is typed, too
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _close(self, *, kept: bool) -> None:
        self._done = True
        text = self.value.rstrip() if kept else self._before
        self.post_message(FilterClosed(text, kept=kept))

    def _on_paste(self, event: events.Paste) -> None:
        event.text = query_of_paste(event.text)  # as in `TypedInput`, which is next

    def go_on(self, text: str, cursor: int | None = None) -> None:
        """Let the line be `text`, the cursor at its end or where it is said to be."""
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was typed, unless the line was closed behind it: that tells it."""
        event.stop()
        if not self._done:
            self.post_message(FilterTyped(event.value))
