"""The input of the filter line."""

from textual import events
from textual.widgets import Input

from tuireader.ui.messages import FilterClosed, FilterTyped


class FilterInput(Input):
    """Tells each change; Enter and Escape give the keys back to the list."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._before = ""

    def show(self, text: str) -> None:
        """Show `text`, unless the reader is typing."""
        if not self.has_focus and self.value != text:
            with self.prevent(Input.Changed):
                self.value = text

    def on_focus(self) -> None:
        """Remember what Escape restores."""
        self._before = self.value
        self.cursor_position = len(self.value)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in {"enter", "escape", "down"}:
            event.stop()
            event.prevent_default()
            restore = event.key == "escape"
            self.post_message(FilterClosed(self._before if restore else self.value))
            return
        await super()._on_key(event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was typed."""
        event.stop()
        self.post_message(FilterTyped(event.value))
