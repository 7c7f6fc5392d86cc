"""Entries whose title is a list item, a paragraph or a summary."""

import re

from tuireader.formats.dates import date_of_line, find_date
from tuireader.formats.markdown.anchors import Anchor, paper_title_of
from tuireader.formats.markdown.bars import is_badge
from tuireader.formats.markdown.blocks import (
    BOLD,
    ITALIC,
    Block,
    Kind,
    is_bold,
    link_around,
    plain,
)
from tuireader.formats.markdown.cleaning import says_only_digest
from tuireader.formats.markdown.labels import Role
from tuireader.formats.markdown.outline import Draft, Outline, Spans
from tuireader.formats.markdown.segments import leading_label
from tuireader.formats.markdown.styled import begins_with_title, first_word
from tuireader.formats.markdown.titles import is_titled_link
from tuireader.formats.people import looks_like_authors

_LONGEST_TITLE_LINE = 250
_FURTHEST = 40
_OF_TITLES = {Kind.TEXT, Kind.SUMMARY}
_ENDS = (".", "。", ",", "다", ";")
"""What sentences end with."""
_NUMBERED = re.compile(r"[\[(【]?[0-9]{1,3}[\])】.、:：/]")


def line_drafts(outline: Outline, spans: Spans) -> list[Draft]:
    """Return the entries whose title is a list item, a paragraph or a summary.

    Args:
        outline: The document's anchors.
        spans: Blocks that entries with a heading of their own have.
    """
    finder = _LineFinder(outline)
    for index, anchor in enumerate(outline.anchors):
        if anchor and not spans.hold(index):
            finder.floor = max(finder.floor, spans.end_before(index))
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
        if anchor.titled and self._is_below_title(index):
            anchor = anchor._replace(titled=False)
        if index < self._claimed or (
            self.drafts and anchor.key == self.drafts[-1].key and not anchor.titled
        ):
            self.floor = max(self.floor, index + 1)
            return
        if anchor.titled and self._cites(index, anchor):
            self.floor = index + 1
        elif anchor.titled:
            self._add(Draft(anchor.key, index, anchor.link), index)
        elif anchor.arxiv_id or not self.drafts:
            head = self._head_of(index)
            if head == index and not self.drafts and is_badge(self._blocks[index]):
                return  # the badge of the digest's own paper
            draft = Draft(anchor.key, head, titled=head != index, start=index)
            self._add(draft, max(index, head))

    def _is_below_title(self, index: int) -> bool:
        """Say whether a line of links stands in one paragraph with a title in bold.

        `SOSP 2023 | [paper](…)` names the venue, not the paper.
        """
        block = self._blocks[index]
        item = self._outline.item_of(index)
        first = self._outline.document.boxes[item].first if item >= 0 else index
        if not self.floor <= first < index or self._blocks[first].para != block.para:
            return False
        return is_bold(self._blocks[first]) > is_bold(block) and self._may_be_title(
            first
        )

    def _cites(self, index: int, anchor: Anchor) -> bool:
        """Say whether a paragraph is about the paper above it and names another."""
        if not self.drafts or self._outline.item_of(index) >= 0:
            return False
        return _is_about(self.drafts[-1], self._blocks, index, anchor)

    def _add(self, draft: Draft, index: int) -> None:
        self.drafts.append(draft)
        self.floor = index + 1
        item = self._outline.item_of(draft.head)
        if item >= 0:
            self._claimed = max(self._claimed, self._outline.document.boxes[item].last)

    def _head_of(self, index: int) -> int:
        """Return the block with the title of the paper that block `index` links."""
        head = self._in_items(index)
        if head < 0:
            if self._links_first is None:
                before, behind = self._before(index), self._behind(index)
                self._links_first = before < 0 <= behind
            head = self._behind(index) if self._links_first else self._before(index)
        if head > index and leading_label(self._blocks[head].text)[0]:
            return index  # a field below names the title
        return index if head < 0 else head

    def _in_items(self, index: int) -> int:
        """Return the line that begins a list item around block `index`, if a title."""
        boxes = self._outline.document.boxes
        for item in self._outline.items_around(index):
            first = boxes[item].first
            if self.floor <= first < index and self._may_be_title(first):
                return first
        return -1

    def _before(self, index: int) -> int:
        plain = -1
        for place in range(index - 1, max(self.floor, index - _FURTHEST) - 1, -1):
            block = self._blocks[place]
            if block.kind == Kind.HEAD:
                return plain  # titles that are headings were found before
            if self._may_be_title(place):
                numbered = _NUMBERED.match(block.text)
                if numbered or is_bold(block) or block.kind == Kind.SUMMARY:
                    return place
                plain = place
        return plain

    def _behind(self, index: int) -> int:
        for place in range(index + 1, min(index + _FURTHEST, len(self._blocks))):
            block = self._blocks[place]
            if self._outline.anchors[place] or block.kind in {Kind.HEAD, Kind.RULE}:
                return -1
            label = leading_label(block.text)[0]
            if self._may_be_title(place) or (label and label.role == Role.TITLE):
                return place
        return -1

    def _may_be_title(self, index: int) -> bool:
        """Say whether a line between others can be a title: no field, name or sentence.

        A title may be a sentence: one that is set off, as the title before it was.
        """
        block = self._blocks[index]
        if block.kind not in _OF_TITLES or len(block.text) > _LONGEST_TITLE_LINE:
            return False
        text = paper_title_of(block)
        if not text or looks_like_authors(text):
            return False
        if says_only_digest(text) and find_date(text):
            return False  # `Updated on 2025-03-14`
        if date_of_line(block.runs[0].text):
            return False  # `**2025-02-20** — presented by …`
        return not block.text.rstrip().endswith(_ENDS) or self._is_set_off(index)

    def _is_set_off(self, index: int) -> bool:
        block = self._blocks[index]
        numbered = bool(_NUMBERED.match(block.text))
        if not is_bold(block):
            return False
        if not self.drafts:  # right above the link of its paper, if not numbered
            return numbered or any(self._outline.anchors[index + 1 : index + 2])
        before = self._blocks[self.drafts[-1].head]
        return is_bold(before) and bool(_NUMBERED.match(before.text)) == numbered


def _is_about(above: Draft, blocks: list[Block], index: int, anchor: Anchor) -> bool:
    """Say whether a paragraph goes on about a paper, though it has another's anchor.

    That one has a title set off by emphasis, and a link of its own.

    Args:
        above: The entry above.
        blocks: The document's.
        index: Place of the paragraph.
        anchor: What it links or names.
    """
    block = blocks[index]
    first = first_word(block.runs) if block.kind == Kind.TEXT else None
    if first is None or block.runs[first].style & (BOLD | ITALIC):
        return False
    linked = max(above.head, above.start)  # the block with its link
    if not above.key or linked >= index:
        return False
    if any(other.kind in {Kind.HEAD, Kind.RULE} for other in blocks[linked:index]):
        return False
    if not begins_with_title(blocks[above.head].runs):
        return False
    if anchor.link is None or not is_titled_link(block.runs, anchor.link):
        return True
    behind = plain(block.runs[link_around(block.runs, anchor.link)[1] :]).lstrip()
    return behind[:1].islower()
