"""Where a note is written."""

from textual import events
from textual.widgets import TextArea

from tuireader.text import sanitise


class NoteArea(TextArea):
    """Several lines of text, into which nothing gets that acts on a terminal."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus",
            highlight_cursor_line=False, id="note-text",
        )  # fmt: skip

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = sanitise(event.text)  # which Textual hands to the area's own
