"""The body of a vault note: abstract, commentary, translation, tags and wikilinks."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from tuireader.domain.entry import Problem
from tuireader.formats.abstracts import (
    QuotedAbstract,
    labelled_abstract,
    may_be_abstract,
    names_abstract,
)
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import leading_tags, trailing_tags
from tuireader.formats.links import link_of_line, wikilinks_in
from tuireader.formats.paragraphs import Fences
from tuireader.formats.translations import Translation
from tuireader.formats.vault_fields import take_inline, take_named
from tuireader.formats.vault_head import (
    ABSTRACT_HEADINGS,
    LINK_HEADINGS,
    is_intro,
    is_only_address,
    read_head,
    starts_paper,
)

_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*)")
_LONGEST_STRAY = 24
_ABSTRACT = ("abstract", "line")


class BodyReader:
    """Reads the lines below a paper's head into its draft.

    The lines are walked once. What a line can be, its first character tells; most are
    prose and take the shortest way.
    """

    def __init__(
        self, draft: Draft, lines: Sequence[str], problems: list[Problem]
    ) -> None:
        self._draft = draft
        self._lines = lines
        self._fences = Fences(lines)
        self._problems = problems
        self._at = 0
        self._abstract = QuotedAbstract()
        self._part = ""
        self._above = len(draft.paragraphs)
        """Paragraphs of the head: further addresses, no commentary yet."""
        self._tags_at = -1
        self._translation = Translation(draft)
        self._may_own = True

    def read(self, at: int) -> int:
        """Read from `lines[at]` on; return the index of the next paper, or the end."""
        lines, kinds, block = self._lines, self._KINDS, self._draft.block
        while at < len(lines):
            line = lines[at].strip()
            self._at = at
            if not line:
                if self._part == "line":  # that was all of a labelled abstract
                    self._part = ""
                if block:
                    self._flush()
                elif self._abstract.reaches(at):
                    self._abstract.add("", at)
            elif (kind := kinds.get(line[0])) is None or not kind(self, line):
                self._text(line)
            elif self._at < 0:
                break
            at = self._at + 1
        self._finish()
        return at

    def _flush(self) -> None:
        self._draft.flush(translation=self._translation.line > 0)

    def _text(self, line: str) -> None:
        if "[[" in line and self._only_wikilinks(line):
            return
        if self._part in _ABSTRACT or self._abstract.goes_on_in(line, self._at):
            self._abstract.add(line, self._at)
        elif not (self._named(line) or self._translation.ends_in(line)):
            self._draft.block.append(line)

    def _named(self, line: str) -> bool:
        """Take a line that says what it is: an abstract, tags, a field of Dataview."""
        return take_named(self._draft, line) or self._begins_abstract(line)

    def _begins_abstract(self, line: str) -> bool:
        if self._draft.abstract or self._abstract.begun:
            return False
        if (text := labelled_abstract(line)) is None:
            return False
        self._flush()
        self._part = "abstract"
        if text:
            self._abstract.add(text, self._at)
            self._part = "line"
        return True

    def _only_wikilinks(self, line: str) -> bool:
        targets, only = wikilinks_in(line)
        self._draft.wikilinks += targets
        if only and (self._part == "links" or self._tags_at >= 0):
            self._flush()
            return True
        return False

    def _hash(self, line: str) -> bool:
        tags, rest = leading_tags(line)
        if not tags or (rest and (len(tags) == 1 or len(rest) > _LONGEST_STRAY)):
            return self._heading(line)
        self._flush()
        self._draft.add_tags(tags)
        self._part = ""
        if self._tags_at < 0:
            self._tags_at = len(self._draft.paragraphs)
        if rest:
            what = f"text behind the tags: {rest}"
            self._problems.append(Problem(self._at + 1, what, "left out"))
        return True

    def _heading(self, line: str) -> bool:
        if not (match := _HEADING.fullmatch(line)):
            return False
        self._flush()
        self._part = _part_below(match[1])
        if self._part == "abstract" and self._abstract.text():
            self._part = ""
        if not self._part:
            self._draft.add(line)
        return True

    def _quote(self, line: str) -> bool:
        draft = self._draft
        if "::" in line and take_inline(draft, line):
            return True
        if not self._may_quote(line):
            return False
        self._abstract.quote(line, self._at)
        return True

    def _may_quote(self, line: str) -> bool:
        """Say whether a quoted line belongs to the abstract."""
        draft, begun = self._draft, self._abstract.begun
        callout = line[1:].lstrip().startswith("[!")
        if callout and names_abstract(line) and not begun and not draft.abstract:
            self._flush()
            return True
        if draft.block or self._part == "links":
            return False
        if len(draft.paragraphs) > self._above and not self._abstract.reaches(self._at):
            return False
        if self._tags_at > self._above or (self._tags_at >= 0 and draft.abstract):
            return False
        if not callout:
            return True
        return not begun and may_be_abstract(self._lines, self._at)

    def _fence(self, line: str) -> bool:
        if (end := self._fences.end_of(self._at)) is None:
            if line.startswith(("```", "~~~")):
                what = "code fence that nothing closes"
                self._problems.append(Problem(self._at + 1, what, "read as text"))
            return False
        self._flush()
        code = "\n".join(map(str.rstrip, self._lines[self._at : end + 1]))
        self._draft.add(code.strip(), translation=self._translation.line > 0)
        self._at = end
        return True

    def _address(self, line: str) -> bool:
        url, rest = link_of_line(line)
        if not url or rest:
            return False
        draft = self._draft
        intro = is_intro(draft)
        if starts_paper(self._lines, self._at):
            self._flush()
            if intro:
                self._at = read_head(draft, self._lines, self._at, "") - 1
            else:
                draft.drop_rule()
                self._at = -1
            return True
        if intro and self._may_own:
            self._may_own = False  # asked once: it looks at every line below
            if is_only_address(self._lines, self._at, url):
                self._flush()
                return draft.own(url)
        return False

    def _finish(self) -> None:
        self._flush()
        if line := self._translation.line:
            what = "translation that nothing closes"
            self._problems.append(Problem(line, what, "read to the end"))
        if abstract := self._abstract.text():
            _add_abstract(self._draft, abstract)
        _end_with_tags(self._draft, self._tags_at)

    _KINDS: ClassVar[Mapping[str, Callable[["BodyReader", str], bool]]] = {
        "#": _hash,
        "＃": _hash,
        "<": lambda self, line: self._translation.take(line, self._at),
        ">": _quote,
        "h": _address,
        "`": _fence,
        "~": _fence,
    }


def _part_below(heading: str) -> str:
    """Return the part of a note that a heading names: `links`, `abstract` or none."""
    heading = heading.rstrip("# \t:：").casefold()
    if heading in LINK_HEADINGS:
        return "links"
    return "abstract" if heading in ABSTRACT_HEADINGS else ""


def _add_abstract(draft: Draft, abstract: str) -> None:
    """Add the abstract that a note quotes; its front matter may have one as well."""
    if draft.abstract:
        draft.add(abstract)
    else:
        draft.abstract = abstract


def _end_with_tags(draft: Draft, tags_at: int) -> None:
    """Take what tags tell at the end: of a translation, or that a sentence has them.

    Args:
        draft: A paper that was read to its end.
        tags_at: How many paragraphs stand above its tags, or -1.
    """
    if tags_at >= 0:
        draft.mark_translation(tags_at)
    elif draft.paragraphs and not draft.tags:
        # Notes of some years end their last sentence with the tags.
        draft.add_tags(trailing_tags(draft.paragraphs[-1].text))
