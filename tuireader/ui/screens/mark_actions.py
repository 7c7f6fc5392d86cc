"""What the keys do that change the state of papers, and what shows it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from tuireader.domain.events import PaperState
from tuireader.domain.habits import Habits
from tuireader.domain.paper import Paper
from tuireader.library.history import Change
from tuireader.library.unread import unread_papers
from tuireader.text.counted import counted
from tuireader.ui.messages import Marked, Notice, StatesCounted
from tuireader.ui.screens.dwelling import Dwelling
from tuireader.ui.screens.marking import Job, Marking
from tuireader.ui.screens.reader_actions import ReaderActions
from tuireader.ui.widgets.detail import Detail
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar

Has = Callable[[PaperState], bool]
Put = Callable[[Sequence[Paper], bool], Change | None]


class MarkActions(ReaderActions):
    """The actions that mark papers, over a screen that shows them."""

    marking: Marking
    dwelling: Dwelling
    _counted: StatesCounted | None = None
    """How many of the papers are in which state, as far as that is known."""

    def prepare_marks(self, habits: Habits) -> None:
        """Get ready to mark papers; called once, before the screen is shown."""
        self.marking = Marking(self)
        self.dwelling = Dwelling(self, habits, self._mark_read, self._is_looking)

    def targets(self) -> Iterable[Paper]:
        """Return the papers that are to be marked: those selected, else the one shown.

        They are looked up when they are asked for. Says so if there are none.
        """
        if self.query_one(PaperList).selected:
            return self._papers_wanted()
        if (paper := self.paper) is None:
            self.post_message(Notice("no paper is listed", "warning"))
            return ()
        return (paper,)

    def action_star(self) -> None:
        """Star the paper, or no longer."""
        self._toggle(lambda state: state.starred, self.library.marks.set_starred)

    def action_queue(self) -> None:
        """Put the paper at the end of the queue, or take it out."""
        has: Has = lambda state: state.queue is not None  # noqa: E731
        self._toggle(has, self.library.marks.set_queued)

    def action_toggle_read(self) -> None:
        """Mark the paper read, or unread."""
        self.dwelling.forget()
        self._toggle(lambda state: state.read, self.library.marks.set_read)

    def action_read_listed(self) -> None:
        """Mark all that is listed read, once the reader has said yes."""
        from tuireader.ui.screens.confirm import ConfirmScreen

        library, states = self.library, self._counted
        known = states is not None and states.library is library
        papers = states.counts.unread if states and known else len(library)
        if not papers:
            self.post_message(Notice("everything listed is read"))
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - as screens answer
            if yes:
                read = library.marks.set_read
                self.do_mark(lambda: read(tuple(unread_papers(library)), True))  # noqa: FBT003

        question = f"Mark {counted(papers, 'paper')} read?"
        self.app.push_screen(ConfirmScreen(question), answered)

    def action_undo(self) -> None:
        """Undo the last change."""
        self.dwelling.forget()
        self.do_mark(self.library.marks.undo, "there is nothing to undo")

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self.dwelling.forget()
        self.do_mark(self.library.marks.redo, "there is nothing to do again")

    def action_read(self) -> None:
        """Go into the paper, which may count as reading it."""
        if not isinstance(self.focused, Sidebar):
            self.dwelling.go_into()
        super().action_read()

    def go_on(self) -> None:
        """Go from the end of a paper, which is read now, to the next one."""
        self.dwelling.finish()
        super().go_on()

    def do_mark(self, job: Job, nothing: str = "") -> None:
        """Have a change carried out, and what it did said."""
        self.marking.do(self.library, job, nothing)

    def show_marks(self, *, counted: bool = False) -> None:
        """Show how the reader stands with the papers now.

        Args:
            counted: Whether their counts come by themselves.
        """
        self.query_one(PaperList).refresh()
        self.show_state()
        if not counted:
            self.recount()

    def recount(self) -> None:
        """Have the papers listed counted by their state."""
        self.marking.count(self.library)

    def on_marked(self, event: Marked) -> None:
        """Show what is on disk now."""
        if event.words:
            self.post_message(Notice(event.words))
        self.show_marks(counted=True)
        if event.words and self.asked.sort == "queue":
            self.apply(self.asked)  # its order is what changed

    def on_states_counted(self, event: StatesCounted) -> None:
        """Show how many papers are in which state."""
        if event.library is self.library:
            self._counted = event
            self.query_one(Sidebar).show_counts(event.counts)
            self.query_one(PaperList).show_counts(event.counts)

    def on_screen_resume(self) -> None:
        """Come back from another screen: the paper is looked at from now on."""
        self.dwelling.begin()

    def show_state(self) -> None:
        """Show how the paper stands beside its texts."""
        if (row := self.query_one(PaperList).row) >= 0:
            self.query_one(Detail).show_state(self.library.state_at(row))

    def _toggle(self, has: Has, put: Put) -> None:
        """Mark papers, or no longer if all were; which is decided in its turn."""
        wanted, state_of = self.targets(), self.library.marks.state_of

        def job() -> Change | None:
            papers = tuple(wanted)
            return put(papers, not all(has(state_of(paper)) for paper in papers))

        self.do_mark(job)

    def _mark_read(self, paper: Paper) -> None:
        marks = self.library.marks
        if not marks.state_of(paper).read:
            self.marking.do_quietly(
                self.library, partial(marks.set_read, (paper,), read=True)
            )

    def _is_looking(self) -> bool:
        typing = self.query_one(FilterLine).is_open
        return self.app.screen is self and self.sees_paper and not typing

    def watch_focus(self, focused: bool) -> None:  # noqa: FBT001 - as Textual tells
        """Take what other programs did meanwhile; read on from now."""
        if focused:
            self.dwelling.begin()
            self.marking.refresh(self.library)
