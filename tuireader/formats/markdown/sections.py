"""Entries that are sections: a heading is the title."""

from collections import Counter

from tuireader.formats.markdown.anchors import mentions, paper_title_of
from tuireader.formats.markdown.bars import is_badge
from tuireader.formats.markdown.cleaning import counts_papers, is_heading_of_digest
from tuireader.formats.markdown.outline import Draft, Outline

_MANY = 2


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
        entry = draft
        if not entry and head in below and several[level] < max(single[level], 1):
            entry = _owner(outline, head, below[head][0], below)
        if entry:
            drafts.append(entry)
            end = outline.section_end(head)
    return drafts


def _named_heading(outline: Outline, head: int) -> Draft | None:
    anchor = outline.anchors[head]
    if anchor and anchor.titled:
        return Draft(anchor.key, head, anchor.link)
    return None


def _papers_below(outline: Outline, head: int) -> list[str]:
    """Return the papers that lines of links right below a heading name."""
    block = outline.document.blocks[head]
    if not paper_title_of(block) or is_heading_of_digest(block.text):
        return []
    if counts_papers(block.text):
        return []
    keys: list[str] = []
    for index in range(head + 1, outline.direct_end(head)):
        anchor = outline.anchors[index]
        if anchor and anchor.titled and not anchor.prose and not keys:
            return []
        if anchor and (anchor.prose or not anchor.titled):
            if is_badge(outline.document.blocks[index]) and _lists_others(
                outline, head, anchor.key
            ):
                return []  # the badge of a list's own paper
            keys.append(anchor.key)
    return keys


def _lists_others(outline: Outline, head: int, own: str) -> bool:
    """Say whether below heading `head` there are entries or rows about other papers."""
    others: set[str] = set()
    for index in range(head + 1, outline.section_end(head)):
        anchor = outline.anchors[index]
        if anchor and anchor.titled:
            others.add(anchor.key)
        elif outline.in_table[index] >= 0:
            named = mentions(outline.document.blocks[index])
            others.update(mention.key for mention in named)
        if len(others - {own}) > _MANY:
            return True
    return False


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
