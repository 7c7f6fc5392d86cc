"""How a line of the sidebar is drawn."""

from rich.style import Style
from textual.strip import Strip

from tuireader.ui.palette import Palette
from tuireader.ui.render import count, line_of, strip_of
from tuireader.ui.widgets.sidebar_rows import AUTHORS, DATES, SAVED, TAGS, Row
from tuireader.ui.widgets.state_rows import STATE

_HEADINGS = {SAVED, DATES, TAGS, AUTHORS}
_BY_KEY = 9
"""Saved searches that have a key of their own."""
_COLUMN = 5
_ARROWS = {True: "▾ ", False: "▸ ", None: "  "}


def look_of(row: Row, palette: Palette) -> Style:
    """Return the style of a facet's line that has no cursor."""
    if row.excluded:
        return palette.excluded
    if row.chosen:
        return palette.chosen
    plain = row.depth or row.kind == STATE
    return palette.text if plain else palette.heading


def draw_row(row: Row, base: Style, width: int, palette: Palette) -> Strip:
    """Return a facet with its count at the right.

    Args:
        row: The facet.
        base: Style of the line.
        width: Its cells.
        palette: The styles.
    """
    indent = "  " * max(0, row.depth - (row.kind != "date"))
    mark = "− " if row.excluded else "● " if row.chosen else _ARROWS[row.opened]
    style = base
    if row.kind == "tag" and not row.excluded:
        style = palette.tag(row.key, base)
    left = [(f" {indent}{mark}", base), (line_of(row.label), style)]
    sign, quiet = base + palette.sign, base + palette.count
    if not row.unread or row.unread >= row.papers:  # one number says it all
        right = [(_tail(row), sign if row.unread else quiet)]
    else:
        # Beside counts of unread papers, others stand in a column.
        tail = f" {count(row.papers):>{_COLUMN}} "
        right = [(f" {count(row.unread)}", sign), (tail, quiet)]
    return strip_of(left, width, base, right)


def _tail(row: Row) -> str:
    if row.kind == "saved":
        return f" alt+{row.papers} " if row.papers <= _BY_KEY else " "
    if row.kind in _HEADINGS or not row.known:
        return " "
    return f" {count(row.papers)} "
