"""From the block with the title of an entry to its fields."""

import re

from tuireader.formats.markdown.bars import JOINTS, bare
from tuireader.formats.markdown.blocks import (
    IMAGE,
    Block,
    Run,
    cut,
    plain,
    split_lines,
)
from tuireader.formats.markdown.cleaning import is_title
from tuireader.formats.markdown.collector import Collector
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.line_reader import LineReader
from tuireader.formats.markdown.outline import Draft
from tuireader.formats.markdown.parts import PartKind
from tuireader.formats.markdown.titles import split_title
from tuireader.formats.markdown.words import words

_TAGS = re.compile(r"(?:\s+#[^\W\d_][\w/-]{0,60}){1,20}$")
_IDLE = words("""read more on or and see also available at here from in the a via""")


class HeadReader:
    """Reads the title and what stands beside it: links, authors, a sentence.

    Args:
        draft: The entry.
        fields: Its fields so far.
        texts: Its paragraphs so far.
        lines: Reads what is no title.
    """

    def __init__(
        self, draft: Draft, fields: Fields, texts: Collector, lines: LineReader
    ) -> None:
        self._draft = draft
        self._fields = fields
        self._texts = texts
        self._lines = lines

    def read(self, block: Block) -> None:
        """Read the block that the title stands in."""
        found = self._draft.found or split_title(block.runs, self._draft.link)
        if (named := self._fields.title) not in found.title:
            self._fields.note(named)  # a field above names it otherwise
        self._fields.title = self._without_tags(found.title)
        self._fields.note(found.other)
        for run in block.runs:
            if run.href and run not in found.rest:
                self._fields.link(run, "" if run.style & IMAGE else "link")
        rest = self._fields.without_names(found.rest)
        below = plain(rest).lstrip(" \t").startswith("\n")
        for line in split_lines(rest):
            self._beside(bare(line), block, below=below)
            below = True
            self._texts.at(-1)
        self._texts.at(block.para)

    def _without_tags(self, title: str) -> str:
        """Return a title without the hashtags behind it, which become tags."""
        match = _TAGS.search(title) if " #" in title else None
        if not match or not is_title(title[: match.start()]):
            return title
        self._fields.tags |= dict.fromkeys(match[0].replace("#", "").split())
        return title[: match.start()]

    def _beside(self, runs: list[Run], block: Block, *, below: bool) -> None:
        """Read a line that stands in one block with the title."""
        if plain(runs).startswith(". "):
            runs = cut(runs, 2)
        spoken = plain(runs).casefold().split()
        if all(word.strip(JOINTS) in _IDLE for word in spoken):
            return
        if below and self._lines.looks.take_name(runs):
            return
        known = len(self._fields.texts.parts)
        self._lines.read(runs, block)
        if not below:  # on one line with the title nobody quotes an abstract
            for part in self._fields.texts.parts[known:]:
                part.kind = PartKind.NOTE if part.kind == PartKind.PROSE else part.kind
