"""Reads the lines of a plain digest into entries."""

from collections.abc import Sequence

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Problem
from tuireader.formats.abstracts import is_abstract, labelled_abstract
from tuireader.formats.author_lists import split_authors
from tuireader.formats.base import Reading, Source
from tuireader.formats.dates import date_of_path
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import leading_tags, tags_of_line
from tuireader.formats.links import link_of_line, titled_link, wikilinks_in
from tuireader.formats.paragraphs import paragraphs_of
from tuireader.formats.plain_lines import (
    Kind,
    Line,
    author_text,
    is_arxiv_address,
    mark_of,
    read_lines,
)
from tuireader.formats.plain_segments import Segment, segments_of
from tuireader.formats.titles import read_title, titled_address

_LONGEST_QUOTE = 1000


def read_plain(source: Source) -> Reading:
    """Return the entries of a plain digest and what was odd about it."""
    path_date = date_of_path(source.path)
    year = int(path_date[:4]) if path_date else None
    lines = read_lines(source.lines, year)
    problems = _lone_signs(lines)
    drafts: list[Draft] = []
    seen: set[str] = set()
    for segment in segments_of(lines):
        problems += _repeated_dates(segment, seen)
        if segment.title_lines:
            drafts.append(_read_entry(segment, segment.date or path_date))
        else:
            problems.append(_above(segment))
    if drafts and not any(draft.date for draft in drafts):
        problems.append(Problem(0, "no date in lines or path", "papers are undated"))
    return Reading(tuple(draft.entry() for draft in drafts), tuple(problems))


def _lone_signs(lines: Sequence[Line]) -> list[Problem]:
    problems = []
    for line in lines:
        if line.kind is Kind.TAGS and (signs := leading_tags(line.text)[1]):
            what = f"no word in the hashtag {signs[:_LONGEST_QUOTE]}"
            problems.append(Problem(line.at + 1, what, "left out of the tags"))
    return problems


def _repeated_dates(segment: Segment, seen: set[str]) -> list[Problem]:
    problems = []
    for line in segment.dates:
        if line.date in seen:
            what = f"the date {line.date} stands here again"
            problems.append(Problem(line.at + 1, what, "papers keep it"))
        seen.add(line.date or "")
    return problems


def _above(segment: Segment) -> Problem:
    text = " ".join(line.text for line in segment.lines)[:_LONGEST_QUOTE]
    what = f"text above the first paper: {text}"
    return Problem(segment.lines[0].at + 1, what, "left out of the papers")


def _read_entry(segment: Segment, date: str | None) -> Draft:
    lines = segment.lines
    draft = Draft(lines[0].at + 1, date, segment.section)
    _read_title(draft, lines[: segment.title_lines])
    body = _read_head(draft, lines[segment.title_lines :])
    paragraphs = _paragraphs(draft, body)
    if paragraphs:
        if text := labelled_abstract(paragraphs[0]):
            draft.abstract = text
            del paragraphs[0]
        elif is_abstract(paragraphs[0], paragraphs[1:]):
            draft.abstract = paragraphs.pop(0)
    if paragraphs and draft.abstract and _is_own_below(draft, paragraphs[0]):
        del paragraphs[0]
    for text in paragraphs:
        draft.add(text)
    return draft


def _read_title(draft: Draft, lines: Sequence[Line]) -> None:
    text = " ".join(line.text for line in lines)
    text = text[len(mark_of(text)) :]
    if (linked := titled_link(text))[1] or (linked := titled_address(text) or ("", ""))[
        1
    ]:
        text = linked[0]
        draft.own(linked[1])
    elif (found := read_title([text], 0)) and (found.authors or text[0] in "*_"):
        text, draft.authors = found.title, found.authors
        if found.url:
            draft.own(found.url)
    draft.title = " ".join(text.split())


def _read_head(draft: Draft, lines: Sequence[Line]) -> Sequence[Line]:
    """Take authors and own link from below the title; return the lines behind."""
    for index, line in enumerate(lines):
        if line.kind is Kind.AUTHORS and not draft.authors:
            draft.authors = split_authors(author_text(line.text))
        elif line.kind is Kind.TEXT and _is_own(draft, line.text):
            pass
        elif line.kind is Kind.TAGS:
            draft.add_tags(tags_of_line(line.text))
        else:
            return lines[index:]
    return ()


def _is_own(draft: Draft, text: str) -> bool:
    """Take an address below the title; below the authors it is a project page."""
    if text[0] == "[" and not text.startswith("[http"):
        return False
    url, rest = link_of_line(text)
    if not url or rest or (draft.authors and not ArxivId.parse(url)):
        return False
    return draft.own(url)


def _is_own_below(draft: Draft, text: str) -> bool:
    """Take an arXiv address between abstract and commentary, if none stood above."""
    if draft.url is not None or not is_arxiv_address(text):
        return False
    return draft.own(link_of_line(text)[0])


def _paragraphs(draft: Draft, lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs of abstract and commentary; tags go to `draft`."""
    found: list[str] = []
    block: list[str] = []
    for line in lines:
        prose = line.kind is Kind.TEXT or line.kind is Kind.AUTHORS
        if block and (line.blanks or not prose):
            found += paragraphs_of(block)
            block = []
        if line.kind is Kind.TAGS:
            draft.add_tags(tags_of_line(line.text))
        elif line.kind is Kind.CODE:
            found.append(line.text)
        elif line.kind is not Kind.RULE:
            if "[[" in line.text:
                draft.wikilinks += wikilinks_in(line.text)[0]
            block.append(line.text)
    return found + (paragraphs_of(block) if block else [])
