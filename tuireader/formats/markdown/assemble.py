"""From the blocks of an entry to its fields."""

from tuireader.formats.markdown.blocks import (
    BOLD,
    Block,
    Box,
    Kind,
    Run,
    markdown,
)
from tuireader.formats.markdown.collector import Collector
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.head_reader import HeadReader
from tuireader.formats.markdown.labels import (
    Label,
    Role,
    label_of,
    names_button,
    names_link,
)
from tuireader.formats.markdown.line_reader import LineReader
from tuireader.formats.markdown.outline import Draft, Outline
from tuireader.formats.markdown.parts import PartKind
from tuireader.formats.markdown.rows import roles_of
from tuireader.formats.markdown.segments import Segment, leading_label, segments

_DETAILS = frozenset(("details",))
_LOOSE = frozenset((None, Role.NOTE))
"""What columns say whose cells may hold fields of other names."""


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
        self._texts = Collector(outline.document, draft, self._fields.texts)
        self._lines = LineReader(self._fields, self._texts)
        self._head = HeadReader(draft, self._fields, self._texts, self._lines)
        self._until = -1
        self._para_of_head = outline.document.blocks[draft.head].para

    def read(self) -> Fields:
        """Return the fields of the entry."""
        if self._draft.row >= 0:
            self._row()
        else:
            self._span()
        self._fields.texts.close()
        return self._fields

    def _span(self) -> None:
        index = self._draft.first
        while index < self._draft.last:
            if self._outline.in_table[index] >= 0:
                index = self._texts.add_row(index)
                continue
            block = self._document.blocks[index]
            if index == self._draft.head and self._draft.titled:
                self._head.read(block)
            else:
                self._block(index, block)
            index += 1

    def _row(self) -> None:
        table = self._outline.tables[self._draft.table]
        row = self._document.boxes[self._draft.row]
        roles = roles_of(self._document, table, row.children)
        column = 0
        for cell, role in zip(row.children, roles, strict=True):
            box = self._document.boxes[cell]
            name = table.names[column] if column < len(table.names) else ""
            self._cell(box, role, name if box.columns == 1 else "")
            column += box.columns
        for index in range(row.last, self._draft.last):
            self._block(index, self._document.blocks[index])

    def _cell(self, box: Box, role: str | None, name: str) -> None:
        named = role is not None and role != Role.TITLE
        for index in range(box.first, box.last):
            block = self._document.blocks[index]
            if index == self._draft.head:
                self._head.read(block)
                named = False
            elif named and block.kind == Kind.SUMMARY:
                if not self._is_button(index):
                    self._fields.note(markdown(block.runs))
            elif role in _LOOSE and leading_label(block.text)[0]:
                self._block(index, block)
            elif named and block.kind == Kind.TEXT:
                self._column(Label(role or ""), name, block)
                named = False
            elif name and role is None and block.kind == Kind.TEXT:
                self._unknown(name, block)
            else:
                self._block(index, block)

    def _is_button(self, index: int) -> bool:
        """Say whether a summary says `Show`, or how the text behind it begins."""
        name = self._document.blocks[index].text.strip(" .…")
        behind = self._document.blocks[index + 1 : index + 2]
        begins = any(block.text.startswith(name) for block in behind)
        return begins or names_button(name)

    def _column(self, label: Label, name: str, block: Block) -> None:
        self._texts.begin_field()
        named = [Run(f"{name}: ", BOLD), *block.runs] if name else block.runs
        self._lines.field(label, Segment(label, block.runs, named), block)

    def _unknown(self, name: str, block: Block) -> None:
        """Read a cell whose column has a name that says nothing about papers."""
        spoken = self._fields.without_chips(block.runs)
        part = Segment(None, spoken, [Run(f"{name}: ", BOLD), *spoken])
        if not self._lines.looks.guess(part):
            self._texts.add(PartKind.NOTE, part, block)
        self._lines.looks.seen += 1

    def _block(self, index: int, block: Block) -> None:
        if block.kind == Kind.TEXT:
            self._text(index, block)
        elif block.kind == Kind.HEAD:
            self._enter(block, -1)
            if self._lines.context is None or self._lines.context.role == Role.NOTE:
                self._fields.note(f"{'#' * block.level} {markdown(block.runs)}")
        elif block.kind == Kind.SUMMARY:
            details = self._document.inside(index, _DETAILS)
            self._enter(
                block, self._document.boxes[details].last if details >= 0 else -1
            )
            if self._lines.context is None and not names_link(block.text):
                self._lines.read(block.runs, block)
        elif block.kind == Kind.CODE:
            self._code(block)
        elif block.kind == Kind.RULE:
            self._lines.context, self._lines.pending = None, None

    def _code(self, block: Block) -> None:
        """Read a code block, which may quote an abstract."""
        label = self._lines.pending or self._lines.context
        if label and label.role == Role.ABSTRACT:
            part = Segment(label, [Run(block.text)], [Run(block.text)])
            self._lines.field(label, part, block)
        else:
            self._texts.add_code(block.text)
        self._lines.pending = None

    def _enter(self, block: Block, until: int) -> None:
        """Begin the part of the entry that a heading or summary names."""
        self._lines.context, self._until = label_of(block.text), until
        self._lines.pending = None
        self._texts.begin_part(block.text.strip())

    def _text(self, index: int, block: Block) -> None:
        if index >= self._until >= 0:
            self._lines.context, self._until = None, -1
        below = index == self._draft.head + 1 and block.para == self._para_of_head
        if below and self._lines.looks.take_name(block.runs):
            return
        if index == self._draft.head + 1 and self._lines.looks.take_title(block.runs):
            return
        if block.hint == Role.AUTHORS and self._lines.looks.take_authors(block.text):
            return
        if block.hint == Role.ABSTRACT and not segments(block.runs)[0].label:
            whole = Segment(None, block.runs, block.runs)
            self._lines.field(Label(Role.ABSTRACT), whole, block)
            return
        self._lines.read(block.runs, block)
