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
from tuireader.formats.paragraphs import fence_ends
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
        self,
        draft: Draft,
        lines: Sequence[str],
        problems: list[Problem],
    ) -> None:
        self._draft = draft
        self._lines = lines
        self._fences: Mapping[int, int] | None = None
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
        if tags and (not rest or (len(tags) > 1 and len(rest) <= _LONGEST_STRAY)):
            if self._draft.block:
                self._flush()
            self._draft.add_tags(tags)
            self._part = ""
            if self._tags_at < 0:
                self._tags_at = len(self._draft.paragraphs)
            if rest:
                what = f"text behind the tags: {rest}"
                self._problems.append(Problem(self._at + 1, what, "left out"))
            return True
        return self._heading(line)

    def _heading(self, line: str) -> bool:
        if not (match := _HEADING.fullmatch(line)):
            return False
        self._flush()
        heading = match[1].rstrip("# \t:：").casefold()
        if heading in LINK_HEADINGS:
            self._part = "links"
        elif heading in ABSTRACT_HEADINGS and not self._abstract.text():
            self._part = "abstract"
        else:
            self._part = ""
            self._draft.add(line)
        return True

    def _angle(self, line: str) -> bool:
        return self._translation.take(line, self._at)

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
        if self._fences is None:  # looked for only where there is one
            self._fences = fence_ends(self._lines, self._at)
        if (end := self._fences.get(self._at)) is None:
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
            if not intro:
                self._drop_rule()
                self._at = -1
                return True
            self._flush()
            self._at = read_head(draft, self._lines, self._at, "") - 1
            return True
        if intro and self._may_own:
            self._may_own = False  # asked once: it looks at every line below
            if is_only_address(self._lines, self._at, url):
                self._flush()
                return draft.own(url)
        return False

    def _drop_rule(self) -> None:
        """Leave out the rule that parts a paper from the next."""
        self._flush()
        paragraphs = self._draft.paragraphs
        if paragraphs and not paragraphs[-1].text.strip("-=*_ "):
            del paragraphs[-1]

    def _finish(self) -> None:
        draft = self._draft
        if draft.block:
            self._flush()
        if self._translation.line:
            what = "translation that nothing closes"
            line = self._translation.line
            self._problems.append(Problem(line, what, "read to the end"))
        if abstract := self._abstract.text():
            if draft.abstract:
                draft.add(abstract)
            else:
                draft.abstract = abstract
        if self._tags_at >= 0:
            if self._tags_at < len(draft.paragraphs):
                draft.mark_translation(self._tags_at)
        elif draft.paragraphs and not draft.tags:
            # Notes of some years end their last sentence with the tags.
            draft.add_tags(trailing_tags(draft.paragraphs[-1].text))

    _KINDS: ClassVar[Mapping[str, Callable[["BodyReader", str], bool]]] = {
        "#": _hash,
        "＃": _hash,
        "<": _angle,
        ">": _quote,
        "h": _address,
        "`": _fence,
        "~": _fence,
    }
