"""What keys and mouse do to the order of the list, and to what stands beside it."""

from typing import get_args

from tuireader.query import Sort
from tuireader.text.counted import counted
from tuireader.ui.messages import DateChosen, MonthChosen, Notice, TagChosen
from tuireader.ui.screens.filter_actions import FilterActions
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar
from tuireader.ui.widgets.timeline import Timeline

QUEUED = "is:queued"
_ORDERS = {
    "new": "newest first",
    "old": "oldest first",
    "title": "by title",
    "match": "best match first",
    "queue": "in the order of the queue",
}


class OrderActions(FilterActions):
    """The order, the months, the facets."""

    def action_cycle_sort(self) -> None:
        """List newest first, oldest first, by title, or the best match first."""
        query = self.asked
        sorts: list[Sort] = list(get_args(Sort))
        if not query.words:
            sorts.remove("match")
        sorts.remove("interest")  # it has a key of its own
        if QUEUED not in {clause.text for clause in query.clauses}:
            sorts.remove("queue")
        at = sorts.index(query.sort) if query.sort in sorts else -1
        sort = sorts[(at + 1) % len(sorts)]
        self.apply(query.with_sort(sort))
        self.post_message(Notice(f"listed {_ORDERS[sort]}"))

    def action_order_facets(self) -> None:
        """Put tags and authors of the sidebar in order of their count or name."""
        by_name = self.query_one(Sidebar).toggle_order()
        self.post_message(Notice(f"tags by {'name' if by_name else 'count'}"))

    def action_exclude(self) -> None:
        """Exclude what the sidebar's cursor stands on."""
        sidebar = self.query_one(Sidebar)
        if sidebar.has_focus:
            sidebar.exclude()
        else:
            self.post_message(Notice("this excludes what stands in the sidebar"))

    def on_tag_chosen(self, event: TagChosen) -> None:
        """Require or exclude the tag, or no longer."""
        self.apply(self.asked.toggle_tag(event.tag, exclude=event.exclude))

    def on_date_chosen(self, event: DateChosen) -> None:
        """Require the date, or no longer."""
        self.apply(self.asked.toggle_date(event.date))

    def action_toggle_timeline(self) -> None:
        """Show or hide the papers of each month over the list."""
        shown = self.query_one(Timeline).display
        self.set_class(shown, "-no-timeline")
        self.set_class(not shown, "-timeline")

    def action_move_month(self, months: int) -> None:
        """Go to the next month that has papers, later or earlier."""
        if month := self.query_one(Timeline).beside(months):
            self.on_month_chosen(MonthChosen(month))

    def on_month_chosen(self, event: MonthChosen) -> None:
        """Go to the month and say how many papers it has."""
        timeline = self.query_one(Timeline)
        if self.query_one(PaperList).go_to_month(event.month):
            papers = timeline.papers_of(event.month)
            self.post_message(Notice(f"{event.month}: {counted(papers, 'paper')}"))
        else:
            words = "the list is not in order of days: S changes the order"
            self.post_message(Notice(words, "warning"))
