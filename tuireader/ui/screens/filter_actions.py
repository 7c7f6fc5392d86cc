"""What keys and mouse do to the filter, and what is worked out about it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.worker import get_current_worker

from tuireader.library.library import Library
from tuireader.query import Clause, Culprit, Query, Step
from tuireader.store.history import FilterHistory
from tuireader.ui.background import in_background
from tuireader.ui.messages import (
    CompletionChosen,
    FilterEdited,
    Notice,
)
from tuireader.ui.render import count, line_of
from tuireader.ui.screens.pane_actions import PaneActions
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.paper_list import PaperList

if TYPE_CHECKING:
    from tuireader.query.complete import Completion


class FilterActions(PaneActions):
    """The filter line, its chips, and what they say."""

    library: Library
    history: FilterHistory

    @property
    def asked(self) -> Query:
        """The query that was asked for last, shown or not: what edits build on."""
        raise NotImplementedError

    def apply(self, query: Query, *, typing: bool = False) -> None:
        """List what `query` matches."""
        raise NotImplementedError

    left = ""
    """Key of the paper from which the reader went to type a filter; empty if none."""

    def _leave_list(self) -> None:
        self._show_only("list")
        row = self.query_one(PaperList).row
        self.left = self.library.key_at(row) if row >= 0 else ""

    async def action_filter(self) -> None:
        """Open the filter line."""
        self._leave_list()
        await self.query_one(FilterLine).open()

    async def on_filter_wanted(self) -> None:
        """Open the filter line, which was clicked."""
        await self.action_filter()

    async def on_paste(self, event: events.Paste) -> None:
        """Look for what is pasted into the list: nothing else can be meant by it."""
        event.stop()
        self._leave_list()
        await self.query_one(FilterLine).paste(event.text)

    def completions(self, text: str, cursor: int) -> "Sequence[Completion]":
        """Return ways to go on with a filter; called off the screen's thread too."""
        from tuireader.query.complete import completions

        others = self.library.matching(self.library.parse(without_token(text, cursor)))
        tags = [(tag.label, tag.count) for tag in others.facets.tags]
        return completions(text, cursor, tags, others.authors)

    def recalled(self) -> Sequence[str]:
        """Return the filters of before, the last one last."""
        return self.history.texts

    def remember(self, text: str) -> None:
        """Keep a filter that was typed, for this run and the next ones."""
        add = partial(self.history.add, text)
        what = "remembering the filter"
        in_background(self.app, add, "history", what, exclusive=False)

    def on_completion_chosen(self, event: CompletionChosen) -> None:
        """Go on with the completion that was clicked."""
        self.query_one(FilterLine).accept(event.completion)

    def on_filter_edited(self, event: FilterEdited) -> None:
        """Filter by something else."""
        self.apply(event.edit(self.asked))

    def on_everything_chosen(self) -> None:
        """Drop the filter."""
        self.apply(self.library.parse(""))

    def action_drop(self) -> None:
        """Drop what emptied the list, the only condition, or the one that is picked."""
        query = self.asked
        chips = self.query_one(FilterLine).chips
        if not len(self.library) and self._explained_empty:
            self.apply(query.without(self._explained_empty))
        elif len(chips) == 1:
            self.apply(chips[0].dropped_from(query))
        elif chips:
            self._pick_chip()
        else:
            self.post_message(Notice("there is no filter to drop"))

    def _pick_chip(self) -> None:
        from tuireader.ui.screens.picker import Choice, PickerScreen

        chips = self.query_one(FilterLine).chips
        choices = [
            Choice(f"{place}", chip.words, chip.number)
            for place, chip in enumerate(chips)
        ]

        def picked(place: str | None) -> None:
            if place is not None:
                self.apply(chips[int(place)].dropped_from(self.asked))

        self.app.push_screen(PickerScreen("Drop from the filter", choices), picked)

    _explained_empty: Clause | None = None
    """The clause without which there would be papers, where that is known."""

    def explain(self) -> None:
        """Work out in the background what each condition of the filter matches."""
        library, self._explained_empty = self.library, None
        clauses = library.query.clauses
        if len(clauses) == 1:
            found = len(library)
            self._explained(library, (Step(clauses[0], found, found),), None)
        elif clauses:
            work = partial(self._count_clauses, library)
            in_background(self.app, work, "explain", "the counts of the filter")

    def _count_clauses(self, library: Library) -> None:
        from tuireader.library.explaining import explaining

        worker = get_current_worker()
        for explained in explaining(library):
            if worker.is_cancelled or library is not self.library:
                return
            if explained is not None:
                self.app.call_from_thread(self._explained, library, *explained)

    def _explained(
        self, library: Library, steps: Sequence[Step], culprit: Culprit | None
    ) -> None:
        if library is not self.library:
            return
        self.query_one(FilterLine).explain(steps)
        if not len(library) and len(steps) > 1 and culprit:
            words = _why_empty(culprit)
            if not self.query_one(FilterLine).is_open:
                words = f"{words}; backspace drops it"
            self.query_one(PaperList).explain_empty(words)
            self._explained_empty = culprit.clause


def without_token(text: str, cursor: int) -> str:
    """Return a filter without the token at the cursor, which may be a beginning."""
    from tuireader.query.lexer import tokenise

    for token in tokenise(text):
        if token.start < cursor <= token.end:
            return text[: token.start] + text[token.end :]
    return text


def _why_empty(culprit: Culprit) -> str:
    words, papers = line_of(culprit.clause.text), count(culprit.without)
    return f"nothing is left with {words}, without it {papers}"
