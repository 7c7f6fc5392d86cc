"""The list of papers under day headers."""

from collections.abc import Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip

from tuireader.library.days import Days
from tuireader.library.library import Library
from tuireader.library.tally import StateCounts
from tuireader.ui.messages import PaperChosen
from tuireader.ui.render import count, label, strip_of
from tuireader.ui.widgets.cursor_view import CursorView
from tuireader.ui.widgets.day_lines import DayLines
from tuireader.ui.widgets.paper_lines import Look, draw_day, draw_paper, progress

NO_MATCH = "  no paper matches the filter; esc drops it"
NO_PAPERS = "  no papers yet; if none appear, `tuireader doctor PATH` says why"
_SORTS = {
    "new": "newest", "old": "oldest", "title": "by title", "match": "best match",
    "queue": "in order", "interest": "by interest",
}  # fmt: skip


class PaperList(CursorView):
    """The papers that the filter leaves, newest day first."""

    # Watched, not told by a message: one arrives when the list is on the screen
    # already, and the paper would have to wait for the frame after that.
    highlighted = reactive(-1, repaint=False, init=False, always_update=True)
    """The row that the reader moved the cursor to."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._library = library
        self._days = DayLines(Days())
        self._empty_because = ""
        self._problem = ""
        self.selected: frozenset[str] = frozenset()
        """Keys of the papers that are selected, listed now or not."""
        self._counts: StateCounts | None = None
        self._unread_days: Mapping[str, int] = {}
        self._take(library)

    @property
    def line_count(self) -> int:
        """Papers and day headers; one line at least, which says that there are none."""
        return max(1, len(self._library) + len(self._days))

    @property
    def row(self) -> int:
        """The place of the cursor's paper among the papers listed; -1 if none is."""
        return self._days.row_at(self.cursor) if len(self._library) else -1

    def show(self, library: Library, row: int) -> None:
        """List `library` with the cursor on its paper `row`."""
        self._take(library)
        self._empty_because = self._problem = ""
        self.top = min(self.top, self.last_top)
        self.cursor = self._days.line_of(row)
        self._reveal()
        self._title()
        self.refresh()

    def show_counts(self, counts: StateCounts) -> None:
        """Show how many papers of each day are unread."""
        self._counts = counts
        self._title()
        if counts.unread_days != self._unread_days:
            self._unread_days = counts.unread_days
            self.refresh()

    def explain_empty(self, words: str) -> None:
        """Say why nothing is listed."""
        self._empty_because = words
        if not len(self._library):
            self.refresh()

    def select(self, keys: frozenset[str]) -> None:
        """Select the papers with these keys and no others."""
        self.selected = keys
        self._title()
        self.refresh()

    def show_problem(self, words: str) -> None:
        """Say below the filter what in it is wrong; what it listed before stays."""
        if words != self._problem:
            self._problem = words
            self._title()

    def go_to_month(self, month: str) -> bool:
        """Put the cursor on the first paper of a month, if the list goes by days."""
        row = self._days.row_of(month)
        if row is not None:
            self.go_to(row)
        return row is not None

    def on_mount(self) -> None:
        """Put the cursor on the first paper."""
        self.cursor = self._days.line_of(0)
        self._title()

    def go_to(self, row: int) -> None:
        """Put the cursor on paper `row`; -1 is the last."""
        rows = len(self._library)
        if rows:
            self.move_cursor(self._days.line_of(row % rows))

    def step_day(self, days: int, digits: int) -> None:
        """Move to the first paper of another day or month.

        Args:
            days: How many days (or months) down the list; negative goes up.
            digits: Leading characters of the date that tell one from the next: 10
                for days, 7 for months.
        """
        row = self._days.beside(self.row, days, digits)
        if row is not None:
            self.go_to(row)

    def can_stand(self, line: int) -> bool:
        """Whether a paper stands on `line`, and not a day header."""
        return (
            super().can_stand(line)
            and len(self._library) > 0
            and not self._days.day_at(line)
        )

    def cursor_moved(self) -> None:
        """Tell which paper is to be shown."""
        self.highlighted = self.row

    def chosen(self) -> None:
        """Tell that the paper is to be read."""
        self.post_message(PaperChosen())

    def draw_line(self, line: int, width: int) -> Strip:
        """Draw a day header or a paper."""
        if not len(self._library):
            style = self.frame.palette.quiet
            words = NO_MATCH if self._library.total else NO_PAPERS
            if self._empty_because:
                words = f"  {self._empty_because}"
            return strip_of([(words, style)], width, style)
        if day := self._days.day_at(line):
            unread = min(day[1], self._unread_days.get(day[0], 0))
            return draw_day(*day, unread, width, self.frame.palette)
        row, cursor = self._days.row_at(line), None
        if line == self.cursor:
            cursor = self.has_focus
        is_selected = bool(self.selected) and self._library.key_at(row) in self.selected
        look = Look(width, self.frame.palette, cursor, is_selected)
        return draw_paper(self._library, row, look)

    def _take(self, library: Library) -> None:
        self._counts = None
        self._library = library
        self._days = DayLines(library.listed_days)

    def _title(self) -> None:
        library = self._library
        shown = count(len(library))
        if not library.query.is_empty:
            shown = f"{shown} of {count(library.total)}"
        title = label(f"Papers {shown}")
        if self.selected:
            title += Content(f" · {count(len(self.selected))} selected")
        if self._problem:
            title = Content.assemble(title, (f" · {self._problem}", "$warning"))
        self.border_title = title
        self.border_subtitle = label(
            progress(library, self._counts) or _SORTS.get(library.query.sort, "newest")
        )
