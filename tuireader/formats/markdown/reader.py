"""Reads a Markdown or HTML digest: the way from its text to its entries."""

from collections.abc import Iterator

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry, Problem
from tuireader.formats.base import Reading, Source
from tuireader.formats.dates import date_of_path
from tuireader.formats.front_matter import FrontMatter, read_front_matter
from tuireader.formats.links import cited_ids
from tuireader.formats.markdown.assemble import Assembler
from tuireader.formats.markdown.blocks import Document, Kind
from tuireader.formats.markdown.coverage import keep_cut_cells, unread
from tuireader.formats.markdown.dating import Place, Places, day_in
from tuireader.formats.markdown.extents import set_extents
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.outline import (
    Draft,
    Outline,
    heading_drafts,
    line_drafts,
)
from tuireader.formats.markdown.rows import row_drafts
from tuireader.formats.markdown.siblings import heading_siblings, item_siblings
from tuireader.formats.markdown.tree import parse_html, parse_markdown


def read_markdown(source: Source) -> Reading:
    """Read the entries of a Markdown digest."""
    front = read_front_matter(source.lines)
    text = "\n".join(source.lines[front.end :]) if front.end else source.text
    document = parse_markdown(text, front.end + 1)
    keep_cut_cells(document, source.lines)
    return _read(source, document, front)


def read_html(source: Source) -> Reading:
    """Read the entries of a saved HTML page."""
    return _read(source, parse_html(source.text), FrontMatter())


def _read(source: Source, document: Document, front: FrontMatter) -> Reading:
    outline = Outline(document)
    drafts = find_drafts(outline)
    set_extents(outline, drafts)
    places = Places(document, drafts, source.path)
    read: list[tuple[Fields, Draft, Place]] = []
    for draft in drafts:
        place = places.at(draft.first)
        places.skip(draft.last)
        read.append((Assembler(outline, draft).read(), draft, place))
    named = date_of_path(source.path) or day_in(source.name)
    page = front.date or named or day_in(document.title) or places.updated
    entries = [_entry(fields, draft, place, page, document) for fields, draft, place in read]
    left = unread(outline, drafts, places.used, source.lines)
    return Reading(tuple(entries), (*front.problems, *left))


def find_drafts(outline: Outline) -> list[Draft]:
    """Return the entries of a document in order, without their extents."""
    sections = heading_drafts(outline)
    sections += heading_siblings(outline, sections)
    sections.sort(key=_head)
    spans = [(draft.head, outline.section_end(draft.head)) for draft in sections]
    rows = row_drafts(outline, spans)
    lines = line_drafts(outline, spans)
    lines += item_siblings(outline, lines)
    return sorted([*sections, *rows, *lines], key=_head)


def _head(draft: Draft) -> int:
    return draft.head


def _entry(
    fields: Fields, draft: Draft, place: Place, page: str | None, document: Document
) -> Entry:
    date = place.date or fields.date or page
    if fields.date_note and fields.date != date:
        fields.note(fields.date_note)
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
        section=place.section,
        line=document.blocks[draft.head].line,
    )
