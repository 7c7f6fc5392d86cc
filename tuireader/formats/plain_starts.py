"""With which lines of a plain digest entries begin: those that are sure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tuireader.formats.abstracts import is_formal
from tuireader.formats.plain_behind import SENTENCE_ENDS, is_afterword, is_heading
from tuireader.formats.plain_kinds import ASIDE, Kind, Line
from tuireader.formats.plain_marks import (
    bare_title,
    begins_with_title_label,
    is_title_line,
    mark_of,
)
from tuireader.formats.plain_names import split_byline
from tuireader.formats.titles import authors_of_line, is_title_like, titled_address
from tuireader.text.language import language_of

_LONGEST_TITLE = 300
_MOST_TITLE_LINES = 4
_BROKEN_FROM = 25
_ABSTRACT_FROM = 250
_MAIL_HEAD = re.compile(r"(?:From|To|Cc|Subject|Reply-To|Sent): \S")
_LONGEST_OPENING = 60


class SureStarts:
    """Finds titles by what stands around them.

    Attributes:
        titles: By the index of a title line, the number of lines that the title takes;
            0 for a heading above papers.
        afterwords: Where sentences behind the tags of an entry begin.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.titles: dict[int, int] = {}
        self.afterwords: set[int] = set()
        self._tags_lead = self._have_tags_on_top()
        for index, line in enumerate(lines):
            if line.kind is Kind.AUTHORS and index:
                self._add_named(index)
            elif line.kind is Kind.TEXT and (
                begins_with_title_label(line.text) or _says_all(line.text)
            ):
                self.titles[index] = 1
        for index, line in enumerate(lines):
            if line.kind is Kind.TEXT and self._is_boundary(index):
                self._add_behind(index)
        self._add_above_abstracts()

    def _have_tags_on_top(self) -> bool:
        """Say whether hashtags stand below the authors, not at the end of entries."""
        pairs = pairwise([line for line in self._lines if line.kind is not Kind.LINK])
        below = [b.kind for a, b in pairs if a.kind is Kind.AUTHORS]
        return below.count(Kind.TAGS) * 2 > len(below)

    def _is_boundary(self, index: int) -> bool:
        """Say whether the line at `index` can only be the first of an entry."""
        above = index - 1
        while above >= 0 and self._lines[above].kind in ASIDE:
            above -= 1
        if above < 0:
            return True
        kind = self._lines[above].kind
        if kind is Kind.TAGS:
            return not self._tags_lead
        return kind is Kind.DATE or kind is Kind.RULE

    def _add_named(self, index: int) -> None:
        """Add the title above the author line at `index`, if it stands below one."""
        above = index - 1
        while above >= 0 and self._lines[above].kind is Kind.LINK:
            above -= 1
        if above >= 0 and self._is_anchor(above, index):
            self._add_above(above)

    def _is_anchor(self, index: int, authors: int) -> bool:
        """Say whether the line at `index` is a title with authors below it."""
        title = self._lines[index]
        if title.kind is not Kind.TEXT or len(title.text) > _LONGEST_TITLE:
            return False
        if self._is_boundary(self._top(index)):
            return True
        like = is_title_line(title.text)
        if title.text.endswith(SENTENCE_ENDS) and not like:
            return False
        below = self._lines[authors].text
        strict = below[0] != "(" or bool(authors_of_line(below, strict=True))
        if not like:
            return strict and title.blanks > 0
        before = self._lines[index - 1].text if index else ""
        return strict or title.blanks > 0 or before.endswith(SENTENCE_ENDS)

    def _top(self, index: int) -> int:
        """Return where a title broken over lines, down to `index`, may begin."""
        top = index
        while index - top < _MOST_TITLE_LINES - 1 and not self._is_boundary(top):
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
            self.titles[top] = index - top + 1
        else:
            self.titles[index] = 1

    def _add_behind(self, index: int) -> None:
        if index in self.titles or not any(map(str.isalpha, self._lines[index].text)):
            return
        if is_afterword(self._lines, self.titles, index):
            self.afterwords.add(index)
        else:
            heads = is_heading(self._lines, self.titles, index)
            opens = _opens(self._lines[index].text)
            self.titles[index] = 0 if heads or opens else 1

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
            if is_title_like(bare_title(line.text)) and is_formal(below.text):
                self.titles[index] = 1


def _says_all(text: str) -> bool:
    """Say whether a line is `Title - A. Bee, C. Dee - https://arxiv.org/abs/…`."""
    if "arxiv.org/" not in text or len(text) > _LONGEST_TITLE:
        return False
    found = titled_address(bare_title(text))
    return bool(found and split_byline(found[0])[1])


def _opens(text: str) -> bool:
    """Say whether a line only leads to what is below: `Dear all,`, `The list:`."""
    short = len(text) <= _LONGEST_OPENING and text.endswith((",", ":", "，", "："))
    return short or bool(_MAIL_HEAD.match(text))
