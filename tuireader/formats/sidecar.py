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
from tuireader.formats.dates import find_date
from tuireader.formats.links import cited_ids
from tuireader.formats.path_dates import date_of_path
from tuireader.formats.people import split_authors
from tuireader.formats.sidecar_names import (
    ABSTRACTS,
    AUTHORS,
    COMMENTARY,
    DATES,
    DESCRIPTIONS,
    LINKS,
    PUBLISHED,
    SECTIONS,
    SUMMARIES,
    TAGS,
    TITLES,
)
from tuireader.formats.sidecar_records import Found, records
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

_TITLED = re.compile(
    r'"[^"\n]{0,16}(?:title|headline|标题|標題|题目|제목|논문명|タイトル|題名)\w{0,12}"'
    r'\s{0,9}:|"name"\s{0,9}:|"\|\**[0-9-]{10}\**\|',
    re.IGNORECASE,
)
_OTHER = re.compile(
    r'"[^"\n]{0,12}(?:authors?|byline|abstract|summary|arxiv_?id|entry_id|pdf_?url|url'
    r'|link|doi|作者|摘要|链接|저자|초록|링크|著者|要旨|リンク)\w{0,9}"\s{0,9}:|arxiv\.org/',
    re.IGNORECASE,
)
_STRINGS = re.compile(r'[\[{]\s{0,99}"[^"\n]{8,400}"\s{0,99}[,\]]|\[\s{0,99}"')
_NUMBER = re.compile(r"[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}")
_LIST_ENDS = re.compile("[,，、;；]")
_LOOK = 16_384
_LONGEST_TAG = 80
_PROSE = 120


class SidecarRecords:
    """Papers as JSON lines or as a JSON document."""

    name = "json"

    def recognise(self, source: Source) -> Recognition:
        """Look for objects with a title and another field of a paper."""
        if source.text[:99].lstrip()[:1] not in ("{", "["):
            return Recognition(0, "")
        head = source.text[:_LOOK]
        if _TITLED.search(head) and _OTHER.search(head):
            return Recognition(92, "JSON objects with the fields of papers")
        if _STRINGS.search(head) and (
            _NUMBER.search(head) or find_date(head) or date_of_path(source.path)
        ):
            return Recognition(60, "JSON lists of titles")
        return Recognition(0, "")

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
    abstract = _abstract(rest)
    url, arxiv_id = _own(rest, found.key)
    date = found.date or _date(rest) or day
    authors, tags = _authors(rest), _all_tags(rest)
    section = take(rest, SECTIONS) or found.section
    commentary = tuple(_commentary(rest))
    return Entry(
        title=title,
        authors=authors,
        date=date or find_date(first(rest, PUBLISHED)),
        abstract=_unwrapped(abstract),
        commentary=commentary,
        tags=tags,
        url=url,
        arxiv_id=arxiv_id,
        references=cited_ids([paragraph.text for paragraph in commentary], arxiv_id),
        section=section,
        line=found.line,
    )


def _abstract(record: Record) -> str:
    """Take the abstract: named so, else what else describes a paper at length."""
    if text := take(record, ABSTRACTS) or take(record, SUMMARIES):
        return text
    for name in DESCRIPTIONS:
        text = first(record, (name,))
        if len(text) >= _PROSE and language_of(text) == "en":
            return take(record, (name,))
    return ""


def _date(record: Record) -> str | None:
    """Take the day of the digest; what tells none stays for the commentary."""
    if day := find_date(first(record, DATES)):
        take(record, DATES)
    return day


def _own(record: Record, key: str) -> tuple[str | None, str | None]:
    """Take the paper's own link: an arXiv id or address, else any address."""
    names = [name for name in LINKS if name in record]
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
    for name in [name for name in LINKS if name in record]:
        texts = texts_of(record[name])
        whole = are_texts(record.get(name))
        if whole and texts and own and all(own in text for text in texts):
            del record[name]


def _authors(record: Record) -> tuple[str, ...]:
    for name in [name for name in AUTHORS if name in record]:
        value = record[name]
        if are_texts(value) and (names := texts_of(value)):
            del record[name]
            return split_authors(names[0]) if isinstance(value, str) else tuple(names)
    return ()


def _all_tags(record: Record) -> tuple[str, ...]:
    names = [name for name in TAGS if name in record]
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
            whole = text if key in COMMENTARY else f"**{name}**: {text}"
            yield Paragraph(whole, language_of(text))


def _unwrapped(text: str) -> str:
    """Join the lines that the arXiv API breaks abstracts into."""
    paragraphs = re.split(r"\n[ \t]{0,20}\n", text)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).strip()
