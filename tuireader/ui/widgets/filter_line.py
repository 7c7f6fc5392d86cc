"""The line that says, and takes, what the list is filtered by."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tuireader.query import Query
from tuireader.ui.messages import FilterClosed, FilterTyped
from tuireader.ui.render import label

PLACEHOLDER = "filter: words, #tag, -tag:gan, date:2024-08"


class FilterInput(Input):
    """The input of the filter line; Enter and Escape give the keys back to the list."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id, placeholder=PLACEHOLDER, compact=True, select_on_focus=False
        )
        self._before = ""

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


class FilterLine(Horizontal):
    """One line above the list: the filter's text, and what is wrong with it."""

    def compose(self) -> ComposeResult:
        """A slash, the input, and room for a word about a bad token."""
        yield Static(Content(" / "), id="filter-slash")
        yield FilterInput(id="filter-input")
        yield Static(Content(""), id="filter-problem")

    def show(self, query: Query) -> None:
        """Show `query` as the filter, with its problems."""
        entry = self.query_one(FilterInput)
        if not entry.has_focus and entry.value != query.text:
            with entry.prevent(Input.Changed):
                entry.value = query.text
        words = "; ".join(
            f"{problem.token}: {problem.what}" for problem in query.problems
        )
        problem = self.query_one("#filter-problem", Static)
        if problem.display or words:
            problem.update(label(words))
            problem.display = bool(words)

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self.query_one("#filter-problem").display = False

    def open(self) -> None:
        """Let the reader type."""
        self.query_one(FilterInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was typed."""
        event.stop()
        self.post_message(FilterTyped(event.value))
