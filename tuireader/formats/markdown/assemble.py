"""From the blocks of an entry to its fields."""

from tuireader.formats.markdown.blocks import (
    BOLD,
    Block,
    Document,
    Kind,
    Run,
    markdown,
    plain,
    strip,
)
from tuireader.formats.markdown.fields import JOINTS, Fields, is_link_bar
from tuireader.formats.markdown.labels import Label, Role, label_of, names_link
from tuireader.formats.markdown.lines import Segment, segments
from tuireader.formats.markdown.outline import Draft, Outline
from tuireader.formats.markdown.parts import Part, PartKind
from tuireader.formats.markdown.rows import roles_of
from tuireader.formats.markdown.tables import Table, cell_text
from tuireader.formats.markdown.titles import split_title

_DETAILS = frozenset(("details",))
_QUOTE = frozenset(("blockquote",))
_ITEM = frozenset(("li",))
_ROW = frozenset(("tr",))
_IDLE = frozenset(
    "read more on or and see also available at here from in the a via".split()
)


class Assembler:
    """Reads the blocks of one entry in order.

    Args:
        outline: The document they stand in.
        draft: The entry.
    """

    def __init__(self, outline: Outline, draft: Draft) -> None:
        self._outline = outline
        self._document = outline.document
        self._draft = draft
        self._fields = Fields(draft.key)
        self._context: Label | None = None
        self._name = ""
        self._until = -1
        self._pending: Label | None = None
        self._para = -1
        self._last: Part | None = None
        self._list = -1
        self._group = 0

    def read(self) -> Fields:
        """Return the fields of the entry."""
        draft = self._draft
        if draft.row >= 0:
            self._row(self._outline.tables[draft.table])
            return self._fields
        blocks = self._document.blocks
        index = draft.first
        while index < draft.last:
            block = blocks[index]
            if self._outline.in_table[index] >= 0:
                index = self._table_row(index)
                continue
            if index == draft.head and draft.titled:
                self._head(block)
            elif block.kind == Kind.TEXT:
                self._text(index, block)
            else:
                self._other(index, block)
            index += 1
        return self._fields

    def _head(self, block: Block) -> None:
        """Read the title and what stands beside it: links, authors, a first sentence."""
        found = self._draft.found or split_title(block.runs, self._draft.link)
        self._fields.title = found.title
        rest = strip(self._fields.without_names(found.rest), JOINTS)
        words = plain(rest).casefold().strip(JOINTS).split()
        if any(word.strip(JOINTS) not in _IDLE for word in words):
            self._line(rest, block)
        self._para, self._last = block.para, self._last

    def _row(self, table: Table) -> None:
        boxes = self._document.boxes
        cells = boxes[self._draft.row].children
        roles = roles_of(table, len(cells))
        for column, (cell, role) in enumerate(zip(cells, roles, strict=True)):
            name = table.names[column] if column < len(table.names) else ""
            box = boxes[cell]
            for index in range(box.first, box.last):
                block = self._document.blocks[index]
                if index == self._draft.head:
                    self._head(block)
                elif block.kind != Kind.TEXT:
                    self._other(index, block)
                elif role is None or index > box.first or role == Role.TITLE:
                    self._text(index, block)
                else:
                    self._column(Label(role), name, block)

    def _column(self, label: Label, name: str, block: Block) -> None:
        self._group += 1
        named = [Run(f"{name}: ", BOLD), *block.runs] if name else block.runs
        self._field(label, Segment(label, block.runs, named), block)

    def _other(self, index: int, block: Block) -> None:
        if block.kind == Kind.HEAD:
            self._enter(label_of(block.text), block, -1)
            if self._context is None or self._context.role == Role.NOTE:
                self._fields.note(f"{'#' * block.level} {markdown(block.runs)}")
        elif block.kind == Kind.SUMMARY:
            details = self._document.inside(index, _DETAILS)
            until = self._document.boxes[details].last if details >= 0 else -1
            self._enter(label_of(block.text), block, until)
            if self._context is None and not names_link(block.text):
                self._line(block.runs, block)
        elif block.kind == Kind.CODE:
            self._fields.note(f"```\n{block.text}\n```")
        elif block.kind == Kind.RULE:
            self._context, self._pending = None, None

    def _enter(self, label: Label | None, block: Block, until: int) -> None:
        """Begin a part of the entry that a heading or summary names."""
        self._context, self._until, self._pending = label, until, None
        self._name = block.text.strip()
        self._group += 1
        self._last, self._list = None, -1

    def _text(self, index: int, block: Block) -> None:
        if index >= self._until >= 0:
            self._context, self._until = None, -1
        if block.hint == Role.AUTHORS and self._fields.hint_authors(block.text):
            return
        if block.hint == Role.ABSTRACT and not segments(block.runs)[0].label:
            self._group += block.para != self._para
            self._field(
                Label(Role.ABSTRACT), Segment(None, block.runs, block.runs), block
            )
            return
        self._line(block.runs, block)

    def _line(self, runs: list[Run], block: Block) -> None:
        for segment in segments(runs):
            self._segment(segment, block)
        self._fields.seen += 1

    def _segment(self, segment: Segment, block: Block) -> None:
        if segment.label:
            self._pending = None
            self._group += 1
            self._field(segment.label, segment, block)
        elif is_link_bar(segment.runs):
            self._fields.without_names(segment.runs)
        elif block.para == self._para and self._last is not None:
            self._continue(segment)
        elif label := self._pending or self._context:
            self._field(label, segment, block)
            if label is self._pending and label.role != Role.ABSTRACT:
                self._pending = None
        elif not self._fields.guess(segment):
            self._add(PartKind.PROSE, segment, block, None)

    def _continue(self, segment: Segment) -> None:
        """Add a further line of a wrapped paragraph to the part it belongs to."""
        text = markdown(segment.runs)
        if self._last and text:
            self._last.text = f"{self._last.text} {text}".strip()
            self._last.whole = f"{self._last.whole} {text}".strip()

    def _field(self, label: Label, segment: Segment, block: Block) -> None:
        if not plain(segment.runs).strip() and not any(r.href for r in segment.runs):
            self._pending = label
            return
        self._para, self._last = block.para, None
        if label.role == Role.ABSTRACT:
            self._add(PartKind.ABSTRACT, segment, block, label)
        elif not self._fields.put(label, segment):
            self._add(PartKind.NOTE, segment, block, label)

    def _add(
        self, kind: str, segment: Segment, block: Block, label: Label | None
    ) -> None:
        text, whole = markdown(segment.runs), markdown(segment.whole)
        if kind == PartKind.ABSTRACT:
            text = unstyled(text)
            if not segment.label and self._name and self._context is label:
                whole = f"**{self._name}** {whole}"
        quoted = _within(self._document, block, _QUOTE) >= 0
        if quoted:
            whole = "> " + whole.replace("\n", "\n> ")
        items = self._items(block)
        if items >= 0 and kind != PartKind.ABSTRACT:
            whole = f"- {whole}"
            if items == self._list and self._last and self._last.kind == kind:
                self._last.text += f"\n- {text}"
                self._last.whole += f"\n{whole}"
                return
        self._list, self._para = items, block.para
        self._last = Part(kind, text, whole, label, quoted=quoted, group=self._group)
        self._fields.texts.parts.append(self._last)

    def _items(self, block: Block) -> int:
        """Return the list that `block` is an item of, if not the entry's own, or -1."""
        item = _within(self._document, block, _ITEM)
        if item < 0 or item == self._draft.box:
            return -1
        return self._document.boxes[item].parent

    def _table_row(self, index: int) -> int:
        """Read a row of a table within the entry; return the block behind it."""
        document = self._document
        row = document.inside(index, _ROW)
        if row < 0:
            return index + 1
        cells = [cell_text(document, cell) for cell in document.boxes[row].children]
        line = f"| {' | '.join(cells)} |"
        table = document.boxes[row].parent
        if self._list == table and self._last is not None:
            self._last.whole += f"\n{line}"
        else:
            self._last = Part(PartKind.NOTE, "", line)
            self._list = table
            self._fields.texts.parts.append(self._last)
        return max(document.boxes[row].last, index + 1)


def unstyled(text: str) -> str:
    """Return `text` without emphasis that is around all of it."""
    for mark in ("**", "*", "_"):
        inner = text[len(mark) : -len(mark)]
        if (
            text.startswith(mark)
            and text.endswith(mark)
            and inner
            and mark not in inner
        ):
            return unstyled(inner.strip())
    return text


def _within(document: Document, block: Block, tags: frozenset[str]) -> int:
    box = block.box
    while box >= 0 and document.boxes[box].tag not in tags:
        box = document.boxes[box].parent
    return box
