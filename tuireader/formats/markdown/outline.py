"""Where entries are: each anchor finds the block that holds its paper's title."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.formats.markdown.anchors import Anchor, anchor_of, paper_title_of
from tuireader.formats.markdown.blocks import BOLD, Block, Document, Kind
from tuireader.formats.markdown.labels import Role, label_of
from tuireader.formats.markdown.lines import leading_label
from tuireader.formats.markdown.tables import Table, sort_tables
from tuireader.formats.markdown.titles import Titled, is_heading_of_digest
from tuireader.formats.people import looks_like_authors

_ITEMS = frozenset(("li", "dd", "dt"))
_LIST_ITEM = frozenset(("li",))
_LONGEST_TITLE_LINE = 250
_FURTHEST = 40
_MANY = 2


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
    found: Titled | None = None
    """The title, where it had to be found to know the head."""


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
        self.heads = [
            index
            for index, block in enumerate(document.blocks)
            if block.kind == Kind.HEAD and not label_of(block.text)
        ]

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

    def item_of(self, index: int) -> int:
        """Return the innermost list item around block `index`, or -1."""
        return self.document.inside(index, _LIST_ITEM)

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
        from bisect import bisect_right

        for place in range(bisect_right(self.heads, index), len(self.heads)):
            yield self.heads[place]

    def direct_end(self, head: int) -> int:
        """Return where the part of a section ends that stands before the next heading."""
        return next(self.heads_after(head), len(self.document.blocks))


def heading_drafts(outline: Outline) -> list[Draft]:
    """Return the entries that are sections: the heading is the title.

    Either the heading names the paper itself, or the first thing below it does that
    names one: a line of links, an id, a field. Headings of a level at which several
    papers stand below one heading are names of sections.
    """
    named = [_named_heading(outline, head) for head in outline.heads]
    below = {
        head: found for head in outline.heads if (found := _papers_below(outline, head))
    }
    single, several = Counter[int](), Counter[int]()
    blocks = outline.document.blocks
    for head, keys in below.items():
        (several if len(set(keys)) > 1 else single)[blocks[head].level] += 1
    drafts: list[Draft] = []
    end = 0
    for head, draft in zip(outline.heads, named, strict=True):
        if head < end:
            continue
        level = blocks[head].level
        if not draft and head in below and several[level] < max(single[level], 1):
            draft = _owner(outline, head, below[head][0], below)
        if draft:
            drafts.append(draft)
            end = outline.section_end(head)
    return drafts


def _named_heading(outline: Outline, head: int) -> Draft | None:
    anchor = outline.anchors[head]
    if anchor and anchor.titled:
        return Draft(anchor.key, head, anchor.link)
    return None


def _papers_below(outline: Outline, head: int) -> list[str]:
    """Return the papers that lines of links below a heading name, if those come first."""
    block = outline.document.blocks[head]
    if not paper_title_of(block) or is_heading_of_digest(block.text):
        return []
    keys: list[str] = []
    for index in range(head + 1, outline.direct_end(head)):
        anchor = outline.anchors[index]
        if anchor and anchor.titled and not keys:
            return []
        if anchor and not anchor.titled:
            keys.append(anchor.key)
    return keys


def _owner(
    outline: Outline, head: int, key: str, below: dict[int, list[str]]
) -> Draft | None:
    """Return the heading's entry, unless its section holds entries of their own."""
    end = outline.section_end(head)
    deeper = [
        other
        for other in outline.heads_after(head)
        if other < end and (other in below or outline.anchors[other])
    ]
    if len(deeper) >= _MANY:
        return None
    direct = outline.direct_end(head)
    others = {
        anchor.key
        for anchor in outline.anchors[head + 1 : direct]
        if anchor and anchor.titled and anchor.key != key
    }
    return Draft(key, head, None) if len(others) <= _MANY else None


