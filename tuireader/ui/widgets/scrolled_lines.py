"""Scrolling of views of many lines, by keys, wheel and bar."""

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget

WHEEL_LINES = 3


class ScrolledLines(Widget):
    """Lines of which a page is seen; it never changes its size.

    Subclasses give `line_count`.
    """

    # Textual's has the screen laid out once more after it was given another size.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.top = 0
        """The first line that is seen."""
        self._dragging = False

    @property
    def line_count(self) -> int:
        """How many lines there are."""
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
        Widget.refresh(self)  # elsewhere, but what was drawn of them is what it was
        return True

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
