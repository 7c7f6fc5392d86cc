"""Text to cells: the only place where data becomes segments for the terminal."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from tuireader.text import sanitise
from tuireader.text.emoji import apart
from tuireader.text.tex import readable

ELLIPSIS = "…"

Piece = tuple[str, Style]
"""A run of text, already safe and on one line, and its style."""


def line_of(text: str) -> str:
    """Return `text` safe for the terminal, on one line, with its TeX readable."""
    return " ".join(apart(sanitise(readable(text))).split())


def label(text: str) -> Content:
    """Return `text` as a title for a border: never read as markup."""
    return Content(line_of(text))


def fit(text: str, width: int) -> str:
    """Return `text` cut to at most `width` cells, with an ellipsis if it was cut."""
    if width <= 0:
        return ""
    if len(text) * 2 <= width or cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def strip_of(
    left: Iterable[Piece], width: int, base: Style, right: Sequence[Piece] = ()
) -> Strip:
    """Return a line of exactly `width` cells: `left` cut to fit, `right` at its end.

    Args:
        left: Pieces from the left edge on.
        width: Cells of the line.
        base: Style of the line where no piece stands.
        right: Pieces that keep their whole width, if there is room for them at all.
    """
    tail = sum(cell_len(text) for text, _ in right)
    if tail > width:
        right, tail = (), 0
    segments, used = _cut(left, width - tail)
    if used + tail < width:
        segments.append(Segment(" " * (width - tail - used), base))
    segments.extend(Segment(text, style) for text, style in right)
    return Strip(segments, width)


def _cut(pieces: Iterable[Piece], room: int) -> tuple[list[Segment], int]:
    segments: list[Segment] = []
    used = 0
    for text, style in pieces:
        if not text:
            continue
        cells = cell_len(text)
        if used + cells > room:
            if used == room and segments:  # its ellipsis goes where the last one ends
                last = segments.pop()
                used -= cell_len(last.text)
                text, style = last.text + ELLIPSIS, last.style or style  # noqa: PLW2901
            text = fit(text, room - used)  # noqa: PLW2901
            cells = cell_len(text)
            if text:
                segments.append(Segment(text, style))
            return segments, used + cells
        segments.append(Segment(text, style))
        used += cells
    return segments, used


def marked(
    text: str, style: Style, spans: Iterable[tuple[int, int]], mark: Style
) -> list[Piece]:
    """Return `text` in pieces, `mark` added to the style of its `spans`."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        pieces += [(text[at:start], style), (text[start:end], style + mark)]
        at = end
    return [*pieces, (text[at:], style)]


def count(number: int) -> str:
    """Return `number` with thousands separated."""
    return f"{number:,}"
