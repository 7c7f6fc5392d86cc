"""What the keys of the reader's screen do."""

from collections.abc import Sequence

from tuireader.query import Query
from tuireader.ui.keys import Key
from tuireader.ui.messages import Notice
from tuireader.ui.render import count
from tuireader.ui.screens.saved_actions import SavedActions
from tuireader.ui.widgets.cursor_view import CursorView
from tuireader.ui.widgets.detail import BOTH, Detail
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.line_view import LineView
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar


class ReaderActions(SavedActions):
    """The actions that `ui.keys` names, over a screen that holds a library."""

    keys: Sequence[Key]
    """The table of keys as it is configured."""

    def action_move(self, lines: int) -> None:
        """Move in the list, or in whatever has the keys."""
        match self.focused:
            case CursorView() as view:
                view.step(lines)
            case LineView() as view:
                view.scroll_lines(view.top + lines)
            case _:
                self.query_one(PaperList).step(lines)

    def action_move_page(self, direction: int) -> None:
        """Move by half a page."""
        view = (
            self.focused
            if isinstance(self.focused, LineView)
            else self.query_one(PaperList)
        )
        lines = direction * max(1, view.page // 2)
        if isinstance(view, CursorView):
            view.jump(lines)
        else:
            view.scroll_lines(view.top + lines)

    def action_move_to(self, row: int) -> None:
        """Move to the first (0) or last (-1) paper or line."""
        match self.focused:
            case PaperList() as papers:
                papers.go_to(row)
            case CursorView() as view:
                view.move_cursor(
                    0 if row == 0 else view.line_count, 1 if row == 0 else -1
                )
            case LineView() as view:
                view.scroll_lines(0 if row == 0 else view.last_top)
            case _:
                self.query_one(PaperList).go_to(row)

    def action_move_day(self, days: int, digits: int) -> None:
        """Move to another day (10 digits of the date) or month (7)."""
        self.query_one(PaperList).step_day(days, digits)

    def action_read(self) -> None:
        """Go from the list into the paper; choose in the sidebar."""
        if isinstance(self.focused, Sidebar):
            self.focused.chosen()
            return
        self._show_only("detail")
        self.set_focus(self.query_one(Detail).panes[0])

    def on_paper_chosen(self) -> None:
        """Put the keys into the paper."""
        self.action_read()

    def action_scroll_detail(self, lines: int) -> None:
        """Scroll the paper while the list keeps the keys."""
        self.query_one(Detail).scroll_panes(lines)

    def action_page_detail(self) -> None:
        """Page the paper; at its end go on to the next one."""
        if isinstance(self.focused, Sidebar):
            self.focused.toggle_open()
        elif not self.sees_paper:
            self.action_read()
        elif not self.query_one(Detail).page():
            self.go_on()

    @property
    def sees_paper(self) -> bool:
        """Whether the paper is seen, and not the list or the sidebar alone."""
        return self.query_one(Detail).size.height > 0

    def go_on(self) -> None:
        """Go from the end of a paper to the next one."""
        self.query_one(PaperList).step(1)

    def action_cycle_view(self) -> None:
        """Show both texts, the commentary alone, the abstract alone."""
        view = self.query_one(Detail).cycle_view()
        words = "both texts" if view == BOTH else f"the {view.lower()}"
        self.post_message(Notice(f"showing {words}"))

    def action_pick_tag(self, exclude: bool) -> None:  # noqa: FBT001
        """Pick a tag of what is listed and require or exclude it.

        In the sidebar, the one that its cursor stands on is excluded without asking.
        """
        sidebar = self.query_one(Sidebar)
        if exclude and sidebar.has_focus and sidebar.exclude():
            return
        from tuireader.ui.screens.picker import Choice, PickerScreen

        tags = self.library.facets.tags
        choices = [Choice(tag.tag, f"#{tag.label}", count(tag.count)) for tag in tags]

        def picked(tag: str | None) -> None:
            if tag:
                self.apply(self.asked.with_tag(tag, exclude=exclude))

        title = "Exclude a tag" if exclude else "Require a tag"
        self.app.push_screen(PickerScreen(title, choices), picked)

    def action_back(self) -> None:
        """Go back to the list; from there drop the last filter, the order at last."""
        papers = self.query_one(PaperList)
        if self.focused is not papers or self.has_class("-zen"):
            self.remove_class("-zen")
            self._show_only("list")
            self.set_focus(papers)
        elif self.query_one(FilterLine).chips or not self.asked.is_empty:
            self.apply(without_last(self.asked))

    def action_help(self) -> None:
        """Show the table of keys."""
        from tuireader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keys))


def without_last(query: Query) -> Query:
    """Return a filter without its last condition; where it has none, its order."""
    return query.without_last() if query.clauses else query.with_sort("new")
