"""The line that says, and takes, what the list is filtered by."""

from textual import events
from textual.widgets import Input

from tuireader.query import Query
from tuireader.ui.messages import FilterClosed, FilterTyped, Notice

PLACEHOLDER = "/ filter: words, #tag, -tag:gan, date:2024-08"


class FilterLine(Input):
    """One line above the list; Enter and Escape give the keys back to the list."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id, placeholder=PLACEHOLDER, compact=True, select_on_focus=False
        )
        self._before = ""

    def show(self, query: Query) -> None:
        """Show `query` as the filter, and say what in it could not be understood."""
        if not self.has_focus and self.value != query.text:
            with self.prevent(Input.Changed):
                self.value = query.text
        if wrong := [problem for problem in query.problems if not problem.unfinished]:
            words = "; ".join(f"{problem.token}: {problem.what}" for problem in wrong)
            self.post_message(Notice(words, "warning"))

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
