"""Entries about papers that are not on arXiv, blog posts and releases.

Nothing marks them but the company they keep: a heading or list item among those that
are entries, with a link to another site or with fields of its own.
"""

from collections import Counter

from tuireader.domain.identity import title_key, title_keys
from tuireader.formats.markdown.anchors import paper_title_of, without_names
from tuireader.formats.markdown.blocks import IMAGE, Block, Kind, Run, plain
from tuireader.formats.markdown.cleaning import is_heading_of_digest, is_title
from tuireader.formats.markdown.identifiers import id_of_address, is_web, key_of
from tuireader.formats.markdown.labels import Role, names_link
from tuireader.formats.markdown.outline import Draft, Outline, Spans
from tuireader.formats.markdown.segments import leading_label
from tuireader.formats.markdown.titles import split_title

_OF_PAPERS = frozenset((Role.AUTHORS, Role.ABSTRACT))


def heading_siblings(outline: Outline, drafts: list[Draft]) -> list[Draft]:
    """Return entries for headings beside `drafts`, at the level most of those have."""
    blocks = outline.document.blocks
    levels = Counter(blocks[draft.head].level for draft in drafts)
    taken = Spans(outline, drafts)
    found: list[Draft] = []
    for head in outline.heads:
        block = blocks[head]
        inside = taken.hold(head)
        if levels[block.level] and not inside and not is_heading_of_digest(block.text):
            found += _of_heading(outline, head)
    usual = Counter(blocks[draft.head].level for draft in found)
    return [d for d in found if usual[level := blocks[d.head].level] <= levels[level]]


def _of_heading(outline: Outline, head: int) -> list[Draft]:
    blocks = outline.document.blocks
    link = _link(blocks[head])
    title = split_title(blocks[head].runs, link).title
    if not is_title(title):
        return []
    if link is not None:
        return [Draft(key_of(blocks[head].runs[link].href), head, link)]
    below = blocks[head + 1 : outline.direct_end(head)]
    labels = [label for block in below if (label := leading_label(block.text)[0])]
    if any(label.role in _OF_PAPERS for label in labels):
        return [Draft(_address(below), head)]
    return []


def item_siblings(outline: Outline, drafts: list[Draft]) -> list[Draft]:
    """Return entries for list items beside `drafts`, where those are half the list."""
    boxes = outline.document.boxes
    taken = {item for draft in drafts if (item := outline.item_of(draft.head)) >= 0}
    lists = Counter(boxes[item].parent for item in taken)
    found: dict[int, list[Draft]] = {}
    for item, box in enumerate(boxes):
        if box.tag == "li" and box.parent in lists and item not in taken:
            found.setdefault(box.parent, []).extend(_of_item(outline, box.first))
    return [
        draft
        for parent, group in found.items()
        if len(group) <= lists[parent]
        for draft in group
    ]


def headings_again(outline: Outline, drafts: list[Draft]) -> list[Draft]:
    """Return entries for headings that only repeat a title of a table or list above.

    Such a section says more about a paper that an index has linked.

    Args:
        outline: The document.
        drafts: Its entries in rows and list items, in order.
    """
    blocks = outline.document.blocks
    if not drafts or not outline.heads or outline.heads[-1] < drafts[0].head:
        return []
    texts = [plain(without_names(blocks[draft.head].runs)) for draft in drafts]
    keys = dict(zip(title_keys(texts), drafts, strict=True))
    found: list[Draft] = []
    for head in outline.heads:
        title = paper_title_of(blocks[head])
        above = keys.get(title_key(title)) if title else None
        if above and above.head < head:
            found.append(Draft(above.key, head, repeats=True))
    return found


def _of_item(outline: Outline, first: int) -> list[Draft]:
    blocks = outline.document.blocks
    if first >= len(blocks) or blocks[first].kind != Kind.TEXT:
        return []
    block = blocks[first]
    link = _link(block)
    if link is None or any(block.text[:1] == mark for mark in "#@"):
        return []
    title = split_title(block.runs, link).title
    key = key_of(block.runs[link].href)
    return [Draft(key, first, link)] if is_title(title) else []


def _link(block: Block) -> int | None:
    """Return the run that links to another site: by a title, else by any text."""
    linked = [index for index, run in enumerate(block.runs) if _leads_away(run)]
    titled = [
        index for index in linked if not names_link(block.runs[index].text.strip())
    ]
    return next(iter(titled or linked), None)


def _address(blocks: list[Block]) -> str:
    """Return the paper that the links below a heading name, else the first address."""
    found = [run.href for block in blocks for run in block.runs if _leads_away(run)]
    ids = filter(None, map(id_of_address, found))
    return next(ids, found[0] if found else "")


def _leads_away(run: Run) -> bool:
    return is_web(run.href) and not run.style & IMAGE
