"""A pane of prose that scrolls by itself."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from tuireader.ui.palette import palette_of
from tuireader.ui.prose import Block
from tuireader.ui.render import label
from tuireader.ui.theme import TEXT_WIDTH
from tuireader.ui.widgets.line_view import LineView

_NARROWEST = 4
_TAB = 4


class TextPane(LineView):
    """Paragraphs wrapped to the pane, at most `TEXT_WIDTH` cells wide."""

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._heading = title
        self._blocks: Sequence[Block] = ()
        self._lines: list[Text] | None = None
        self._wrapped_at = 0

    def on_mount(self) -> None:
        """Name the pane."""
        self.border_title = label(self._heading)

    def retitle(self, title: str) -> None:
        """Name the pane by what it shows now."""
        if title != self._heading:
            self._heading = title
            self.border_title = label(title)

    def show(self, blocks: Sequence[Block]) -> None:
        """Show `blocks` from their beginning."""
        before = self._drawn_lines()
        self._blocks = blocks
        self._lines = None
        self.top = 0
        lines = max(before, self._drawn_lines())
        # Lines that are blank before and after need no drawing, nor do the lines of
        # other panes beside them; a bar is drawn beside all of them.
        if lines > self.page:
            self.refresh()
        else:
            self.refresh(Region(0, 0, self.size.width, lines))

    def _drawn_lines(self) -> int:
        return self.line_count if self.size.width else 0

    @property
    def line_count(self) -> int:
        """Lines after wrapping."""
        return len(self._wrapped())

    def draw_line(self, line: int, width: int) -> Strip:
        """Draw one wrapped line, with what the mouse selected of it."""
        text = (self._lines or self._wrapped())[line]
        palette = self.frame.palette
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(line)):
            start, end = span
            text = text.copy()
            style = palette.selection
            text.stylize(style, start, len(text) if end == -1 else end)
        # Rich leaves the base style out where no part of the text has one of its own.
        base = text.style if isinstance(text.style, Style) else palette.text
        segments = Segment.apply_style(text.render(self.app.console, end=""), base)
        strip = Strip(segments).adjust_cell_length(width, palette.text)
        return strip.apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text that the mouse selected."""
        plain = "\n".join(text.plain for text in self._wrapped())
        return selection.extract(plain), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Draw what is selected now."""
        self.refresh()

    def _wrapped(self) -> list[Text]:
        # One column is the scroll bar's, whether it is there or not: text that wraps
        # anew because a bar appeared would jump under the reader's eyes.
        width = max(_NARROWEST, min(self.size.width - 1, TEXT_WIDTH))
        if self._lines is None or width != self._wrapped_at:
            self._lines = self._wrap(width)
            self._wrapped_at = width
        return self._lines

    def _wrap(self, width: int) -> list[Text]:
        lines: list[Text] = []
        for block in self._blocks:
            if lines and not block.tight:
                lines.append(Text(style=palette_of(self).text))
            room = max(_NARROWEST, width - block.hang)
            first, *rest = block.text.wrap(self.app.console, width, tab_size=_TAB) or [
                Text()
            ]
            lines.append(first)
            if rest and block.hang:
                tail = block.text[len(first.plain) :]
                rest = [
                    Text(" " * block.hang, palette_of(self).text).append_text(line)
                    for line in _trimmed(tail).wrap(
                        self.app.console, room, tab_size=_TAB
                    )
                ]
            lines.extend(rest)
        return lines


def _trimmed(text: Text) -> Text:
    blank = len(text.plain) - len(text.plain.lstrip())
    return text[blank:]
