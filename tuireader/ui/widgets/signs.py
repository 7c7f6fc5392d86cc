"""The signs that say how the reader stands with a paper: one cell each.

Terminals for East Asian languages may draw some of them over two cells, so that a space
follows each.
"""

from rich.style import Style

from tuireader.domain.events import PaperState
from tuireader.ui.palette import Palette
from tuireader.ui.render import Piece

UNREAD, STAR, QUEUED, NOTED = "●", "★", "»", "¶"


def before_title(
    state: PaperState, palette: Palette, base: Style, selection: Piece
) -> list[Piece]:
    """Return what stands before a title: whether it is unread, selected, starred."""
    dot = " " if state.read else UNREAD
    star = STAR if state.starred else " "
    style = base + palette.sign
    return [(dot, style), selection, (f"{star} ", style)]


def after_title(state: PaperState, palette: Palette, base: Style) -> list[Piece]:
    """Return what stands at the end of a line: whether it is queued, and noted."""
    signs = [
        (QUEUED, state.queue is not None), (NOTED, bool(state.note)),
    ]  # fmt: skip
    text = "".join(f" {sign}" for sign, has in signs if has)
    return [(text, base + palette.sign)] if text else []


def style_of(state: PaperState, palette: Palette, *, cursor: bool | None) -> Style:
    """Return the style of a paper's line.

    Args:
        state: How the reader stands with it.
        palette: Where the styles are.
        cursor: Whether the cursor on it is the one that keys move; None without.
    """
    if cursor is None:
        return palette.quiet if state.read else palette.heading
    if cursor:
        return palette.cursor_read if state.read else palette.cursor
    return palette.cursor_far_read if state.read else palette.cursor_far
