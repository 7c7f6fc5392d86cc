"""With which lines of a plain digest entries begin: those that are sure."""

from collections.abc import Sequence
from itertools import pairwise

from tuireader.formats.abstracts import is_formal
from tuireader.formats.plain_lines import Kind, Line, mark_of
from tuireader.formats.titles import authors_of_line, is_title_like
from tuireader.text.language import language_of

LONGEST_HEADING = 60
_LONGEST_TITLE = 300
_MOST_TITLE_LINES = 4
_BROKEN_FROM = 25
_ABSTRACT_FROM = 250
_SENTENCE_ENDS = (".", "!", "。", "…", "다", "요", "죠", "네")


class SureStarts:
    """Finds titles by what stands around them.

    Attributes:
        titles: By the index of a title line, the number of lines that the title takes;
            0 for a heading above papers.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.titles: dict[int, int] = {}
        self._tags_lead = self._have_tags_on_top()
        for index, line in enumerate(lines):
            if line.kind is Kind.AUTHORS and index and self._is_anchor(index):
                self._add_above(index)
        for index, line in enumerate(lines):
            if line.kind is Kind.TEXT and self._is_boundary(index):
                self._add_behind(index)
        self._add_above_abstracts()

    def _have_tags_on_top(self) -> bool:
        """Say whether hashtags stand below the authors, not at the end of entries."""
        pairs = pairwise(self._lines)
        below = [b.kind for a, b in pairs if a.kind is Kind.AUTHORS]
        return below.count(Kind.TAGS) * 2 > len(below)

    def _is_boundary(self, index: int) -> bool:
        """Say whether the line at `index` can only be the first of an entry."""
        if index == 0:
            return True
        kind = self._lines[index - 1].kind
        if kind is Kind.TAGS:
            return not self._tags_lead
        return kind is Kind.DATE or kind is Kind.RULE

    def _is_anchor(self, index: int) -> bool:
        """Say whether the author line at `index` stands below a title."""
        above = self._lines[index - 1]
        if above.kind is not Kind.TEXT or len(above.text) > _LONGEST_TITLE:
            return False
        if self._is_boundary(self._top(index)):
            return True
        if above.text.endswith(_SENTENCE_ENDS):
            return False
        strict = bool(authors_of_line(self._lines[index].text, strict=True))
        if not is_title_like(above.text):
            return strict and above.blanks > 0
        before = self._lines[index - 2].text if index > 1 else ""
        return strict or above.blanks > 0 or before.endswith(_SENTENCE_ENDS)

    def _top(self, index: int) -> int:
        """Return the first of the lines above `index` that can be one broken title."""
        top = index - 1
        while index - top < _MOST_TITLE_LINES and not self._is_boundary(top):
            if self._lines[top].blanks or not self._is_broken(top - 1):
                break
            top -= 1
        return top

    def _is_broken(self, index: int) -> bool:
        """Say whether the lines at `index` and below it are one title in two lines."""
        first, second = self._lines[index], self._lines[index + 1]
        return (
            first.kind is second.kind is Kind.TEXT
            and second.blanks == 0
            and not mark_of(second.text)
            and _BROKEN_FROM <= len(first.text) <= _LONGEST_TITLE
            and language_of(first.text) == language_of(second.text)
            and not first.text.endswith((".", "!", "。"))
        )

    def _add_above(self, index: int) -> None:
        top = self._top(index)
        if self._is_boundary(top) or self._lines[top].blanks:
            self.titles[top] = index - top
        else:
            self.titles[index - 1] = 1

    def _add_behind(self, index: int) -> None:
        if index not in self.titles:
            self.titles[index] = 0 if self._is_heading(index) else 1

    def _is_heading(self, index: int) -> bool:
        """Say whether the line at a boundary speaks of what follows, not of itself."""
        near = range(index + 1, min(index + _MOST_TITLE_LINES, len(self._lines)))
        for following in near:
            kind = self._lines[following].kind
            if kind is Kind.DATE:
                return True
            if kind is Kind.TAGS:
                return False
            if following in self.titles:
                return self._speaks_of(following, index)
        return False

    def _speaks_of(self, following: int, index: int) -> bool:
        text = self._lines[index].text
        if index == 0 or self._lines[index - 1].kind is Kind.DATE:
            return following == index + 1 or not is_title_like(text)
        if following > index + 1 or len(text) > LONGEST_HEADING:
            return False
        return text[0] in "#=[【<■" and text[-1] in "#=]】>■:"

    def _add_above_abstracts(self) -> None:
        """Add titles without authors: short lines above what reads like an abstract."""
        for index, (line, below) in enumerate(pairwise(self._lines)):
            if not line.kind is below.kind is Kind.TEXT:
                continue
            near = (index - 1, index, index + 1)
            if len(below.text) < _ABSTRACT_FROM or not self.titles.keys().isdisjoint(
                near
            ):
                continue
            if is_title_like(line.text[len(mark_of(line.text)) :]) and is_formal(
                below.text
            ):
                self.titles[index] = 1
