"""Reads a Markdown or HTML digest: the way from its text to its entries."""

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry, Problem
from tuireader.formats.base import Reading, Source
from tuireader.formats.front_matter import FrontMatter, read_front_matter
from tuireader.formats.links import cited_ids
from tuireader.formats.markdown.anchors import paper_title_of
from tuireader.formats.markdown.assemble import Assembler
from tuireader.formats.markdown.blocks import Document
from tuireader.formats.markdown.coverage import keep_cut_cells, unread
from tuireader.formats.markdown.dating import Places, day_in
from tuireader.formats.markdown.extents import set_extents
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.finder import line_drafts
from tuireader.formats.markdown.merging import Found, merged
from tuireader.formats.markdown.outline import Draft, Outline, Spans
from tuireader.formats.markdown.quick import affordable, read_rest
from tuireader.formats.markdown.rows import row_drafts
from tuireader.formats.markdown.sections import heading_drafts
from tuireader.formats.markdown.siblings import (
    heading_siblings,
    headings_again,
    item_siblings,
)
from tuireader.formats.markdown.tree import parse_html, parse_markdown
from tuireader.formats.path_dates import date_of_path


def read_markdown(source: Source) -> Reading:
    """Read the entries of a Markdown digest."""
    front = read_front_matter(source.lines)
    start = sum(map(len, source.lines[: front.end])) + front.end
    text = source.text[start:] if start else source.text
    end = affordable(text)
    document = parse_markdown(text[:end], front.end + 1)
    keep_cut_cells(document, source.lines)
    reading = _read(source, document, front)
    return reading if end == len(text) else _and_rest(source, start + end, reading)


def read_html(source: Source) -> Reading:
    """Read the entries of a saved HTML page."""
    end = affordable(source.text)
    reading = _read(source, parse_html(source.text[:end]), FrontMatter())
    return reading if end == len(source.text) else _and_rest(source, end, reading)


def _and_rest(source: Source, start: int, reading: Reading) -> Reading:
    """Add what is too much to be read in full."""
    line = source.text.count("\n", 0, start) + 1
    rest = read_rest(source.text, start, line, date_of_path(source.path))
    return Reading(reading.entries + rest.entries, reading.problems + rest.problems)


def _read(source: Source, document: Document, front: FrontMatter) -> Reading:
    outline = Outline(document)
    drafts = find_drafts(outline, front)
    set_extents(outline, drafts)
    places = Places(outline, drafts, source.path)
    found: list[Found] = []
    for draft in drafts:
        place = places.at(draft)
        places.skip(draft.last)
        found.append(Found(Assembler(outline, draft).read(), draft, place))
    problems = list(front.problems)
    if len(found) == 1:
        _add_front(found[0].fields, front)
    elif about := " · ".join(filter(None, _told(front))):
        problems.append(
            Problem(1, f"front matter about the digest: {about}", "left out")
        )
    named = date_of_path(source.path) or _day_of_parts(source.path)
    page = front.date or named or day_in(front.title) or day_in(document.title)
    last = None if page else document.day or places.updated or places.opening
    entries = tuple(
        _entry(
            entry, _last_resort(entry, page, alone=len(found) == 1) or last, document
        )
        for entry in merged(found)
    )
    left = unread(outline, drafts, places.used, source.lines)
    return Reading(entries, (*problems, *left))


def _day_of_parts(path: str) -> str | None:
    days = map(day_in, reversed(path.split("/")))
    return next(filter(None, days), None)


def find_drafts(outline: Outline, front: FrontMatter) -> list[Draft]:
    """Return the entries of a document in order, without their extents."""
    if own := ArxivId.parse(front.url) if front.url else None:
        head = next(
            (h for h in outline.heads if paper_title_of(outline.document.blocks[h])), -1
        )
        if outline.document.blocks:
            return [Draft(own.base, max(head, 0), titled=head >= 0)]
    sections = heading_drafts(outline)
    sections += heading_siblings(outline, sections)
    sections.sort(key=_head)
    spans = Spans(outline, sections)
    rows = row_drafts(outline, spans)
    lines = line_drafts(outline, spans)
    lines += item_siblings(outline, lines)
    listed = sorted([*rows, *lines], key=_head)
    again = [d for d in headings_again(outline, listed) if not spans.hold(d.head)]
    return sorted([*sections, *listed, *again], key=_head)


def _head(draft: Draft) -> int:
    return draft.head


def _last_resort(found: Found, page: str | None, *, alone: bool) -> str | None:
    """Return the day where neither headings nor a field tell it.

    A digest's own day goes before the days its papers were published on; a page about
    one paper is as old as that.
    """
    published = found.fields.days.published
    return (published or page) if alone else (page or published)


def _told(front: FrontMatter) -> tuple[str, ...]:
    """Return what front matter says beside the day of its digest."""
    names = (*front.aliases, *front.authors, front.url)
    return (front.title, *front.tags, front.abstract, *names)


def _add_front(fields: Fields, front: FrontMatter) -> None:
    """Add the front matter of a page about one paper."""
    if front.title not in (fields.title or front.title):
        fields.note(front.title)
    fields.title = fields.title or front.title
    others = [name for name in front.authors if name not in fields.authors]
    if fields.authors and others:
        fields.note(", ".join(others))
    fields.authors = fields.authors or front.authors
    fields.tags |= dict.fromkeys(front.tags)
    if front.abstract:
        fields.texts.add_abstract(front.abstract)


def _entry(found: Found, page: str | None, document: Document) -> Entry:
    fields, draft = found.fields, found.draft
    date = found.day or fields.days.in_year((page or "")[:4]) or page
    for note in fields.days.others(date):
        fields.note(note)
    abstract, commentary = fields.texts.split()
    arxiv_id = None if "://" in draft.key else draft.key or None
    return Entry(
        title=fields.title or (f"arXiv:{arxiv_id}" if arxiv_id else draft.key),
        authors=fields.authors,
        date=date,
        abstract=abstract,
        commentary=commentary,
        tags=tuple(fields.tags),
        url=ArxivId(arxiv_id).abs_url if arxiv_id else draft.key or None,
        arxiv_id=arxiv_id,
        references=cited_ids([p.text for p in commentary], arxiv_id),
        section=found.place.section,
        line=document.blocks[draft.head].line,
    )
