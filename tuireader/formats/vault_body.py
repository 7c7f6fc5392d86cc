"""The body of a vault note: abstract, commentary, translation, tags and wikilinks."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from tuireader.domain.entry import Problem
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.links import link_of_line
from tuireader.formats.paragraphs import Fences
from tuireader.formats.translations import Translation
from tuireader.formats.vault_abstract import NoteAbstract
from tuireader.formats.vault_fields import take_inline, take_named
from tuireader.formats.vault_foot import NoteFoot, line_of_tags
from tuireader.formats.vault_head import (
    ABSTRACT_HEADINGS,
    LINK_HEADINGS,
    is_intro,
    is_only_address,
    read_head,
    starts_paper,
)

_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*)")
_BOLD = re.compile(r"\*\*[^*]{1,40}\*\*:?")


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
        self._abstract = NoteAbstract(draft, lines)
        self._foot = NoteFoot(draft, problems)
        self._translation = Translation(draft)
        self._may_own = True

    def read(self, at: int) -> int:
        """Read from `lines[at]` on; return the index of the next paper, or the end."""
        lines, kinds, block = self._lines, self._KINDS, self._draft.block
        while at < len(lines):
            line = lines[at].strip()
            self._at = at
            if not line:
                self._abstract.take_blank(at)
                if block:
                    self._flush()
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
        if "[[" in line and self._foot.take_wikilinks(line):
            self._flush()
            return
        if line[:2] == "**" and _BOLD.fullmatch(line) and self._abstract.begun:
            self._abstract.close()  # a heading of what follows
        if self._abstract.take(line, self._at) or take_named(self._draft, line):
            return
        if self._abstract.begin(line, self._at):
            self._flush()
            self._foot.in_links = False
        elif not self._translation.ends_in(line):
            self._draft.block.append(line)

    def _hash(self, line: str) -> bool:
        if not (tags := line_of_tags(line)):
            return self._heading(line)
        self._flush()
        self._abstract.close()
        self._foot.take_tags(*tags, self._at)
        return True

    def _heading(self, line: str) -> bool:
        if not (match := _HEADING.fullmatch(line)):
            return False
        self._flush()
        name = match[1].rstrip("# \t:：").casefold()
        self._foot.in_links = name in LINK_HEADINGS
        self._abstract.close()
        begins = name in ABSTRACT_HEADINGS and self._abstract.open()
        if not (self._foot.in_links or begins):
            self._draft.add(line)
        return True

    def _quote(self, line: str) -> bool:
        if "::" in line and take_inline(self._draft, line):
            return True
        if not self._abstract.is_named_in(line):
            if self._draft.block or self._foot.in_links:
                return False
            if not self._abstract.may_quote(line, self._at, self._foot.tags_at):
                return False
        self._flush()
        self._abstract.quote(line, self._at)
        return True

    def _item(self, line: str) -> bool:
        """Read a quote, heading or tags in an outline, as all of its lines are."""
        inner = line[2:].lstrip() if line[1:2] == " " else ""
        if inner[:1] == ">" and not self._draft.block:
            return self._quote(inner)
        if inner[:1] != "#":
            return self._abstract.take_item(inner, self._at)
        if _HEADING.fullmatch(inner):
            return self._heading(inner) and self._abstract.outlined()
        return bool(tags_of_line(inner)) and self._hash(inner)

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
        self._translation.finish(self._problems)
        self._abstract.finish()
        self._foot.finish()

    _KINDS: ClassVar[Mapping[str, Callable[["BodyReader", str], bool]]] = {
        "#": _hash,
        "＃": _hash,
        "-": _item,
        "<": lambda self, line: self._translation.take(line, self._at),
        ">": _quote,
        "h": _address,
        "`": _fence,
        "~": _fence,
    }
