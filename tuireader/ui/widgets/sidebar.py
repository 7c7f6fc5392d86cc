"""The sidebar: everything, dates and tags with their counts."""

from collections.abc import Sequence

from textual.strip import Strip

from tuireader.library.library import Library
from tuireader.library.tally import StateCounts
from tuireader.query import Query
from tuireader.store.searches import SavedSearch
from tuireader.ui.render import label
from tuireader.ui.widgets.openings import Openings
from tuireader.ui.widgets.sidebar_choices import exclusion_of, wish_of
from tuireader.ui.widgets.sidebar_lines import draw_row, look_of
from tuireader.ui.widgets.sidebar_rows import (
    AUTHORS,
    More,
    Row,
    rows_of,
    saved_as,
)
from tuireader.ui.widgets.state_rows import with_states
from tuireader.ui.widgets.staying_view import StayingView


class Sidebar(StayingView):
    """Facets of what is listed; Enter requires one of them, or lets it go."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._library = library
        self._opened = Openings()
        self._more = More()
        self._counted: Library | None = None
        """The library whose authors are shown."""
        self._rows: list[Row] | None = None
        self._counts: StateCounts | None = None

    @property
    def rows(self) -> list[Row]:
        """The lines, built when they are first looked at."""
        if self._rows is None:
            library, opened = self._library, self._opened.keys
            facets, query = library.facets, library.query
            rows = rows_of(facets, len(library), query, opened, more=self._more)
            self._rows = with_states(rows, query, self._counts)
        return self._rows

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    def show(self, library: Library) -> None:
        """Show the facets of `library`; what the reader looks at stays."""
        before = self.rows
        self._library = library
        self._rows = None
        self._open_newest()
        self.stay(before, self.rows)
        self.refresh()

    def show_counts(self, counts: StateCounts) -> None:
        """Show how many of the papers listed are in which state."""
        if counts != self._counts:
            self._counts = counts
            self._rows = None
            self.refresh()

    def on_mount(self) -> None:
        """Name the pane and open the newest month."""
        self.border_title = label("Library")
        self._open_newest()

    def _open_newest(self) -> None:
        """Open the newest month, where reading starts, once there is one."""
        if self._opened.open_newest(self._library.all_facets.days):
            self._rows = None

    def toggle_open(self) -> None:
        """Show or hide the lines under the cursor's line.

        Those that are shown are brought into view, as far as half of it goes.
        """
        row, lines = self.rows[self.cursor], self.line_count
        if row.opened is not None:
            self._opened.toggle(row.key)
            self._rows = None
            self.count_authors()
            self.reveal(self.line_count - lines)
            self.refresh()

    def count_authors(self) -> None:
        """Count the authors of what is listed, if they are shown."""
        if AUTHORS in self._opened.keys and self._counted is not self._library:
            self._counted = self._library
            self._more = self._more._replace(authors=self._library.authors)
            self.show(self._library)

    def show_saved(self, searches: Sequence[SavedSearch]) -> None:
        """Show saved searches."""
        parse = self._library.parse
        saved = [(each.name, parse(each.query).canonical) for each in searches]
        if saved != self._more.saved:
            self._more = self._more._replace(saved=saved)
            self.show(self._library)

    def open_saved(self, name: str, asked: Query) -> bool:
        """Mark a saved search as the one that is opened.

        Args:
            name: Its name.
            asked: The filter.

        Returns:
            False, and nothing is marked, where it was that which the filter is.
        """
        if saved_as(asked, self._more) == name:
            return False
        self._more = self._more._replace(opened=name)
        self.show(self._library)
        return True

    @property
    def saved_at_cursor(self) -> str:
        """The saved search that keys are about; empty if they are about none."""
        row = self.rows[self.cursor]
        return row.key if self.has_focus and row.kind == "saved" else ""

    def chosen(self) -> None:
        """Require what the cursor stands on, or let it go; open a heading."""
        row = self.rows[self.cursor]
        wish = wish_of(row)
        self.look_here()
        if wish is not None:
            self.post_message(wish)
        if wish is None or (row.kind == "date" and row.opened is False):
            self.toggle_open()

    def exclude(self) -> bool:
        """Exclude what the cursor stands on, or no longer; return whether it can be."""
        wish = exclusion_of(self.rows[self.cursor])
        self.look_here()
        if wish is not None:
            self.post_message(wish)
        return wish is not None

    def toggle_order(self) -> bool:
        """Put the tags in order of their names, or of their counts again.

        Returns:
            Whether they go by name now.
        """
        by_name = not self._more.by_name
        self._more = self._more._replace(by_name=by_name)
        self.show(self._library)
        return by_name

    def clicked(self, x: int, chain: int) -> None:  # noqa: ARG002
        """Open or close at the arrow, choose anywhere else."""
        row = self.rows[self.cursor]
        if row.opened is not None and x <= 2 * row.depth + 1:
            self.toggle_open()
        else:
            self.chosen()

    def draw_line(self, line: int, width: int) -> Strip:
        """Draw one facet with its count at the right."""
        row, palette = self.rows[line], self.frame.palette
        has_cursor = line == self.cursor and self.has_focus
        base = palette.cursor if has_cursor else look_of(row, palette)
        return draw_row(row, base, width, palette)
