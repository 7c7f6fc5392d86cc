"""Sidecar records: papers as JSON, one object a line or one document.

What scripts that make digests leave beside them, and what the arXiv API and its
wrappers return: objects with a title and authors, abstract or a link under names that
vary.
"""

import re
from collections.abc import Iterator

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry, Paragraph, Problem
from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.dates import date_of_path, find_date
from tuireader.formats.links import cited_ids
from tuireader.formats.people import split_authors
from tuireader.formats.sidecar_records import DATES, TITLES, Found, records
from tuireader.formats.sidecar_values import (
    Record,
    are_texts,
    first,
    take,
    texts_of,
    told,
)
from tuireader.text.language import language_of
from tuireader.text.safe import sanitise

_AUTHORS = (
    "authors", "author", "author_list", "authors_list", "author_names", "authornames",
    "authorships", "creators",
    "作者", "저자", "著者",
)  # fmt: skip
_ABSTRACTS = (
    "abstract", "abstract_en", "original_abstract", "paper_abstract", "abstracttext",
    "abstract_text", "paperabstract",
    "摘要", "초록", "要旨",
)  # fmt: skip
# The arXiv API's name for the abstract; where there is an abstract too, commentary.
_SUMMARIES = ("summary",)
_LINKS = (
    "arxiv_id", "arxivid", "arxiv", "paper_id", "id", "entry_id", "url", "link", "abs",
    "abs_url", "arxiv_url", "arxiv_link", "paper_url", "paper_link", "pdf", "pdf_url",
    "pdf_link", "pdfurl", "paperurl", "arxivurl", "doi", "links", "链接", "링크",
)  # fmt: skip
_PUBLISHED = (
    "published", "published_at", "publishedat", "publish_date", "published_date",
    "publisheddate", "publication_date", "publicationdate", "submitted", "announced",
    "updated", "update_date",
)  # fmt: skip
_TAGS = (
    "tags", "keywords", "categories", "category", "primary_category", "subjects",
    "topics", "labels", "ai_keywords", "标签", "关键词", "태그",
)  # fmt: skip
_COMMENTARY = ("commentary", "comment", "note", "notes", "review")
_SECTIONS = ("section", "group", "topic")
_TITLED = re.compile(
    r'"(?:paper_?)?(?:title|title_en|标题|제목|タイトル)"\s{0,9}:|"\|\**[0-9-]{10}\**\|',
    re.IGNORECASE,
)
_OTHER = re.compile(
    r'"(?:author\w{0,9}|abstract|summary|arxiv_?id|entry_id|pdf_url|url|link|doi|作者'
    r'|摘要|저자|초록)"'
    r"\s{0,9}:|arxiv\.org/",
    re.IGNORECASE,
)
_LIST_ENDS = re.compile("[,，、;；]")
_LOOK = 16_384
_LONGEST_TAG = 80


class SidecarRecords:
    """Papers as JSON lines or as a JSON document."""

    name = "json"

    def recognise(self, source: Source) -> Recognition:
        """Look for objects with a title and another field of a paper."""
        if source.text[:99].lstrip()[:1] not in ("{", "["):
            return Recognition(0, "")
        head = source.text[:_LOOK]
        if not _TITLED.search(head) or not _OTHER.search(head):
            return Recognition(0, "")
        return Recognition(92, "JSON objects with the fields of papers")

    def read(self, source: Source) -> Reading:
        """Read every record that has a title; others are named in problems."""
        problems: list[Problem] = []
        day = date_of_path(source.path)
        entries = [_entry(found, day) for found in records(source, problems)]
        if not entries and not problems:
            problems.append(Problem(0, "no record with a title", "nothing was read"))
        return Reading(tuple(entries), tuple(problems))


def _entry(found: Found, day: str | None) -> Entry:
    rest = dict(found.record)
    title = " ".join(take(rest, TITLES).split())
    abstract = take(rest, _ABSTRACTS) or take(rest, _SUMMARIES)
    url, arxiv_id = _own(rest, found.key)
    date = found.date or _date(rest) or day
    authors, tags = _authors(rest), _all_tags(rest)
    section = take(rest, _SECTIONS) or found.section
    commentary = tuple(_commentary(rest))
    return Entry(
        title=title,
        authors=authors,
        date=date or find_date(first(rest, _PUBLISHED)),
        abstract=_unwrapped(abstract),
        commentary=commentary,
        tags=tags,
        url=url,
        arxiv_id=arxiv_id,
        references=cited_ids([paragraph.text for paragraph in commentary], arxiv_id),
        section=section,
        line=found.line,
    )


def _date(record: Record) -> str | None:
    """Take the day of the digest; what tells none stays for the commentary."""
    if day := find_date(first(record, DATES)):
        take(record, DATES)
    return day


def _own(record: Record, key: str) -> tuple[str | None, str | None]:
    """Take the paper's own link: an arXiv id or address, else any address."""
    names = [name for name in _LINKS if name in record]
    texts = [text for name in names for text in texts_of(record[name])]
    if isinstance(others := record.get("externalids"), dict):
        texts += texts_of(_lower(others).get("arxiv"))
    texts += [key] if key else []
    for text in texts:
        if parsed := ArxivId.parse(text):
            _drop_links(record, parsed.base)
            return parsed.abs_url, parsed.base
    web = [text for text in texts if text.startswith(("http://", "https://"))]
    address = next((text for text in web if " " not in text), None)
    _drop_links(record, address or "")
    return address, None


def _lower(record: Record) -> Record:
    return {name.casefold(): value for name, value in record.items()}


def _drop_links(record: Record, own: str) -> None:
    """Take the fields that only lead to the paper out of `record`."""
    for name in [name for name in _LINKS if name in record]:
        texts = texts_of(record[name])
        whole = are_texts(record.get(name))
        if whole and texts and own and all(own in text for text in texts):
            del record[name]


def _authors(record: Record) -> tuple[str, ...]:
    for name in [name for name in _AUTHORS if name in record]:
        value = record[name]
        if are_texts(value) and (names := texts_of(value)):
            del record[name]
            return split_authors(names[0]) if isinstance(value, str) else tuple(names)
    return ()


def _all_tags(record: Record) -> tuple[str, ...]:
    names = [name for name in _TAGS if name in record]
    return tuple(dict.fromkeys([tag for name in names for tag in _tags(record, name)]))


def _tags(record: Record, name: str) -> list[str]:
    value = record.get(name)
    texts = texts_of(value) if are_texts(value) else []
    if isinstance(value, str) and texts:
        texts = (
            _LIST_ENDS.split(texts[0]) if _LIST_ENDS.search(value) else value.split()
        )
    tags = [tag for text in texts if (tag := sanitise(text).strip(" #\t\n"))]
    if any(len(tag) > _LONGEST_TAG for tag in tags):
        return []  # no tags but text, which becomes commentary
    if tags:
        del record[name]
    return tags


def _commentary(record: Record, above: str = "") -> Iterator[Paragraph]:
    """Yield all that is left: the curator's words, scores, further addresses."""
    for key, value in record.items():
        name = f"{above}{sanitise(key)}"
        if isinstance(value, dict) and not above:
            yield from _commentary(value, f"{name}.")
        elif text := told(value):
            whole = text if key in _COMMENTARY else f"**{name}**: {text}"
            yield Paragraph(whole, language_of(text))


def _unwrapped(text: str) -> str:
    """Join the lines that the arXiv API breaks abstracts into."""
    paragraphs = re.split(r"\n[ \t]{0,20}\n", text)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).strip()
