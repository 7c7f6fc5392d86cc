"""Collects the paragraphs of one entry: wrapped lines, lists and tables join again."""

import re

from tuireader.formats.markdown.blocks import Block, Document, Run, markdown
from tuireader.formats.markdown.labels import Label
from tuireader.formats.markdown.outline import Draft
from tuireader.formats.markdown.parts import Part, PartKind, Parts
from tuireader.formats.markdown.segments import Segment
from tuireader.formats.markdown.tables import cell_markdown

# What prose does not have: indented lines, braces, operators, commands.
_CODE = re.compile(r"^[ \t$>]|[{}=;<>|]|\w\(\)|^\w+ -", re.MULTILINE)
_SHORT_PROSE = 80
_QUOTE = frozenset(("blockquote",))
_ITEM = frozenset(("li",))
_ROW = frozenset(("tr",))


class Collector:
    """Adds text to the parts of an entry.

    Attributes:
        name: The heading or summary that names the part of the entry being read.
    """

    def __init__(self, document: Document, draft: Draft, parts: Parts) -> None:
        self.name = ""
        self._document = document
        self._own_box = draft.box
        self._parts = parts
        self._para = -1
        self._last: Part | None = None
        self._list = -1
        self._group = 0

    def begin_field(self) -> None:
        """What follows is of another field."""
        self._group += 1

    def begin_part(self, name: str) -> None:
        """What follows stands below a heading or summary, `name`."""
        self._group += 1
        self.name, self._last, self._list = name, None, -1

    def at(self, para: int) -> None:
        """Note the paragraph that was reached; text before it does not go on."""
        self._para, self._last = para, None

    def continues(self, block: Block) -> bool:
        """Say whether `block` is a further line of the text added last."""
        return block.para == self._para and self._last is not None

    def go_on(self, runs: list[Run]) -> None:
        """Add a further line of a wrapped paragraph."""
        if self._last and (text := markdown(runs)):
            self._last.more.append((f" {text}", f" {text}"))

    def add(
        self, kind: str, segment: Segment, block: Block, label: Label | None = None
    ) -> None:
        """Add a field or a paragraph."""
        text, whole = markdown(segment.runs), markdown(segment.whole)
        if kind == PartKind.ABSTRACT:
            text = unstyled(text)
            if not segment.label and self.name:
                whole = f"**{self.name}** {whole}"
        quoted = self._document.around(block, _QUOTE) >= 0
        if quoted:
            whole = "> " + whole.replace("\n", "\n> ")
        items = self.list_of(block)
        if items >= 0 and kind != PartKind.ABSTRACT:
            whole = f"- {whole}"
            last = self._last
            if last and (items, kind, quoted) == (self._list, last.kind, last.quoted):
                last.more.append((f"\n- {text}", f"\n{whole}"))
                return
        self._list, self._para = items, block.para
        self._last = Part(kind, text, whole, label, quoted, self._group)
        self._parts.parts.append(self._last)

    def add_code(self, text: str) -> None:
        """Add a block of code, which may quote an abstract."""
        prose = len(text) >= _SHORT_PROSE and not _CODE.search(text)
        kind = PartKind.PROSE if prose else PartKind.NOTE
        self._group += 1
        whole = f"```\n{text}\n```"
        text = " ".join(text.split())
        self._last, self._list = None, -1
        self._parts.parts.append(
            Part(kind, text, whole, quoted=True, group=self._group)
        )

    def list_of(self, block: Block) -> int:
        """Return the list that `block` is an item of, if not the entry's own, or -1."""
        item = self._document.around(block, _ITEM)
        if item < 0 or item == self._own_box:
            return -1
        return self._document.boxes[item].parent

    def add_row(self, index: int) -> int:
        """Add a row of a table within the entry; return the block behind it."""
        document = self._document
        row = document.inside(index, _ROW)
        if row < 0:
            return index + 1
        cells = [cell_markdown(document, cell) for cell in document.boxes[row].children]
        line = f"| {' | '.join(cells)} |"
        table = document.boxes[row].parent
        if self._list == table and self._last is not None:
            self._last.more.append(("", f"\n{line}"))
        else:
            self._last = Part(PartKind.NOTE, "", line)
            self._list = table
            self._parts.parts.append(self._last)
        return max(document.boxes[row].last, index + 1)


def unstyled(text: str) -> str:
    """Return `text` without emphasis that is around all of it."""
    for mark in ("**", "*", "_"):
        inner = text[len(mark) : -len(mark)]
        around = text.startswith(mark) and text.endswith(mark)
        if around and inner and mark not in inner:
            return unstyled(inner.strip())
    return text
