"""Rows of tables that list papers."""

from typing import NamedTuple

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.anchors import Mention, mentions
from tuireader.formats.markdown.blocks import IMAGE, Block, Document, Kind, plain
from tuireader.formats.markdown.cleaning import clean, is_title
from tuireader.formats.markdown.identifiers import is_web
from tuireader.formats.markdown.labels import Role, names_link
from tuireader.formats.markdown.outline import Draft, Outline, Spans
from tuireader.formats.markdown.parts import is_english
from tuireader.formats.markdown.tables import Table
from tuireader.formats.markdown.titles import Titled, split_title
from tuireader.formats.people import looks_like_authors

_SHARE = 3
"""One row in this many must name a paper, or the header must speak of papers."""
_ORDER = {Role.LINK: 0, Role.TITLE: 1, None: 2, Role.ROW: 3}
_TITLE_ORDER = {Role.TITLE: 0, Role.LINK: 1, None: 2}
_OF_PAPERS = frozenset((Role.AUTHORS, Role.ABSTRACT, Role.LINK))
_LONGEST_DAY = 40
_WORST, _TRANSLATED = 20, 3
_FEW_LINES = 4
_NAME = 60
"""A row with less in one wide cell names the rows below it."""


class _Cell(NamedTuple):
    """A cell that can name the paper or hold its title."""

    first: int
    role: str | None
    blocks: list[Block]
    mentions: list[Mention]


def row_drafts(outline: Outline, spans: Spans) -> list[Draft]:
    """Return an entry for each row of the tables that list papers.

    Args:
        outline: The document's tables.
        spans: Spans of blocks that are entries already; tables within belong to those.
    """
    drafts: list[Draft] = []
    boxes = outline.document.boxes
    for number, table in enumerate(outline.tables):
        first = boxes[table.box].first
        if spans.hold(first):
            continue
        found = _drafts(outline.document, table, number)
        named = sum(
            bool(draft and "://" not in draft.key and draft.key) for draft in found
        )
        if named * _SHARE >= max(len(found), 1) or (named and _speaks_of_papers(table)):
            drafts += [draft for draft in found if draft]
    return drafts


def _has_titles(table: Table) -> bool:
    return any(label and label.role == Role.TITLE for label in table.columns)


def _speaks_of_papers(table: Table) -> bool:
    roles = {label.role for label in table.columns if label}
    return Role.TITLE in roles and bool(roles & _OF_PAPERS)


def _drafts(document: Document, table: Table, number: int) -> list[Draft | None]:
    """Return the entry that each row of a table is, if it is one."""
    found: list[Draft | None] = []
    for row in table.rows:
        if table.width > 1 and len(document.boxes[row].children) == 1:
            found.append(None)
            _continue(document, found, row)
        else:
            found.append(_draft(document, table, number, row))
    return found


def _continue(document: Document, found: list[Draft | None], row: int) -> None:
    """Add a row that is one wide cell of text to the entry in the row above it."""
    box = document.boxes[row]
    above = next((draft for draft in reversed(found) if draft), None)
    blocks = document.blocks[box.first : box.last]
    if above and above.last == box.first and sum(len(b.text) for b in blocks) > _NAME:
        above.last = box.last


def _draft(document: Document, table: Table, number: int, row: int) -> Draft | None:
    box = document.boxes[row]
    cells = _cells(document, table, box.children)
    key = _paper(cells) or _elsewhere(cells)
    found = _title(cells) or (_any_title(cells) if key else None)
    if found is None:
        return None
    cell, title = found
    if not key and cell.role != Role.TITLE and _has_titles(table):
        return None  # what stands there instead of a paper: `cancelled`
    return Draft(
        key, cell.first, first=box.first, last=box.last, box=row, row=row,
        table=number, found=title,
    )  # fmt: skip


