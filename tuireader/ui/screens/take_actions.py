"""What keys do to take papers away: select, copy, write to a file."""

import os
from collections.abc import Collection, Iterator
from functools import partial

from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.store.homes import expanded
from tuireader.ui.background import in_background
from tuireader.ui.messages import ExportRequested, LinkRequested, Notice
from tuireader.ui.render import count, line_of
from tuireader.ui.screens.order_actions import OrderActions
from tuireader.ui.widgets.paper_list import PaperList

SUFFIXES = {".jsonl": "records", ".md": "a list in Markdown", ".bib": "BibTeX"}


class TakeActions(OrderActions):
    """The actions that hand papers to the world outside."""

    @property
    def paper(self) -> Paper | None:
        """The paper that the list's cursor stands on."""
        row = self.query_one(PaperList).row
        return self.library.paper_at(row) if row >= 0 else None

    def action_select(self) -> None:
        """Select the paper, or no longer, and go on to the next."""
        papers = self.query_one(PaperList)
        if papers.row >= 0:
            papers.select(papers.selected ^ {self.library.key_at(papers.row)})
            papers.step(1)

    def action_select_all(self) -> None:
        """Select all that are listed; if they all are selected, none."""
        find = partial(self._find_keys, self.library)
        in_background(self.app, find, "selecting", "selecting")

    def _find_keys(self, library: Library) -> None:
        keys = frozenset(map(library.key_at, range(len(library))))
        self.app.call_from_thread(self._select_all, keys)

    def _select_all(self, keys: frozenset[str]) -> None:
        papers = self.query_one(PaperList)
        none = keys <= papers.selected
        papers.select(papers.selected - keys if none else papers.selected | keys)
        number = len(papers.selected)
        self.post_message(
            Notice(f"{count(number)} selected" if number else "none selected")
        )

    def action_link(self, purpose: str) -> None:
        """Have the paper's link copied or opened."""
        if (paper := self.paper) is None:
            self.post_message(Notice("no paper is listed", "warning"))
        else:
            self.app.post_message(LinkRequested(paper, self.library, purpose))

    def action_copy_menu(self) -> None:
        """Choose what of the paper to copy, or of those that are selected."""
        if (paper := self.paper) is None:
            self.action_link("copy")
            return
        from tuireader.ui.screens.picker import PickerScreen, copies, copies_of_many

        selected = len(self.query_one(PaperList).selected)
        many = copies_of_many(selected or len(self.library), bool(selected))
        choices = [*many, *copies(paper)] if selected else [*copies(paper), *many]

        def picked(purpose: str | None) -> None:
            if purpose and purpose.startswith("many-"):
                papers = self._papers_wanted()
                request = LinkRequested(paper, self.library, purpose, papers)
                self.app.post_message(request)
            elif purpose:
                self.action_link(purpose)

        self.app.push_screen(PickerScreen("Copy", choices), picked)

    def _papers_wanted(self) -> Iterator[Paper]:
        """Return the papers that are selected, listed now or not; else those listed."""
        selected, library = self.query_one(PaperList).selected, self.library
        return _papers_of(library, selected) if selected else library.listed_papers()

    def action_export(self) -> None:
        """Ask where to write what is selected, or else what is listed."""
        number = len(self.query_one(PaperList).selected)
        papers = number or len(self.library)
        if not papers:
            self.post_message(Notice("no paper is listed", "warning"))
            return
        from tuireader.ui.screens.prompt import PromptScreen

        def named(path: str | None) -> None:
            if path:
                wanted = self._papers_wanted()
                self.app.post_message(ExportRequested(wanted, self.library, path))

        title = f"Write {count(papers)} {'selected' if number else 'listed'} to a file"
        prompt = PromptScreen(title, "papers.md", _hint(), checked_path)
        self.app.push_screen(prompt, named)


def _papers_of(library: Library, keys: Collection[str]) -> Iterator[Paper]:
    """Yield papers by their keys as they are asked for, in the order of days."""
    whole = library.matching(library.parse(""))
    found = (whole.row_of(key) for key in keys)
    for row in sorted(row for row in found if row is not None):
        yield whole.paper_at(row)


def _hint() -> str:
    return ", ".join(f"{suffix}: {words}" for suffix, words in SUFFIXES.items())


def checked_path(text: str) -> tuple[str, bool]:
    """Return what is to be said of a path to write to, and whether it may still be."""
    path = expanded(text.strip())
    if path.suffix.lower() not in SUFFIXES:
        return f"its end says what is written. {_hint()}", False
    # Those of Path raise where a name is too long, or a folder may not be looked into.
    if os.path.isdir(path):  # noqa: PTH112
        return "that is a folder", False
    if not os.path.isdir(path.parent):  # noqa: PTH112
        return f"no folder is called {line_of(f'{path.parent}')}", False
    if os.path.exists(path):  # noqa: PTH110
        return "it is there already: enter again replaces it", True
    return "", False
