"""Views of many lines that draw only those that are seen."""

from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tuireader.ui.palette import Palette, palette_of

BAR = "▐"
WHEEL_LINES = 3


class Frame(NamedTuple):
    """What is the same for all lines of one paint; Textual works out sizes anew."""

    width: int
    lines: int
    thumb: range
    """Lines that the thumb of the scroll bar stands on; empty without a bar."""
    palette: Palette


class LineView(Widget, can_focus=True):
    """A view whose cost does not depend on how many lines it has.

    Textual's own lists make an object for each row and lay the screen out anew when the
    number of rows changes; this one asks for a line when it is drawn, scrolls by itself
    and never changes its size.

    Subclasses give `line_count` and `draw_line`.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.top = 0
        """The first line that is seen."""
        self._dragging = False
        self._frame: Frame | None = None

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw_line(self, line: int, width: int) -> Strip:
        """Return line `line` as exactly `width` cells."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """Lines that are seen at once; at least 1."""
        return max(1, self.size.height)

    @property
    def last_top(self) -> int:
        """The lowest scroll position."""
        return max(0, self.line_count - self.page)

    def scroll_lines(self, top: int) -> bool:
        """Show the lines from `top` on; return whether that changed anything."""
        top = min(max(0, top), self.last_top)
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    @property
    def frame(self) -> "Frame":
        """What is the same for all lines of one paint."""
        if self._frame is None:
            self._frame = self._look()
        return self._frame

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the visible lines, looking once at what they share."""
        self._frame = self._look()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one visible line, with the scroll bar at its right edge if needed."""
        frame = self.frame
        if not frame.thumb:
            return self._line(self.top + y, frame.width)
        text = BAR if y in frame.thumb else " "
        bar = Strip([Segment(text, frame.palette.faint)], 1)
        return Strip.join([self._line(self.top + y, frame.width - 1), bar])

    def _line(self, line: int, width: int) -> Strip:
        if 0 <= line < self.frame.lines and width > 0:
            return self.draw_line(line, width)
        return Strip.blank(max(0, width), self.frame.palette.text)

    def _look(self) -> "Frame":
        size, lines = self.size, self.line_count
        page = max(1, size.height)
        thumb = range(0)
        if lines > page:
            length = max(1, page * page // lines)
            start = round(self.top * (page - length) / (lines - page))
            thumb = range(start, start + length)
        return Frame(size.width, lines, thumb, palette_of(self))

    def refresh_line_at(self, line: int) -> None:
        """Draw line `line` again if it is seen."""
        if 0 <= line - self.top < self.page:
            self.refresh(Region(0, line - self.top, self.size.width, 1))

    def on_resize(self) -> None:
        """Keep the last page full."""
        self.top = min(self.top, self.last_top)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by the wheel."""
        event.stop()
        self.scroll_lines(self.top + WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by the wheel."""
        event.stop()
        self.scroll_lines(self.top - WHEEL_LINES)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar."""
        at = event.get_content_offset(self)
        overflows = self.line_count > self.page
        if at is not None and overflows and at.x == self.size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self._scroll_to_bar(at.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar."""
        if self._dragging:
            at = event.get_content_offset_capture(self)
            self._scroll_to_bar(at.y)

    def on_mouse_up(self) -> None:
        """Let the scroll bar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _scroll_to_bar(self, y: int) -> None:
        self.scroll_lines(round(y * self.last_top / max(1, self.page - 1)))
