"""A line view with a cursor."""

from textual import events

from tuireader.ui.widgets.line_view import LineView


class CursorView(LineView):
    """Lines of which one is the cursor's; it stays in view.

    Subclasses may keep the cursor off some lines through `can_stand`, and learn of its
    moves through `cursor_moved` and of Enter and clicks through `chosen`.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.cursor = 0
        """The line that the cursor stands on."""

    def can_stand(self, line: int) -> bool:
        """Whether the cursor may stand on `line`."""
        return 0 <= line < self.line_count

    def cursor_moved(self) -> None:
        """The cursor came to stand on another line."""

    def chosen(self) -> None:
        """The reader pressed Enter on the cursor's line, or clicked it."""

    def move_cursor(self, line: int, direction: int = 1) -> None:
        """Put the cursor on `line`, or on the nearest line further in `direction`."""
        line = self._nearest(min(max(0, line), self.line_count - 1), direction)
        if line != self.cursor and line >= 0:
            before, self.cursor = self.cursor, line
            self._reveal()
            # Also after scrolling, which keeps the lines that were drawn as they were.
            self.refresh_line_at(before)
            self.refresh_line_at(line)
            self.cursor_moved()

    def step(self, lines: int) -> None:
        """Move the cursor by `lines` lines it can stand on."""
        direction = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            self.move_cursor(self.cursor + direction, direction)

    def jump(self, lines: int) -> None:
        """Move the cursor and the view by `lines`."""
        self.scroll_lines(self.top + lines)
        self.move_cursor(self.cursor + lines, 1 if lines > 0 else -1)

    def _nearest(self, line: int, direction: int) -> int:
        for way in (direction, -direction):
            at = line
            while 0 <= at < self.line_count:
                if self.can_stand(at):
                    return at
                at += way
        return -1

    def _reveal(self) -> bool:
        """Bring the cursor into view, and the line above, which may head its group."""
        above = max(0, self.cursor - 1)
        if above < self.top:
            return self.scroll_lines(above)
        if self.cursor >= self.top + self.page:
            return self.scroll_lines(self.cursor - self.page + 1)
        return False

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._reveal()

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self.refresh_line_at(self.cursor)

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh_line_at(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line that was clicked."""
        at = event.get_content_offset(self)
        if at is None or (self.line_count > self.page and at.x >= self.size.width - 1):
            return
        line = self.top + at.y
        if self.can_stand(line):
            self.move_cursor(line)
            self.clicked(at.x, event.chain)

    def clicked(self, x: int, chain: int) -> None:  # noqa: ARG002
        """The cursor's line was clicked at cell `x`, the `chain`-th time in a row."""
        if chain > 1:
            self.chosen()