def roles_of(document: Document, table: Table, cells: list[int]) -> list[str | None]:
    """Return what each of `cells`, a row's, says about its paper by its column.

    A cell that goes over several columns is the most telling of them.
    """
    known = [label.role if label else None for label in table.columns]
    roles: list[str | None] = []
    column = 0
    for cell in cells:
        over = known[column : column + document.boxes[cell].columns] or [None]
        roles.append(min(over, key=lambda role: _ORDER.get(role, len(_ORDER))))
        column += document.boxes[cell].columns
    return roles


def _cells(document: Document, table: Table, children: list[int]) -> list[_Cell]:
    """Return the cells that are not known to hold other fields."""
    cells = []
    for child, role in zip(children, roles_of(document, table, children), strict=True):
        if role in _ORDER:
            box = document.boxes[child]
            blocks = document.blocks[box.first : box.last]
            found = [mention for block in blocks for mention in mentions(block)]
            cells.append(_Cell(box.first, role, blocks, found))
    return cells


def _paper(cells: list[_Cell]) -> str:
    """Return the key of the paper that a row is about, or nothing."""
    ranked = [
        ("://" in cell.mentions[0].key, _ORDER[cell.role], place)
        for place, cell in enumerate(cells)
        if cell.mentions
    ]
    return cells[min(ranked)[2]].mentions[0].key if ranked else ""


def _elsewhere(cells: list[_Cell]) -> str:
    """Return the first address in a row, if it is about something not on arXiv."""
    for cell in sorted(cells, key=lambda cell: _ORDER[cell.role]):
        for block in cell.blocks:
            for run in block.runs:
                if is_web(run.href) and not run.style & IMAGE:
                    return run.href
    return ""


def _title(cells: list[_Cell]) -> tuple[_Cell, Titled] | None:
    """Return the cell that holds the title: named so, else the first that can."""
    best: tuple[_Cell, Titled] | None = None
    rank = _WORST
    for cell in cells:
        order = 2 * _TITLE_ORDER.get(cell.role, _WORST)
        if order >= rank or not cell.blocks:
            continue
        found = _titled_line(cell)
        if found is None:
            continue
        place, titled = found
        if cell.role is None and not _stands_out(cell.blocks[place]):
            order += 1
        if not is_english(titled.title):
            order += _TRANSLATED  # the original may stand beside it
        if order < rank:
            best, rank = (cell._replace(first=cell.first + place), titled), order
    return best


def _any_title(cells: list[_Cell]) -> tuple[_Cell, Titled] | None:
    """Return a cell whose text may stand for a title, if none is one by its looks."""
    filled = [cell for cell in cells if cell.blocks and cell.role != Role.ROW]
    if not filled:
        return None
    cell = min(filled, key=lambda cell: _TITLE_ORDER.get(cell.role, 9))
    runs = cell.blocks[0].runs
    return cell, Titled(clean(runs[:1]), runs[1:])


def _titled_line(cell: _Cell) -> tuple[int, Titled] | None:
    """Return the first line of a cell that is a title, and what it says."""
    for place, block in enumerate(cell.blocks[:_FEW_LINES]):
        if titled := _titled(cell, block):
            return place, titled
        spoken = plain([run for run in block.runs if not run.style & IMAGE]).strip()
        if any(map(str.isalpha, spoken)) and not names_link(spoken):
            break  # pictures and ids may stand above a title, and nothing else
    return None


def _titled(cell: _Cell, block: Block) -> Titled | None:
    if block.kind == Kind.NOISE or (
        cell.role is None
        and len(block.text) <= _LONGEST_DAY
        and date_of_line(block.text)
    ):
        return None
    titled = split_title(block.runs, _link_in(block, cell.mentions))
    if not is_title(titled.title) or (
        cell.role is None and looks_like_authors(titled.title)
    ):
        return None
    return titled


def _link_in(block: Block, found: list[Mention]) -> int | None:
    if found and found[0].run is not None and found[0].run < len(block.runs):
        run = block.runs[found[0].run]
        return found[0].run if run.href else None
    return None


def _stands_out(block: Block) -> bool:
    """Say whether a cell holds a link or bold text that can be a title."""
    return any(
        (run.href or run.style) and is_title(clean([run._replace(href="")]))
        for run in block.runs
    )
