"""A small screen on which a note is written."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from tuireader.ui.render import label
from tuireader.ui.widgets.note_area import NoteArea

_KEYS = "ctrl+s keeps · esc leaves"
_SURE = "changed: ctrl+s keeps it, esc again drops it"


class NoteScreen(ModalScreen[str | None]):
    """Ctrl+S keeps what is written; Escape leaves, but not by accident."""

    # First in line, since the text would take Escape for itself.
    BINDINGS = [
        Binding("ctrl+s", "keep", "keep", priority=True),
        Binding("escape", "leave", "leave", priority=True),
    ]

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self._heading = title
        self._note = note
        self._warned = ""

    def compose(self) -> ComposeResult:
        """The note in a frame that says whose it is."""
        with Vertical(id="note"):
            yield NoteArea(self._note)

    def on_mount(self) -> None:
        """Name the paper and let the reader write at the end."""
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)
        frame = self.query_one("#note")
        frame.border_title = label(f"Note · {self._heading}")
        frame.border_subtitle = label(_KEYS)

    def action_keep(self) -> None:
        """Keep what is written."""
        self.dismiss(self.query_one(NoteArea).text)

    def action_leave(self) -> None:
        """Leave; what is written and not kept needs a second word."""
        text = self.query_one(NoteArea).text
        if text in {self._note, self._warned}:
            self.dismiss(None)
        else:
            self._warned = text
            self.query_one("#note").border_subtitle = label(_SURE)
