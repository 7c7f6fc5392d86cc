"""What the keys do that write to a paper: notes, tags, places in the queue."""

import os
from functools import partial

from textual.app import SuspendNotSupported

from tuireader.domain.habits import Habits
from tuireader.domain.paper import Paper
from tuireader.library.history import Change
from tuireader.library.marks import Marks
from tuireader.store.state import StateError
from tuireader.ui.messages import Notice
from tuireader.ui.render import count
from tuireader.ui.screens.mark_actions import MarkActions


class NoteActions(MarkActions):
    """The actions that need more than a key."""

    def prepare_marks(self, habits: Habits) -> None:
        """Get ready to mark papers; called once, before the screen is shown."""
        super().prepare_marks(habits)
        self._unkept: dict[str, str] = {}
        """Notes that were written but are not on disk, by the keys of papers."""

    def action_note(self) -> None:
        """Write a note on the paper."""
        if (paper := self._paper_or_say()) is None:
            return
        from tuireader.ui.screens.note import NoteScreen

        def written(text: str | None) -> None:
            if text is not None:
                self._keep_note(paper, text)

        self.app.push_screen(NoteScreen(paper.title, self._note_on(paper)), written)

    def action_edit_note(self) -> None:
        """Write a note on the paper in the reader's own editor."""
        if (paper := self._paper_or_say()) is None:
            return
        from tuireader.services.editor import edited

        try:
            with self.app.suspend():
                found = edited(self._note_on(paper), os.environ)
        except SuspendNotSupported:
            self.post_message(Notice("no editor can be opened here", "warning"))
            return
        self.dwelling.begin()
        if found.problem:
            self.post_message(Notice(found.problem, "warning"))
        else:
            self._keep_note(paper, found.text)

    def action_own_tags(self) -> None:
        """Give papers a tag of the reader's own, or take one away."""
        wanted, paper = self.targets(), self._paper_or_say()
        if paper is None:
            return
        from tuireader.ui.screens.own_tags import (
            BETWEEN,
            GIVE,
            OwnTagsScreen,
            tag_choices,
        )  # fmt: skip

        marks = self.library.marks
        facets = self.library.all_facets
        known = [(tag.label, count(tag.count)) for tag in facets.tags]

        def picked(key: str | None) -> None:
            if key:
                kind, tags = key[: len(GIVE)], key[len(GIVE) :].split(BETWEEN)
                change = marks.add_tags if kind == GIVE else marks.remove_tags
                self.do_mark(lambda: change(tuple(wanted), tags))

        choices = tag_choices(marks.state_of(paper).tags, known)
        self.app.push_screen(OwnTagsScreen("Own tags", choices), picked)

    def action_move_queued(self, places: int) -> None:
        """Move the paper up or down in the queue."""
        if (paper := self._paper_or_say()) is None:
            return
        if self.library.marks.state_of(paper).queue is None:
            self.post_message(Notice("not in the queue: a puts it there"))
            return
        marks = self.library.marks
        way = "last" if places > 0 else "first"
        self.do_mark(
            partial(marks.move_in_queue, paper, places), f"it is the {way} already"
        )

    def _note_on(self, paper: Paper) -> str:
        """Return what is written on a paper, also what could not be kept of it."""
        note = self.library.marks.state_of(paper).note
        return self._unkept.get(paper.key, note)

    def _keep_note(self, paper: Paper, text: str) -> None:
        keep = partial(self._set_note, self.library.marks, paper, text)
        self.do_mark(keep, "the note is as it was")

    def _set_note(self, marks: Marks, paper: Paper, text: str) -> Change | None:
        """Keep a note; one that a full disk refuses is there to be tried again."""
        try:
            change = marks.set_note(paper, text)
        except StateError as error:
            self._unkept[paper.key] = text
            raise StateError(f"{error}; the text is in the note still") from error
        self._unkept.pop(paper.key, None)
        return change

    def _paper_or_say(self) -> Paper | None:
        """Return the paper shown; says so if there is none."""
        if self.paper is None:
            self.post_message(Notice("no paper is listed", "warning"))
        return self.paper
