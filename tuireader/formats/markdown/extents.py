"""From where to where an entry goes."""

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from tuireader.formats.markdown.blocks import Document, Kind
from tuireader.formats.markdown.bold_days import bold_day, has_bold_days
from tuireader.formats.markdown.outline import Draft, Outline
from tuireader.formats.markdown.words import words

# Boxes that can be all of an entry; lists and tables hold several.
_WHOLE = words("li article div section details dd td blockquote aside figure")
_DETAILS = frozenset(("details",))
_OFTEN = 0.3
_MOSTLY = 0.6


def set_extents(outline: Outline, drafts: list[Draft]) -> None:
    """Give each of `drafts`, which are in order, its first and last block.

    An entry goes on until the next one, the end of its section, or, where entries have
    a box or a rule of their own, until that.
    """
    if len(drafts) == 1 and drafts[0].row < 0:
        _alone(outline, drafts[0])
        return
    heads = [draft.head for draft in drafts]
    for draft in drafts:
        if draft.row < 0:
            draft.box = _box_of(outline.document, draft.head, heads)
    previous = 0
    for draft in drafts:
        draft.first = (
            draft.first if draft.row >= 0 else _start(outline, draft, previous)
        )
        previous = max(draft.head + 1, draft.first)
    bold_days = has_bold_days(outline, drafts)
    for number, draft in enumerate(drafts):
        if draft.row < 0:
            following = drafts[number + 1].first if number + 1 < len(drafts) else None
            draft.last = _end(outline, draft, following)
            last = draft.last - 1
            if bold_days and following == draft.last and last > draft.head:
                # the day of what follows
                draft.last -= bold_day(outline.document.blocks[last]) is not None
            _end_at_summary(outline.document, draft, following)
    _trim_tails(outline.document, drafts)
    _trim_rules(outline.document, drafts)


def _alone(outline: Outline, draft: Draft) -> None:
    """The page is about one paper: all of it, but for what stands above its heading."""
    blocks = outline.document.blocks
    heads = [head for head in outline.heads if head < draft.head]
    draft.first = heads[-1] + 1 if heads else 0
    draft.last = len(blocks)
    above = range(draft.first, draft.head)
    if (item := outline.item_of(draft.head)) >= 0:
        draft.box = item
        draft.last = outline.direct_end(draft.head)
        lists = [at for at in above if blocks[at].kind == Kind.HEAD]
    else:
        level = blocks[draft.head].level
        lists = [at for at in above if 0 < blocks[at].level < level]
    if lists:  # `# Papers` is no field here but names a list of them
        draft.first = lists[-1] + 1


def _box_of(document: Document, head: int, heads: list[int]) -> int:
    """Return the box around block `head` that is all of its entry, or -1."""
    boxes = document.boxes
    box, best, item = document.blocks[head].box, -1, False
    while box >= 0:
        first, last = boxes[box].first, boxes[box].last
        if bisect_left(heads, last) - bisect_left(heads, first) > 1:
            return best
        if (
            (boxes[box].tag in _WHOLE or boxes[box].layout)
            and (not item or boxes[box].tag == "li")
            and not _lists(document, box, head)
        ):
            best = box
            item = item or boxes[box].tag == "li"
        box = boxes[box].parent
    return best if item else -1


def _lists(document: Document, box: int, head: int) -> bool:
    """Say whether `box` is more than an entry: a section's heading comes first."""
    first = document.boxes[box].first
    return (
        any(
            block.kind == Kind.HEAD
            or (document.boxes[box].tag == "li" and block.kind == Kind.TEXT)
            for block in document.blocks[first:head]
        )
        and document.blocks[first].box != document.blocks[head].box
    )


def _start(outline: Outline, draft: Draft, previous: int) -> int:
    """Return where `draft` begins: its head, or what stands before it in its box."""
    if draft.box < 0:
        return (
            max(min(draft.head, draft.start), previous)
            if draft.start >= 0
            else draft.head
        )
    first = max(outline.document.boxes[draft.box].first, previous)
    blocks = outline.document.blocks
    for index in range(draft.head - 1, first - 1, -1):
        if blocks[index].kind == Kind.HEAD:
            return index + 1
    return min(first, draft.head)


def _end(outline: Outline, draft: Draft, following: int | None) -> int:
    blocks = outline.document.blocks
    end = len(blocks) if following is None else following
    if (outer := outline.outer_item(draft.head)) >= 0:
        end = min(end, outline.document.boxes[outer].last)
    head = blocks[draft.head]
    inside = outline.document.boxes[draft.box].last if draft.box >= 0 else draft.head
    for other in outline.heads_after(draft.head):
        if other >= end:
            break
        deeper = head.kind == Kind.HEAD and blocks[other].level > head.level
        if not deeper and other >= inside:
            return other
    return end


def _end_at_summary(document: Document, draft: Draft, following: int | None) -> None:
    """End an entry where a part of the page begins that holds the next entries."""
    if following is None or draft.box < 0:
        return
    for index in range(document.boxes[draft.box].last, draft.last):
        if document.blocks[index].kind != Kind.SUMMARY:
            continue
        box = document.inside(index, _DETAILS)
        if box >= 0 and document.boxes[box].first > draft.head:
            if following < document.boxes[box].last:
                draft.last = index
            return


def _trim_tails(document: Document, drafts: list[Draft]) -> None:
    """End entries with their boxes, unless it is usual that something follows those."""
    boxed = [draft for draft in drafts if draft.box >= 0 and draft.row < 0]
    inner = [
        draft for draft, following in pairwise(boxed) if following.first == draft.last
    ]
    with_tail = sum(
        _has_text(document, document.boxes[d.box].last, d.last) for d in inner
    )
    if with_tail > _OFTEN * max(len(inner), 1):
        return
    for draft in boxed:
        draft.last = min(draft.last, document.boxes[draft.box].last)


def _has_text(document: Document, start: int, end: int) -> bool:
    return any(
        block.kind in {Kind.TEXT, Kind.SUMMARY, Kind.CODE}
        for block in document.blocks[start:end]
    )


def _trim_rules(document: Document, drafts: list[Draft]) -> None:
    """End entries at a rule, if that is how they usually end."""
    free = [draft for draft in drafts if draft.row < 0]
    ending = [
        sum(
            block.kind == Kind.RULE
            for block in document.blocks[draft.first : draft.last]
        )
        for draft in free[:-1]
        if document.blocks[draft.last - 1].kind == Kind.RULE
    ]
    if len(ending) <= 1 or len(ending) < _MOSTLY * (len(free) - 1):
        return
    usual = Counter(ending).most_common(1)[0][0]
    for draft in free:
        rules = [
            index
            for index in range(draft.first, draft.last)
            if document.blocks[index].kind == Kind.RULE
        ]
        if len(rules) >= usual:
            draft.last = rules[usual - 1]
