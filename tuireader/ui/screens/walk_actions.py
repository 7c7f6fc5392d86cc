"""What the keys do that lead from paper to paper: catching up, what is related."""

from functools import partial
from typing import TYPE_CHECKING

from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.library.unread import next_unread
from tuireader.query import Query
from tuireader.ui.background import in_background
from tuireader.ui.messages import LinkRequested, Notice
from tuireader.ui.render import count
from tuireader.ui.screens.note_actions import NoteActions
from tuireader.ui.widgets.paper_list import PaperList

if TYPE_CHECKING:
    from tuireader.library.neighbours import Neighbour

CATCH_UP = "is:unread sort:interest"


class WalkActions(NoteActions):
    """The actions that change what is listed in order to go somewhere in it."""

    _goal: tuple[str, str] | None = None
    """Where to go once a filter is shown: its text, and a paper's key or nothing."""

    def go_within(self, query: Query, key: str = "") -> None:
        """List what a query matches and go to a paper, or to the first one."""
        self._goal = query.text, key
        self.apply(query)
        self.set_focus(self.query_one(PaperList))

    _stood: tuple[Library, int, int] | None = None
    """Where the cursor was before results that are not whole, or empty, and where they
    put it."""

    def list_papers(self, library: Library) -> None:
        """List other papers, the cursor on its goal or on the paper where it was."""
        papers = self.query_one(PaperList)
        row = self._row_to_go_to(library, papers.row)
        self.library = library
        papers.show(library, row)

    def _row_to_go_to(self, library: Library, row: int) -> int:
        """Return where the cursor is wanted in what is to be shown.

        That is a goal, which holds until the whole result is there; else the paper
        where it is, or was before a part of the result, or an empty one, lacked it.

        Args:
            library: What is to be shown.
            row: Where the cursor is in what is shown now; negative if that is empty.
        """
        before, at, put = self._stood or (self.library, row, row)
        if put != row:  # the reader moved it meanwhile
            before, at = self.library, row
        wanted = self._goal_in(library)
        if wanted is None and at >= 0:
            wanted = library.follow(before, at)
        wanted = wanted or 0
        put = wanted if len(library) else -1
        whole = library.settled and len(library)
        self._stood = None if whole else (before, at, put)
        return wanted

    def _goal_in(self, library: Library) -> int | None:
        if self._goal is None or self._goal[0] != library.query.text:
            return None
        key = self._goal[1]
        if library.settled:
            self._goal = None
        return (library.row_of(key) if key else 0) or 0

    def action_move_unread(self, direction: int) -> None:
        """Go to the next unread paper down (1) or up (-1) the list, on any day."""
        papers = self.query_one(PaperList)
        row = next_unread(self.library, papers.row, direction)
        if row is not None:
            papers.go_to(row)
        else:
            way = "down" if direction > 0 else "up"
            self.post_message(Notice(f"no unread paper further {way}"))

    def action_catch_up(self) -> None:
        """List what is unread by the tags that the reader stars."""
        counts = self.library.all_counts
        if counts is not None and not counts.unread:
            self.post_message(Notice("nothing is unread: you are up to date"))
        else:
            self.go_within(self.library.parse(CATCH_UP))

    def go_on(self) -> None:
        """Go from the end of a paper to the next one; say so at the very end."""
        papers = self.query_one(PaperList)
        before = papers.row
        super().go_on()
        if papers.row == before and self.library.query.text == CATCH_UP:
            self.post_message(Notice("the end: c lists what is unread still"))

    def action_related(self) -> None:
        """Show what the paper cites, what mentions it and where else it stands."""
        if (paper := self.paper) is None:
            self.post_message(Notice("no paper is listed", "warning"))
            return
        find = partial(self._find_related, self.library, paper)
        in_background(self.app, find, "related", "what is related")

    def _find_related(self, library: Library, paper: Paper) -> None:
        from tuireader.library.neighbours import neighbours

        found = neighbours(library.matching(library.parse("")), paper)
        self.app.call_from_thread(self._show_related, paper, found)

    def _show_related(self, paper: Paper, found: "list[Neighbour]") -> None:
        if not found:
            self.post_message(Notice("nothing here is related to it"))
            return
        if self.app.screen is not self:  # the reader went elsewhere meanwhile
            return
        from tuireader.ui.screens.picker import Choice, PickerScreen

        choices = [
            Choice(f"{place}", each.label, f"{each.how} {each.date}".strip())
            for place, each in enumerate(found)
        ]

        def picked(place: str | None) -> None:
            if place is not None:
                self._go_to(paper, found[int(place)])

        title = f"Related: {count(len(found))}"
        self.app.push_screen(PickerScreen(title, choices), picked)

    def _go_to(self, paper: Paper, found: "Neighbour") -> None:
        papers = self.query_one(PaperList)
        row = self.library.row_of(found.key) if found.key else None
        if not found.key:
            request = LinkRequested(_elsewhere(paper, found), self.library, "open")
            self.app.post_message(request)
        elif found.key == paper.key:
            self.go_within(self.library.parse("").with_date(found.date), found.key)
        elif row is not None:
            papers.go_to(row)
            self.set_focus(papers)
        else:
            self.go_within(self.library.parse(""), found.key)


def _elsewhere(paper: Paper, found: "Neighbour") -> Paper:
    """Return a paper that no digest here presents, of which the id is known."""
    from tuireader.domain.arxiv_id import ArxivId

    known = ArxivId.parse(found.arxiv_id)
    return paper._replace(
        key=f"arxiv:{found.arxiv_id}",
        keys=(f"arxiv:{found.arxiv_id}",),
        title=found.label,
        arxiv_id=found.arxiv_id,
        url=known.abs_url if known else None,
        appearances=(),
        entry=-1,
        entries=(),
    )
