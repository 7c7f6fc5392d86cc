"""How the lines of the list are drawn: days and papers."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rich.style import Style
from textual.strip import Strip

from tuireader.library.library import Library
from tuireader.library.tally import StateCounts
from tuireader.query import Query
from tuireader.ui.palette import Palette
from tuireader.ui.render import Piece, count, line_of, marked, strip_of
from tuireader.ui.widgets.signs import UNREAD, after_title, before_title, style_of

CURSOR = "▌"
SELECTED = "✓"
UNDATED = "undated"
_MOST = 40
"""Cells that tags may take of a line."""


def draw_day(day: str, papers: int, unread: int, width: int, palette: Palette) -> Strip:
    """Return the rule above the papers of a day, with their number.

    Args:
        day: ISO date, or empty for papers without one.
        papers: How many there are.
        unread: How many of them are unread.
        width: Cells of the line.
        palette: The styles.
    """
    style, rule = palette.quiet, palette.faint
    head, tail = f" {_with_weekday(day)} ", f" {count(papers)} "
    if unread:
        of = f" of {count(papers)}" if unread < papers else ""
        tail = f" {UNREAD} {count(unread)}{of} "
    dashes = "─" * max(0, width - len(head) - len(tail))
    return strip_of([(head, style), (dashes, rule)], width, style, [(tail, style)])


def progress(library: Library, counts: StateCounts | None) -> str:
    """Return how many of the papers are read, where what was unread is listed."""
    asked = any(clause.text == "is:unread" for clause in library.query.clauses)
    if counts is None or not asked or not len(library):
        return ""
    return f"{count(len(library) - counts.unread)} of {count(len(library))} read"


class Look(NamedTuple):
    """How a paper's line is to look."""

    width: int
    palette: Palette
    cursor: bool | None = None
    """Whether the cursor on it is the one that keys move; None without a cursor."""
    selected: bool = False


def draw_paper(library: Library, row: int, look: Look) -> Strip:
    """Return the line of the paper in a row: signs, title, tags."""
    width, palette, cursor, selected = look
    state, query = library.state_at(row), library.query
    style = style_of(state, palette, cursor=cursor)
    title = line_of(library.title_at(row))
    selection = (SELECTED, style + palette.selected) if selected else (" ", style)
    left = [(" " if cursor is None else CURSOR, style)]
    left += before_title(state, palette, style, selection)
    left += marked(title, style, query.spans(title, "title"), palette.found)
    room = width - len(title) - 15
    tags = library.tags_at(row) if room > 0 else ()
    right = tags_within((*state.tags, *tags), room, style, palette, query)
    right += after_title(state, palette, style)
    return strip_of(left, width, style, [*right, (" ", style)] if right else [])


def tags_within(
    tags: Iterable[str], room: int, base: Style, palette: Palette, query: Query
) -> list[Piece]:
    """Return as many of a paper's tags as fit beside its title.

    Args:
        tags: The tags as written.
        room: Cells that are free.
        base: Style of the line.
        palette: The styles.
        query: The filter; what it looks for is underlined.
    """
    pieces: list[Piece] = []
    room = min(room, _MOST)
    for tag in tags:
        text = f" #{line_of(tag)}"
        room -= 2 * len(text) - len(text.encode("ascii", "ignore"))
        if room < 0:
            break
        spans = query.spans(text, "tag")
        pieces += marked(text, palette.tag(tag, base), spans, palette.found)
    return pieces


def _with_weekday(day: str) -> str:
    if not day:
        return UNDATED
    if not day[0].isdigit():  # a group of another order
        return line_of(day)
    return f"{day} {date.fromisoformat(day):%a}"
