"""The one main screen: sidebar, list and paper over one library."""

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import Screen
from textual.theme import Theme

from tuireader.domain.events import PaperState
from tuireader.domain.habits import Habits
from tuireader.domain.paper import Body
from tuireader.library.library import Library
from tuireader.query import Query
from tuireader.ui.held_keys import HeldKeys
from tuireader.ui.kept import Kept
from tuireader.ui.keys import KEYS, Key, with_jamo
from tuireader.ui.messages import (
    FilterClosed,
    FilterTyped,
    Notice,
    Painted,
)
from tuireader.ui.pause import Pause
from tuireader.ui.render import line_of
from tuireader.ui.screens.searches import Searches
from tuireader.ui.screens.walk_actions import WalkActions
from tuireader.ui.widgets.detail import Detail
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar
from tuireader.ui.widgets.status_line import StatusLine
from tuireader.ui.widgets.timeline import Timeline

SETTLE = 0.1
"""Seconds without a key after which the paper beside a filter being typed is drawn."""


WIDTHS = [(0, "-tiny"), (70, "-narrow"), (100, "-wide")]
HEIGHTS = [(0, "-low"), (16, "-short"), (36, "-tall")]


def _classes_at(size: Size) -> str:
    """Return the breakpoints' classes at `size`: set late, all is styled twice."""
    width = max(mark for mark in WIDTHS if mark[0] <= size.width)
    height = max(mark for mark in HEIGHTS if mark[0] <= size.height)
    return f"{width[1]} {height[1]}"


def _binding(key: Key) -> Binding:
    return Binding(
        with_jamo(key.keys),
        key.action,
        key.words,
        id=key.id,
        show=False,
        priority=True,
    )


class ReaderScreen(WalkActions, Screen[None]):
    """Holds the library as it is filtered now and binds it down into the widgets."""

    # First in line: a key that is handed to a widget comes back unused only when the
    # keys typed fast behind it were handed to that widget too, so that a letter meant
    # for the filter would act as a key of its own.
    BINDINGS = [_binding(key) for key in KEYS]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "#papers"
    held: HeldKeys
    """What is typed behind a filter until it is listed; set by who shows the screen."""

    def __init__(
        self,
        library: Library,
        size: Size,
        kept: Kept,
        habits: Habits,
        keys: Sequence[Key] = KEYS,
    ) -> None:
        super().__init__(classes=_classes_at(size))
        self.keys = keys
        self.prepare_marks(habits)
        self.library = library
        self.history, self.saved = kept.history, kept.searches
        self._settling = Pause(self, self._settle)
        self._searches = Searches(self, self._bind, library.query)

    def compose(self) -> ComposeResult:
        """The sidebar beside filter, list and paper, above the status line."""
        yield StatusLine(self.keys, id="status")
        yield Sidebar(self.library, id="sidebar")
        yield FilterLine(
            self.completions,
            self.recalled,
            lambda: self._searches.is_running,
            self.held.hold,
            id="filter",
        )
        yield Timeline(self.library, id="timeline")
        yield PaperList(self.library, id="papers")
        yield Detail(id="detail")

    def on_mount(self) -> None:
        """Show the first paper, the keys in the list."""
        self._show_paper()
        papers = self.query_one(PaperList)
        self.watch(papers, "highlighted", self._show_paper, init=False)
        self.watch(self.app, "app_focus", self.watch_focus, init=False)
        self.app.theme_changed_signal.subscribe(self, self._restyle)
        self.app.app_resume_signal.subscribe(self, self._redraw)
        self.call_after_refresh(self._painted)

    async def _painted(self) -> None:
        await self.query_one(FilterLine).furnish()
        self.show_saved()
        self.post_message(Painted())

    def on_resize(self) -> None:
        """Where there is room for one part only now, show the one with the keys."""
        self.follow_focus()
        self.call_after_refresh(self.query_one(FilterLine).follow)

    def _redraw(self, _: App[object]) -> None:
        """Draw everything: the shell had the terminal in between."""
        self.call_after_refresh(self.refresh, layout=True)

    def _restyle(self, _: Theme) -> None:
        """Draw every line anew in the colours of another theme."""
        self.query_one(Detail).restyle()
        for part in self.query("*"):
            part.refresh()

    def show_library(self, library: Library) -> None:
        """Take what was read anew, under the filter and at the paper of before."""
        # What a tag counts as, or which day it is, may be another now.
        self._searches.begin(library, library.parse(self.asked.text))

    @property
    def asked(self) -> Query:
        """The query that was asked for last, shown or not."""
        return self._searches.asked

    def apply(self, query: Query, *, typing: bool = False) -> None:
        """List what `query` matches; the cursor stays on its paper if it is listed."""
        self._searches.begin(self.library, query, typing=typing)

    def on_filter_typed(self, event: FilterTyped) -> None:
        """Filter by what is typed so far; what is wrong changes nothing but a line."""
        query = self.meant_by(event.text, typing=True)
        if query.is_valid:
            self.apply(query, typing=True)
        else:
            self.query_one(PaperList).show_problem(problems_of(query))

    def on_filter_closed(self, event: FilterClosed) -> None:
        """Keep the filter, or restore the one before with its paper; go to the list.

        What is wrong with the filter is said; the list keeps the last valid one, and
        nothing stays in the line that does not filter.
        """
        query = self.meant_by(event.text)
        if self.left and not event.kept and query.text != self.library.query.text:
            self.go_within(query, self.left)
        else:
            self.apply((query if query.is_valid else self.asked).finished)
        if self.focused is None:  # else the mouse gave the keys to something
            self.set_focus(self.query_one(PaperList))
        self._searches.when_listed(self.held.release)
        if event.kept:
            self.remember(event.text)
        if words := problems_of(query) or left_out_of(query):
            self.post_message(Notice(words, "warning"))

    def on_notice(self, event: Notice) -> None:
        """Say it in the status line."""
        self.query_one(StatusLine).say(
            event.text, event.severity, subject=event.subject, waits=event.waits
        )

    def _bind(self, library: Library, settle: bool) -> None:  # noqa: FBT001
        if library is not self.library:
            self.list_papers(library)
        if library.settled and library.is_counted:  # else its counts are not known yet
            self.query_one(Sidebar).show(library)
            self.query_one(FilterLine).show(library.query)
        if settle:
            self._settling.begin(SETTLE)
        else:
            self._settling.end()
            self._settle()

    def _settle(self) -> None:
        """Show what a key that is followed by others need not wait for."""
        if self.library.settled and self.library.is_counted:  # else more follows
            self.query_one(Timeline).show(self.library)
            self.query_one(Sidebar).count_authors()
            self.explain()
            self.recount()
        self._show_paper()

    def _show_paper(self) -> None:
        paper = self.paper
        body = self.library.body(paper) if paper else Body()
        state = self.library.state_of(paper) if paper else PaperState()
        self.query_one(Detail).show(paper, body, self.library.query, state)
        self.dwelling.show(paper)
        self.query_one(Timeline).point(paper.date if paper else "")


def problems_of(query: Query) -> str:
    """Return what is wrong with a query, by its tokens, in words."""
    wrong = [problem for problem in query.problems if not problem.unfinished]
    return "; ".join(dict.fromkeys(f"{line_of(p.token)}: {p.what}" for p in wrong))


def left_out_of(query: Query) -> str:
    """Return what of a query asks for nothing because it has no end, in words."""
    said = [f"{line_of(each.token)}: {each.what}, left out" for each in query.left_out]
    return "; ".join(dict.fromkeys(said))
