"""Views of many lines that draw only those that are seen."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip

from tuireader.ui.palette import Palette, palette_of
from tuireader.ui.widgets.scrolled_lines import ScrolledLines

BAR = "▐"
_BEYOND = -1
"""Stands for every line below the last."""
_KEPT = 1_000
"""Drawn lines beyond which all are drawn anew: more than any terminal shows."""


class Frame(NamedTuple):
    """What is the same for all lines of one paint; Textual works out sizes anew."""

    width: int
    lines: int
    thumb: range
    """Lines that the thumb of the scroll bar stands on; empty without a bar."""
    palette: Palette
    filters: Sequence[LineFilter]
    """What Textual would do to the colours of every line, over `background`."""
    background: Color


class LineView(ScrolledLines, can_focus=True):
    """A view whose cost does not depend on how many lines it has.

    Textual's own lists make an object for each row and lay the screen out anew when the
    number of rows changes; this one asks for a line when it is drawn, scrolls by itself
    and never changes its size.

    Subclasses give `line_count` and `draw_line`.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._frame: Frame | None = None
        self._drawn: dict[tuple[int, str], Strip] = {}
        """Whole lines with their edges, by line and what the scroll bar shows there."""
        self._drawn_look = (Strip([]), Strip([]), 0)
        """What Textual puts left and right of every line, and how wide it is then."""

    def draw_line(self, line: int, width: int) -> Strip:
        """Return line `line` as exactly `width` cells."""
        raise NotImplementedError

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw all lines anew, of which those in `regions` have changed."""
        self._drawn.clear()
        return super().refresh(
            *regions, repaint=repaint, layout=layout, recompose=recompose
        )

    @property
    def frame(self) -> "Frame":
        """What is the same for all lines of one paint."""
        if self._frame is None:
            self._frame = self._look()
        return self._frame

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the border with Textual's help, and what is between without it.

        Textual puts edges around a line and colour filters over it whenever the line
        is drawn or has moved; here that is done once for as long as it stays the same.
        """
        self._frame = self._look()
        gutter, (width, height) = self.styles.gutter, self.outer_size
        inside = range(gutter.top, height - gutter.bottom)
        if not inside or not self.size.width:
            return super().render_lines(crop)
        self._look_at_edges(super().render_lines(Region(0, gutter.top, width, 1))[0])
        strips = [
            self._whole(y - gutter.top)
            if y in inside
            else super(LineView, self).render_lines(Region(0, y, width, 1))[0]
            for y in crop.line_range
        ]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Draw one visible line, with the scroll bar at its right end if needed."""
        line, bar = self._at(y)
        frame = self.frame
        width = max(0, frame.width - len(bar))
        if line == _BEYOND or not width:
            strip = Strip.blank(width, frame.palette.text)
        else:
            strip = self.draw_line(line, width)
        if bar:
            strip = Strip([*strip, Segment(bar, frame.palette.faint)], frame.width)
        return strip

    def _at(self, y: int) -> tuple[int, str]:
        """Return which line is seen at `y`, and what the scroll bar shows there."""
        frame, line = self.frame, self.top + y
        bar = (BAR if y in frame.thumb else " ") if frame.thumb else ""
        return (line if line < frame.lines else _BEYOND), bar

    def _look_at_edges(self, edged: Strip) -> None:
        """Drop what was drawn if whole lines have come to look different."""
        gutter, end = self.styles.gutter, edged.cell_length
        edges = edged.crop(0, gutter.left), edged.crop(end - gutter.right, end)
        look = *edges, end
        if look != self._drawn_look or len(self._drawn) > _KEPT:
            self._drawn.clear()
            self._drawn_look = look

    def _whole(self, y: int) -> Strip:
        """Return visible line `y` between its edges, drawn if it is new."""
        place = self._at(y)
        strip = self._drawn.get(place)
        if strip is None:
            strip, (left, right, _) = self.render_line(y), self._drawn_look
            for colours in self.frame.filters:
                strip = strip.apply_filter(colours, self.frame.background)
            strip = self._drawn[place] = Strip.join([left, strip, right])
        return strip

    def _look(self) -> "Frame":
        size, lines = self.size, self.line_count
        page = max(1, size.height)
        thumb = range(0)
        if lines > page:
            length = max(1, page * page // lines)
            start = round(self.top * (page - length) / (lines - page))
            thumb = range(start, start + length)
        return Frame(
            size.width,
            lines,
            thumb,
            palette_of(self),
            self.get_line_filters(),
            self.background_colors[1],
        )

    def refresh_line_at(self, line: int) -> None:
        """Draw line `line` again if it is seen."""
        for bar in ("", " ", BAR):
            self._drawn.pop((line, bar), None)
        if 0 <= line - self.top < self.page:
            super().refresh(Region(0, line - self.top, self.size.width, 1))
