"""The abstract of a vault note, wherever its writer put it."""

from collections.abc import Sequence

from tuireader.formats.abstracts import (
    QuotedAbstract,
    is_formal,
    labelled_abstract,
    may_be_abstract,
    names_abstract,
)
from tuireader.formats.draft import Draft


class NoteAbstract(QuotedAbstract):
    """An abstract that is quoted, stands below a heading or behind its name."""

    __slots__ = (
        "_above", "_draft", "_ends_with_line", "_is_open", "_is_outlined", "_note",
    )  # fmt: skip

    def __init__(self, draft: Draft, note: Sequence[str]) -> None:
        """Take the paper, of which the head has been read, and the note's lines."""
        super().__init__()
        self._draft = draft
        self._note = note
        self._above = len(draft.paragraphs)
        """Paragraphs of the head: further addresses, no commentary yet."""
        self._is_open = False
        """Whether the lines that follow are its text, until something ends it."""
        self._ends_with_line = False
        """Whether a blank line ends it."""
        self._is_outlined = False
        """Whether its heading is an item of an outline, as its text is then."""

    def open(self) -> bool:
        """Begin it below a heading; say whether that is its first text."""
        self._is_open = not self.text()
        self._ends_with_line = self._is_outlined = False
        return self._is_open

    def outlined(self) -> bool:
        """Note that the heading above is an item of an outline; say so."""
        self._is_outlined = True
        return True

    def take_item(self, text: str, at: int) -> bool:
        """Take `text`, an item of an outline at index `at`, if it goes on with it."""
        if not (self._is_open and self._is_outlined and text):
            return False
        self.add(text, at)
        return True

    def close(self) -> None:
        """End it before a heading or tags."""
        self._is_open = False

    def begin(self, line: str, at: int) -> bool:
        """Begin it with a line that names it, at index `at`; say whether this does."""
        if self._draft.abstract or self.begun:
            return False
        if (text := labelled_abstract(line)) is None:
            return False
        self._is_open, self._ends_with_line = True, bool(text)
        if text:
            self.add(text, at)
        return True

    def take(self, line: str, at: int) -> bool:
        """Take the line at index `at` if it goes on with the abstract."""
        if not (self._is_open or self.goes_on_in(line, at)):
            return False
        if self._is_open and line[0] == ">":
            self.quote(line, at)
        else:
            self.add(line, at)
        return True

    def take_blank(self, at: int) -> None:
        """Take note of a blank line at index `at`."""
        if self._ends_with_line:
            self._is_open = False
        if not self._draft.block and self.reaches(at):
            self.add("", at)

    def is_named_in(self, line: str) -> bool:
        """Say whether a quoted line begins it as a callout of its name."""
        if self.begun or self._draft.abstract:
            return False
        return _is_callout(line) and names_abstract(line)

    def may_quote(self, line: str, at: int, tags_at: int) -> bool:
        """Say whether a quoted line can belong to it by where it stands.

        Args:
            line: The line, with its mark.
            at: Its index in the note.
            tags_at: How many paragraphs stand above the paper's tags, or -1.
        """
        draft = self._draft
        if len(draft.paragraphs) > self._above and not self.reaches(at):
            late = not (self.begun or draft.abstract or _is_callout(line))
            return late and is_formal(line[1:].strip())
        if tags_at > self._above or (tags_at >= 0 and draft.abstract):
            return False
        if not _is_callout(line):
            return True
        return not self.begun and may_be_abstract(self._note, at)

    def finish(self) -> None:
        """Give it to the paper, whose front matter may have one as well."""
        if text := self.text():
            if self._draft.abstract:
                self._draft.add(text)
            else:
                self._draft.abstract = text


def _is_callout(line: str) -> bool:
    return line[1:].lstrip().startswith("[!")
