"""Where entries are: each anchor finds the block that holds its paper's title."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tuireader.formats.dates import find_date
from tuireader.formats.markdown.anchors import anchor_of
from tuireader.formats.markdown.blocks import Block, Document, Kind, is_bold
from tuireader.formats.markdown.labels import Role, label_of
from tuireader.formats.markdown.tables import sort_tables
from tuireader.formats.markdown.titles import Titled

_ITEMS = frozenset(("li", "dd", "dt"))
_LONGEST_TITLE_LINE = 250
_FURTHEST = 40
_MANY = 2
_LOWEST = 6


@dataclass(slots=True)
class Draft:
    """An entry that was found: the block with its title, and from where to where."""

    key: str
    """arXiv id, an address, or nothing."""
    head: int
    link: int | None = None
    """Index of the paper's link among the head's runs."""
    titled: bool = True
    first: int = 0
    last: int = 0
    box: int = -1
    """The box that is all of the entry, if there is one."""
    row: int = -1
    """Box of the table row that it is."""
    table: int = -1
    """Number of the table that the row is in."""
    start: int = -1
    """First block that belongs to it, where that is above its head."""
    found: Titled | None = None
    """The title, where it had to be found to know the head."""
    repeats: bool = False
    """Whether it is a section about a paper that an index above it has linked."""


class Outline:
    """The anchors and headings of a document.

    Attributes:
        document: The document.
        tables: Its tables of data.
        anchors: For each block the paper that it names, if it does.
        heads: Headings that name no field, in order.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tables = sort_tables(document)
        self.in_table = self._tables_of_blocks()
        self._listed = self._inside(_ITEMS)
        self.anchors = [
            None
            if self.in_table[index] >= 0
            else anchor_of(block, listed=self._listed[block.box])
            for index, block in enumerate(document.blocks)
        ]
        self._raise_bold_lines()
        self.heads = [
            index
            for index, block in enumerate(document.blocks)
            if block.kind == Kind.HEAD and self._is_section(index, block)
        ]
        self.head_set = frozenset(self.heads)

    def _is_section(self, index: int, block: Block) -> bool:
        """Say whether a heading names no field: `Reasoning` above papers is a topic."""
        label = label_of(block.text)
        if not label or find_date(block.text):  # `2024-05-14 Papers`
            return True
        return label.role == Role.NOTE and self._is_above_list(index)

    def _is_above_list(self, index: int) -> bool:
        """Say whether what follows a block is a list whose first item is a paper."""
        following = self.anchors[index + 1] if index + 1 < len(self.anchors) else None
        listed = following and self.item_of(index + 1) >= 0 > self.item_of(index)
        return bool(listed and following and following.titled)

    def _raise_bold_lines(self) -> None:
        """Make headings of bold lines above lists whose items begin with a paper."""
        blocks = self.document.blocks
        for index, block in enumerate(blocks):
            if (
                block.kind == Kind.TEXT
                and not self.anchors[index]
                and self._is_above_list(index)
                and blocks[index - 1].para != block.para
                and is_bold(block)
            ):
                block.kind, block.level = Kind.HEAD, _LOWEST

    def _inside(self, tags: frozenset[str]) -> list[bool]:
        """Say for each box whether it is within one of `tags`; the last is no box."""
        found: list[bool] = []
        for box in self.document.boxes:
            found.append(box.tag in tags or (box.parent >= 0 and found[box.parent]))
        return [*found, False]

    def _tables_of_blocks(self) -> list[int]:
        """Return for each block the number of the table of data it stands in, or -1."""
        numbers = [-1] * len(self.document.blocks)
        for number, table in enumerate(self.tables):
            box = self.document.boxes[table.box]
            numbers[box.first : box.last] = [number] * (box.last - box.first)
        return numbers

    def items_around(self, index: int) -> Iterator[int]:
        """Yield the list items around block `index`, the innermost first."""
        boxes = self.document.boxes
        box = self.document.blocks[index].box
        while box >= 0:  # several items may begin with the same block: `- - words`
            if boxes[box].tag == "li":
                yield box
            box = boxes[box].parent

    def item_of(self, index: int) -> int:
        """Return the innermost list item around block `index`, or -1."""
        return next(self.items_around(index), -1)

    def outer_item(self, index: int) -> int:
        """Return the list item around the one around block `index`, or -1."""
        return next(islice(self.items_around(index), 1, None), -1)

    def section_end(self, head: int) -> int:
        """Return where the section that heading `head` begins ends."""
        blocks = self.document.blocks
        level = blocks[head].level
        for other in self.heads_after(head):
            if blocks[other].level <= level:
                return other
        return len(blocks)

    def heads_after(self, index: int) -> Iterator[int]:
        """Yield the headings behind block `index`."""
        for place in range(bisect_right(self.heads, index), len(self.heads)):
            yield self.heads[place]

    def direct_end(self, head: int) -> int:
        """Return where the part of a section before its next heading ends."""
        return next(self.heads_after(head), len(self.document.blocks))


class Spans:
    """The blocks that entries with a heading of their own have.

    Args:
        outline: The document.
        drafts: Such entries in order; none is within another.
    """

    def __init__(self, outline: Outline, drafts: list[Draft]) -> None:
        self._starts = [draft.head for draft in drafts]
        self.ends = [outline.section_end(draft.head) for draft in drafts]

    def hold(self, index: int) -> bool:
        """Say whether block `index` is one of them."""
        place = bisect_right(self._starts, index) - 1
        return place >= 0 and index < self.ends[place]

    def end_before(self, index: int) -> int:
        """Return where the last span that ends before or at `index` ends, or 0."""
        place = bisect_right(self.ends, index) - 1
        return self.ends[place] if place >= 0 else 0