def line_drafts(outline: Outline, taken: list[tuple[int, int]]) -> list[Draft]:
    """Return the entries whose title is a list item, a paragraph or a summary.

    Args:
        outline: The document's anchors.
        taken: Spans of blocks that are entries already, in order.
    """
    finder = _LineFinder(outline)
    spans = iter([*taken, (len(outline.anchors), len(outline.anchors))])
    start, end = next(spans)
    for index, anchor in enumerate(outline.anchors):
        while index >= end and start < len(outline.anchors):
            finder.floor = max(finder.floor, end)
            start, end = next(spans)
        if anchor and index < start:
            finder.take(index, anchor)
    return finder.drafts


class _LineFinder:
    """Goes through the anchors outside sections and finds the title of each."""

    def __init__(self, outline: Outline) -> None:
        self.drafts: list[Draft] = []
        self.floor = 0
        """First block that can hold the next entry's title."""
        self._outline = outline
        self._blocks = outline.document.blocks
        self._claimed = 0
        self._links_first: bool | None = None

    def take(self, index: int, anchor: Anchor) -> None:
        """Make an entry of `anchor`, unless it belongs to the one before it."""
        if index < self._claimed or (
            self.drafts and anchor.key == self.drafts[-1].key and not anchor.titled
        ):
            self.floor = max(self.floor, index + 1)
            return
        if anchor.titled:
            self._add(Draft(anchor.key, index, anchor.link), index)
        elif anchor.arxiv_id or not self.drafts:
            head = self._head_of(index)
            self._add(Draft(anchor.key, head, titled=head != index), index)

    def _add(self, draft: Draft, index: int) -> None:
        self.drafts.append(draft)
        self.floor = index + 1
        item = self._outline.item_of(draft.head)
        if item >= 0:
            self._claimed = max(self._claimed, self._outline.document.boxes[item].last)

    def _head_of(self, index: int) -> int:
        """Return the block that holds the title of the paper that block `index` links."""
        head = self._in_items(index)
        if head < 0:
            if self._links_first is None:
                before, behind = self._before(index), self._behind(index)
                self._links_first = before < 0 <= behind
            head = self._behind(index) if self._links_first else self._before(index)
        return index if head < 0 or self._links_first else head

    def _in_items(self, index: int) -> int:
        """Return the line that begins a list item around block `index`, if a title."""
        boxes = self._outline.document.boxes
        item = self._outline.item_of(index)
        while item >= 0:
            first = boxes[item].first
            if self.floor <= first < index and _may_be_title(self._blocks[first]):
                return first
            item = self._parent_item(item)
        return -1

    def _parent_item(self, item: int) -> int:
        boxes = self._outline.document.boxes
        item = boxes[item].parent
        while item >= 0 and boxes[item].tag != "li":
            item = boxes[item].parent
        return item

    def _before(self, index: int) -> int:
        plain = -1
        for place in range(index - 1, max(self.floor, index - _FURTHEST) - 1, -1):
            block = self._blocks[place]
            if block.kind == Kind.HEAD:
                fits = paper_title_of(block) and not is_heading_of_digest(block.text)
                return place if fits and plain < 0 else plain
            if _may_be_title(block):
                if _is_bold(block) or block.kind == Kind.SUMMARY:
                    return place
                plain = place
        return plain

    def _behind(self, index: int) -> int:
        for place in range(index + 1, min(index + _FURTHEST, len(self._blocks))):
            block = self._blocks[place]
            if self._outline.anchors[place] or block.kind in {Kind.HEAD, Kind.RULE}:
                return -1
            label = leading_label(block.text)[0]
            if _may_be_title(block) or (label and label.role == Role.TITLE):
                return place
        return -1


def _may_be_title(block: Block) -> bool:
    """Say whether a line between others can be a title: no field, name or sentence."""
    if (
        block.kind not in {Kind.TEXT, Kind.SUMMARY}
        or len(block.text) > _LONGEST_TITLE_LINE
    ):
        return False
    text = paper_title_of(block)
    return (
        bool(text)
        and not block.text.rstrip().endswith((".", "。", ",", "다", ";"))
        and not looks_like_authors(text)
    )


def _is_bold(block: Block) -> bool:
    return all(
        run.style & BOLD for run in block.runs if any(map(str.isalpha, run.text))
    )
