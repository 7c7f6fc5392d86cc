"""The table of keys."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from tuireader.ui.keys import Key, rows, shown
from tuireader.ui.palette import palette_of
from tuireader.ui.prose import Block
from tuireader.ui.render import label
from tuireader.ui.widgets.text_pane import TextPane

_KEYS_WIDTH = 18


class HelpScreen(ModalScreen[None]):
    """Every key in its group; any of its keys closes it."""

    BINDINGS = [
        Binding("ctrl+z", "app.suspend", show=False, id="suspend"),
        ("escape,q,question_mark,enter,f1", "dismiss", "close"),
        ("j,down", "scroll(1)", "down"),
        ("k,up", "scroll(-1)", "up"),
        ("space,pagedown", "scroll(10)", "page down"),
        ("pageup", "scroll(-10)", "page up"),
    ]

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One pane of text."""
        with Vertical(id="help"):
            yield TextPane("Keys", id="help-text")

    def on_mount(self) -> None:
        """Write the table."""
        pane = self.query_one(TextPane)
        styles = palette_of(self).prose
        blocks: list[Block] = []
        for group, keys in groupby(rows(self._keys), key=lambda key: key.group):
            blocks.append(Block(Text(group, styles.strong)))
            for key in keys:
                names = " ".join(shown(name) for name in key.keys)
                row = Text(f"  {names:<{_KEYS_WIDTH}}", styles.link)
                blocks.append(Block(row.append(key.words, styles.plain), tight=True))
        pane.show(blocks)
        pane.border_title = label("Keys · esc closes")
        pane.focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll the table by `lines`."""
        pane = self.query_one(TextPane)
        pane.scroll_lines(pane.top + lines)
