"""Tables: which list papers, which describe one, and which only arrange a page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tuireader.formats.markdown.blocks import (
    BOLD,
    Block,
    Box,
    Document,
    Kind,
    Run,
    markdown,
)
from tuireader.formats.markdown.identifiers import id_of_address
from tuireader.formats.markdown.labels import Label, Role, label_of
from tuireader.formats.markdown.language_tables import arrange

_KEY_VALUE = 2
_MOST_OPEN = 16
_ROLES_OF_LISTS = frozenset((Role.TITLE, Role.AUTHORS, Role.ABSTRACT, Role.LINK))


@dataclass(slots=True)
class Table:
    """A table of data."""

    box: int
    rows: list[int]
    """Boxes of the rows below the header."""
    columns: list[Label | None]
    """What the header calls each column; empty if there is none."""
    names: list[str]
    """The header as written."""
    width: int = 0
    """Number of cells in the widest row."""


def sort_tables(document: Document) -> list[Table]:
    """Return the tables of data, and turn those of key and value into fields.

    A table within which there is a table or a heading only arranges the page, as in
    newsletters, and so does one of a single column.
    """
    boxes = document.boxes
    _spread(document)
    _find_layouts(document)
    tables: list[Table] = []
    for index, box in enumerate(boxes):
        if box.tag != "table" or box.layout or not box.children:
            continue
        if arrange(document, box):
            box.layout = True
        elif _is_key_value(document, box):
            _to_fields(document, box)
            box.layout = True
        else:
            tables.append(_table(document, index))
    return tables


def _spread(document: Document) -> None:
    """Give rows the cells of rows above them that go on in them."""
    boxes = document.boxes
    for table in boxes:
        if table.tag != "table":
            continue
        open_cells: dict[int, tuple[int, int]] = {}
        """By column: the cell and the number of rows that it still goes on."""
        for row in table.children:
            own = iter(boxes[row].children)
            if not open_cells and all(boxes[c].rows == 1 for c in boxes[row].children):
                continue
            boxes[row].children = _with_open(boxes, own, open_cells)


def _with_open(
    boxes: list[Box], own: Iterator[int], open_cells: dict[int, tuple[int, int]]
) -> list[int]:
    """Return a row's cells with the open ones in their columns, and count those on."""
    cells: list[int] = []
    column = 0
    while True:
        if column in open_cells:
            cell, left = open_cells[column]
            if left > 1:
                open_cells[column] = cell, left - 1
            else:
                del open_cells[column]
        elif (cell := next(own, -1)) < 0:
            if not any(known > column for known in open_cells):
                return cells
            column += 1
            continue
        elif boxes[cell].rows > 1 and len(open_cells) < _MOST_OPEN:
            open_cells[column] = cell, boxes[cell].rows - 1
        cells.append(cell)
        column += boxes[cell].columns


def _find_layouts(document: Document) -> None:
    boxes = document.boxes
    for box in boxes:
        if box.tag != "table":
            continue
        widest = max((len(boxes[row].children) for row in box.children), default=0)
        box.layout = widest < _KEY_VALUE
        parent = box.parent
        while parent >= 0 and not boxes[parent].layout:
            if boxes[parent].tag == "table":
                boxes[parent].layout = True
            parent = boxes[parent].parent
    for index, block in enumerate(document.blocks):
        if block.kind == Kind.HEAD:
            table = document.inside(index, frozenset(("table",)))
            if table >= 0:
                boxes[table].layout = True


def cell_blocks(document: Document, cell: int) -> list[Block]:
    """Return the blocks of a cell."""
    box = document.boxes[cell]
    return document.blocks[box.first : box.last]


def cell_text(document: Document, cell: int) -> str:
    """Return what a cell says, on one line."""
    return " ".join(block.text for block in cell_blocks(document, cell)).strip()


def cell_markdown(document: Document, cell: int) -> str:
    """Return a cell as Markdown, on one line."""
    texts = (markdown(block.runs) for block in cell_blocks(document, cell))
    return " ".join(" ".join(texts).split())


def _is_key_value(document: Document, table: Box) -> bool:
    boxes = document.boxes
    rows = [boxes[row].children for row in table.children if boxes[row].children]
    if any(len(row) != _KEY_VALUE for row in rows):
        return False
    keys = [cell_text(document, row[0]) for row in rows]
    known = [label for key in keys if (label := label_of(key))]
    filled = [key for key in keys if key]
    roles = Counter(label.role for label in known)
    return (
        len(known) >= _KEY_VALUE
        and len(known) * 3 >= len(filled) * 2
        and len(roles) > 1
    )


def _to_fields(document: Document, table: Box) -> None:
    """Make each row one block, `key: value`."""
    for row in table.children:
        cells = document.boxes[row].children
        if len(cells) < _KEY_VALUE:
            continue
        keys, values = (cell_blocks(document, cell) for cell in cells)
        if not keys or not values:
            continue
        name = Run(f"{keys[0].text.strip(' :：')}:", BOLD)
        space = Run(" ")
        value = values[0]
        start = document.boxes[cells[1]].first
        document.blocks[start] = replace(
            value, runs=[name, space, *value.runs], text=f"{name.text} {value.text}"
        )
        keys[0].kind, keys[0].text = Kind.NOISE, ""


def _table(document: Document, index: int) -> Table:
    box = document.boxes[index]
    rows = [row for row in box.children if document.boxes[row].children]
    width = max((len(document.boxes[row].children) for row in rows), default=0)
    if not rows or not _is_header(document, rows[0], box):
        return Table(index, rows, [], [], width)
    names = [cell_text(document, cell) for cell in document.boxes[rows[0]].children]
    return Table(index, rows[1:], [label_of(name) for name in names], names, width)


def _names_paper(document: Document, row: Box) -> bool:
    """Say whether a row is about a paper although its cells are header cells."""
    blocks = document.blocks[row.first : row.last]
    return any(id_of_address(run.href) for block in blocks for run in block.runs)


def _is_header(document: Document, row: int, table: Box) -> bool:
    box = document.boxes[row]
    if box.heads:
        return not _names_paper(document, box)
    names = [cell_text(document, cell) for cell in box.children]
    roles = {label.role for name in names if (label := label_of(name))}
    return not table.heads and len(roles & _ROLES_OF_LISTS) > 1
