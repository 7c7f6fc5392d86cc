"""What the keys do that write to a paper: notes, tags, places in the queue."""

import os
from functools import partial

from textual.app import SuspendNotSupported

from tuireader.domain.paper import Paper
from tuireader.ui.messages import Notice
from tuireader.ui.render import count
from tuireader.ui.screens.mark_actions import MarkActions


class NoteActions(MarkActions):
    """The actions that need more than a key."""

    def action_note(self) -> None:
        """Write a note on the paper."""
        if (paper := self._paper_or_say()) is None:
            return
        from tuireader.ui.screens.note import NoteScreen

        def written(text: str | None) -> None:
            if text is not None:
                self._keep_note(paper, text)

        note = self.library.marks.state_of(paper).note
        self.app.push_screen(NoteScreen(paper.title, note), written)

    def action_edit_note(self) -> None:
        """Write a note on the paper in the reader's own editor."""
        if (paper := self._paper_or_say()) is None:
            return
        from tuireader.services.editor import edited

        note = self.library.marks.state_of(paper).note
        try:
            with self.app.suspend():
                found = edited(note, os.environ)
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

    def _keep_note(self, paper: Paper, text: str) -> None:
        self.do_mark(
            partial(self.library.marks.set_note, paper, text), "the note is as it was"
        )

    def _paper_or_say(self) -> Paper | None:
        """Return the paper shown; says so if there is none."""
        if self.paper is None:
            self.post_message(Notice("no paper is listed", "warning"))
        return self.paper
