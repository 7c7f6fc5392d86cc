"""What keys do with saved searches: save, open, rename, remove."""

from collections.abc import Callable

from tuireader.query import Query
from tuireader.store.searches import SavedSearch, SavedSearches, SearchesError
from tuireader.ui.messages import Notice, SavedChosen
from tuireader.ui.screens.take_actions import TakeActions
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.sidebar import Sidebar


class SavedActions(TakeActions):
    """Saved searches, which stand in the sidebar."""

    saved: SavedSearches

    def show_saved(self) -> None:
        """Show the saved searches in the sidebar."""
        self.query_one(Sidebar).show_saved(self._all_saved())

    def _all_saved(self) -> tuple[SavedSearch, ...]:
        try:
            return self.saved.all()
        except SearchesError as error:
            self.post_message(Notice(f"{error}", "warning", waits=True))
            return ()

    def action_save_filter(self) -> None:
        """Save the filter under a name; in the sidebar, rename a saved one."""
        name = self.query_one(Sidebar).saved_at_cursor
        query = self.library.query.canonical
        if name:
            self._ask(
                f"Rename “{name}”", name, lambda new: self.saved.rename(name, new)
            )
        elif query:
            words = "; ".join(chip.words for chip in self.query_one(FilterLine).chips)
            self._ask(
                "Save the filter as", words, lambda new: self.saved.save(new, query)
            )
        else:
            self.post_message(Notice("there is no filter to save", "warning"))

    def _save(self, query: str, name: str) -> None:
        self.saved.save(name, query)

    def _ask(self, title: str, value: str, keep: Callable[[str], None]) -> None:
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

        searches = self._all_saved()
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
        searches = self._all_saved()
        if place <= len(searches):
            self.on_saved_chosen(SavedChosen(searches[place - 1].name))
        else:
            self.post_message(Notice(f"there is no saved search {place}"))

    def on_saved_chosen(self, event: SavedChosen) -> None:
        """Filter by a saved search; by nothing if that is the filter already."""
        found = [each.query for each in self._all_saved() if each.name == event.name]
        if not found:
            self.show_saved()  # another program removed it
            return
        query = self.library.parse(found[0])
        same = query.canonical == self.library.query.canonical
        self.apply(Query.parse("") if same else query)
