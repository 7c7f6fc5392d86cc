"""The sidebar: everything, dates and tags with their counts."""

from rich.style import Style
from textual.strip import Strip

from tuireader.library.library import Library
from tuireader.ui.messages import (
    DateChosen,
    EverythingChosen,
    FilterEdited,
    TagChosen,
)
from tuireader.ui.render import count, label, line_of, strip_of
from tuireader.ui.widgets.cursor_view import CursorView
from tuireader.ui.widgets.sidebar_rows import ALL, DATES, TAGS, Row, rows_of

_ARROWS = {True: "▾ ", False: "▸ ", None: "  "}


class Sidebar(CursorView):
    """Facets of what is listed; Enter requires one of them, or lets it go."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._library = library
        self._opened = {DATES, TAGS}
        self._newest_opened = False
        self._by_name = False
        self._rows: list[Row] | None = None

    @property
    def rows(self) -> list[Row]:
        """The lines, built when they are first looked at."""
        if self._rows is None:
            library = self._library
            self._rows = rows_of(
                library.facets,
                len(library),
                library.query,
                self._opened,
                by_name=self._by_name,
            )
        return self._rows

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    def show(self, library: Library) -> None:
        """Show the facets of `library`, the cursor on the same facet if it is there."""
        key = self.rows[self.cursor].key if self.cursor < len(self.rows) else ALL
        self._library = library
        self._rows = None
        self._open_newest()
        keys = [row.key for row in self.rows]
        if key in keys:
            self.cursor = keys.index(key)
        self.cursor = min(self.cursor, self.line_count - 1)
        self.top = min(self.top, self.last_top)
        self.refresh()

    def on_mount(self) -> None:
        """Name the pane and open the newest month."""
        self.border_title = label("Library")
        self._open_newest()

    def _open_newest(self) -> None:
        """Open the newest month, where reading starts, once there is one."""
        days = self._library.all_facets.days
        if days and days[0][0] and not self._newest_opened:
            self._newest_opened = True
            self._opened |= {days[0][0][:4], days[0][0][:7]}
            self._rows = None

    def toggle_open(self) -> None:
        """Show or hide the lines under the cursor's line."""
        row = self.rows[self.cursor]
        if row.opened is not None:
            self._opened ^= {row.key}
            self._rows = None
            self.top = min(self.top, self.last_top)
            self.refresh()

    def chosen(self) -> None:
        """Require what the cursor stands on, or let it go; open a heading."""
        self._choose(exclude=False)

    def exclude(self) -> bool:
        """Exclude the cursor's tag or date, or no longer; return whether it is one."""
        row = self.rows[self.cursor]
        if row.kind == "date":
            query = self._library.query
            self.post_message(FilterEdited(query.toggled(f"-date:{row.key}")))
        elif row.kind == "tag":
            self._choose(exclude=True)
        return row.kind in {"tag", "date"}

    def toggle_order(self) -> bool:
        """Put the tags in order of their names, or of their counts again.

        Returns:
            Whether they go by name now.
        """
        self._by_name = not self._by_name
        self.show(self._library)
        return self._by_name

    def _choose(self, *, exclude: bool) -> None:
        row = self.rows[self.cursor]
        if row.kind == "tag":
            self.post_message(TagChosen(row.key, exclude))
        elif row.kind == "date":
            self.post_message(DateChosen(row.key))
            if row.opened is False:
                self.toggle_open()
        elif row.kind == ALL:
            self.post_message(EverythingChosen())
        else:
            self.toggle_open()

    def clicked(self, x: int, chain: int) -> None:  # noqa: ARG002
        """Open or close at the arrow, choose anywhere else."""
        row = self.rows[self.cursor]
        if row.opened is not None and x <= 2 * row.depth + 1:
            self.toggle_open()
        else:
            self.chosen()

    def draw_line(self, line: int, width: int) -> Strip:
        """Draw one facet with its count at the right."""
        row = self.rows[line]
        base = self._base(row, line)
        indent = "  " * max(0, row.depth - (row.kind == "tag"))
        mark = "− " if row.excluded else "● " if row.chosen else _ARROWS[row.opened]
        palette = self.frame.palette
        style = base
        if row.kind == "tag" and not row.excluded:
            style = palette.tag(row.key, base)
        left = [(f" {indent}{mark}", base), (line_of(row.label), style)]
        tail = f" {count(row.papers)} " if row.kind not in {DATES, TAGS} else " "
        return strip_of(left, width, base, [(tail, base + palette.count)])

    def _base(self, row: Row, line: int) -> Style:
        palette = self.frame.palette
        if line == self.cursor and self.has_focus:
            return palette.cursor
        if row.excluded:
            return palette.excluded
        if row.chosen:
            return palette.chosen
        return palette.text if row.depth else palette.heading
