"""What keys do with saved searches: save, open, rename, remove."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.query import Query, QueryProblem
from tuireader.store.searches import (
    SavedSearch,
    SavedSearches,
    SearchesError,
    named_so,
)
from tuireader.ui.messages import Notice, SavedChosen
from tuireader.ui.screens.take_actions import TakeActions
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from tuireader.query.complete import Completion


class SavedActions(TakeActions):
    """Saved searches, which stand in the sidebar."""

    saved: SavedSearches

    def meant_by(self, text: str, *, typing: bool = False) -> Query:
        """Return the query that is typed; `@name` stands for a saved search.

        Where none has that name, the query that was asked for last, with the problem.

        Args:
            text: What the filter line holds.
            typing: Whether more may follow, so that a name may be half of one.
        """
        if not text.startswith("@"):
            return self.library.parse(text)
        known = self._all_saved()
        if found := named_so(text[1:], known):
            return self.library.parse(found.query)
        begun = text[1:].casefold()
        half = typing and any(each.name.casefold().startswith(begun) for each in known)
        problem = QueryProblem(text, 0, "no saved search is called so", half)
        return replace(self.asked, problems=(problem,))

    def completions(self, text: str, cursor: int) -> "Sequence[Completion]":
        """Return ways to go on with a filter, or with the name of a saved one."""
        if not text.startswith("@"):
            return super().completions(text, cursor)
        from tuireader.query.complete import named

        return named(text, (each.name for each in self._all_saved()))

    def show_saved(self) -> Sequence[SavedSearch]:
        """Show the saved searches in the sidebar, and return them.

        Another program may have changed them: the numbers there are those of the keys.
        """
        searches = self._all_saved()
        self.query_one(Sidebar).show_saved(searches)
        return searches

    def _all_saved(self) -> tuple[SavedSearch, ...]:
        try:
            return self.saved.all()
        except SearchesError as error:
            self.post_message(Notice(f"{error}", "warning", waits=True))
            return ()

    def action_save_filter(self) -> None:
        """Save the filter under a name; in the sidebar, rename a saved one."""
        name = self.query_one(Sidebar).saved_at_cursor
        query = self.asked.canonical
        if name:
            self._ask(
                f"Rename “{name}”", name, lambda new: self.saved.rename(name, new)
            )
        elif query:
            words = "; ".join(chip.words for chip in self.query_one(FilterLine).chips)
            self._ask("Save the filter as", words, lambda new: self._save(new, query))
        else:
            self.post_message(Notice("there is no filter to save", "warning"))

    def _save(self, name: str, query: str) -> None:
        kept = self.saved.save(name, query)
        self.query_one(Sidebar).open_saved(kept.name, self.asked)

    def _ask(self, title: str, value: str, keep: Callable[[str], object]) -> None:
        from tuireader.ui.screens.prompt import PromptScreen

        def checked(text: str) -> tuple[str, bool]:
            try:
                keep(text)
            except SearchesError as error:
                return f"{error}", False
            return "", False

        def done(text: str | None) -> None:
            if text is not None:
                self.show_saved()

        hint = "enter keeps it, esc leaves; f opens it"
        self.app.push_screen(PromptScreen(title, value, hint, checked), done)

    def action_drop(self) -> None:
        """In the sidebar remove a saved search, else drop a part of the filter."""
        if name := self.query_one(Sidebar).saved_at_cursor:
            self._remove(name)
        else:
            super().action_drop()

    def _remove(self, name: str) -> None:
        from tuireader.ui.screens.picker import Choice, PickerScreen

        def picked(choice: str | None) -> None:
            if choice != "remove":
                return
            try:
                self.saved.remove(name)
            except SearchesError as error:
                self.post_message(Notice(f"{error}", "error"))
            self.show_saved()

        choices = [Choice("remove", "remove it"), Choice("keep", "keep it", "esc")]
        self.app.push_screen(PickerScreen(f"Remove “{name}”?", choices), picked)

    def action_open_saved(self) -> None:
        """Pick one of the saved searches."""
        from tuireader.ui.screens.picker import Choice, PickerScreen

        searches = self.show_saved()
        if not searches:
            self.post_message(Notice("nothing is saved yet: F saves the filter"))
            return
        choices = [
            Choice(search.name, f"{place} {search.name}", search.query)
            for place, search in enumerate(searches, 1)
        ]

        def picked(name: str | None) -> None:
            if name:
                self.on_saved_chosen(SavedChosen(name))

        self.app.push_screen(PickerScreen("Open a search", choices), picked)

    def action_open_saved_at(self, place: int) -> None:
        """Open the saved search at a place, counted from 1."""
        searches = self.show_saved()
        if place <= len(searches):
            self.on_saved_chosen(SavedChosen(searches[place - 1].name))
        else:
            self.post_message(Notice(f"there is no saved search {place}"))

    def on_saved_chosen(self, event: SavedChosen) -> None:
        """Filter by a saved search; by nothing if it is the one that is open."""
        found = [each.query for each in self.show_saved() if each.name == event.name]
        if not found:
            return  # another program removed it
        opened = self.query_one(Sidebar).open_saved(event.name, self.asked)
        self.apply(self.library.parse(found[0] if opened else ""))
