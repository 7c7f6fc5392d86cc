"""Finds the objects about papers in JSON, whatever they are wrapped in."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import CUT, Problem
from tuireader.formats.base import FormatError, Source
from tuireader.formats.dates import find_date
from tuireader.formats.path_dates import date_of_path
from tuireader.formats.sidecar_json import Lines, decoded, pieces
from tuireader.formats.sidecar_names import DATES, KNOWN, TITLES, canonical
from tuireader.formats.sidecar_strings import records_of_strings
from tuireader.formats.sidecar_values import Record, first
from tuireader.text.safe import sanitise

_POSTED = (*DATES, "publishedat", "published_at")
_WRAPPING = frozenset(
    ("papers", "entries", "items", "data", "results", "articles", "list", "records")
)
_ABOUT = ("meta", "metadata", "info", "header")
# `|**2024-08-30**|**Title**|Ada Lovelace et.al.|[2408.16293](https://…)|null|`
_ROW = re.compile(
    r"\s*\|\s*\**(?P<date>[0-9-]{10})\**\s*\|\s*\**(?P<title>[^|]{1,500}?)\**\s*"
    r"\|(?P<authors>[^|]{0,500})\|\s*\[(?P<id>[^\]|]{1,40})\]\([^|]{1,500}\)(?P<rest>.*)",
    re.DOTALL,
)
_MOST_RECORDS = 25_000
_MOST_FIELDS = 1_000
_MOST_ITEMS = 20_000
_DEEPEST = 6
_BELOW_DAYS = "papers"
"""What a list of strings below a day is of."""
_LONGEST_KEY = 40
_LONGEST_EXCERPT = 2_000
# What a record about a paper has beside a title; a digest's own title has none.
_OF_PAPERS = (
    "authors", "author", "abstract", "summary", "arxiv_id", "id", "pdf_url", "link",
    "url",
)  # fmt: skip


class Found(NamedTuple):
    """A record about a paper, and what was said further up."""

    record: Record
    line: int = 0
    section: str = ""
    date: str | None = None
    key: str = ""
    """What names the record, if that is an arXiv id."""
    named: str = ""
    """The key that it stands under."""


def records(source: Source, problems: list[Problem]) -> Iterator[Found]:
    """Yield the objects about papers of a document, or of each of its lines.

    Args:
        source: JSON or JSON lines.
        problems: Takes what is named for lines that are neither.

    Raises:
        FormatError: If nothing in it is JSON.
    """
    for count, found in enumerate(_all_records(source, problems)):
        if count == _MOST_RECORDS:
            what = f"more than {_MOST_RECORDS:,} papers"
            problems.append(Problem(found.line, what, CUT))
            return
        yield _bounded(found, problems)


def _bounded(found: Found, problems: list[Problem]) -> Found:
    """Return a record without fields, and items of fields, that are too many."""
    record = found.record
    if len(record) <= _MOST_FIELDS and not any(map(_is_long, record.values())):
        return found
    what = f"more than {_MOST_FIELDS:,} fields, or {_MOST_ITEMS:,} items of one"
    problems.append(Problem(found.line, what, "the rest was left out"))
    kept = islice(record.items(), _MOST_FIELDS)
    return found._replace(
        record={
            name: value[:_MOST_ITEMS] if isinstance(value, list) else value
            for name, value in kept
        }
    )


def _is_long(value: object) -> bool:
    return isinstance(value, list) and len(value) > _MOST_ITEMS


def _all_records(source: Source, problems: list[Problem]) -> Iterator[Found]:
    try:
        document = decoded(source.text)
    except ValueError:
        yield from _of_pieces(source.text, problems)
        return
    lines = Lines(source.text)
    named = _BELOW_DAYS if date_of_path(source.path) else ""
    for found in _papers(document, Found({}, named=named), _DEEPEST):
        yield found._replace(line=lines.of(first(found.record, TITLES)))


def _of_pieces(text: str, problems: list[Problem]) -> Iterator[Found]:
    """Yield the papers of JSON lines, and of what is left of a broken document."""
    good = False
    for piece in pieces(text):
        if piece.error:
            done = f"line {piece.line} left out ({piece.error})"
            excerpt = piece.text.strip()[:_LONGEST_EXCERPT]
            problems.append(Problem(piece.line, f"no JSON: {excerpt}", done))
            continue
        good = True
        papers = list(_papers(piece.value, Found({}, piece.line), _DEEPEST))
        if not papers:
            excerpt = piece.text.strip()[:_LONGEST_EXCERPT]
            done = f"line {piece.line} left out"
            problems.append(Problem(piece.line, f"no title: {excerpt}", done))
        yield from papers
    if not good:
        raise FormatError(Problem(1, "nothing of it is JSON", "tried the next shape"))


def _papers(value: object, above: Found, depth: int) -> Iterator[Found]:
    """Yield the objects with a title in `value`; keys above are sections or days."""
    if isinstance(value, list) and depth:
        for record in records_of_strings(value, above.named):
            yield above._replace(record=record)
        for item in value:
            yield from _papers(item, above, depth - 1)
    elif isinstance(value, str) and (row := _ROW.fullmatch(value)):
        yield above._replace(record=dict(row.groupdict()), date=None)
    elif isinstance(value, dict):
        yield from _of_object(value, above, depth)


def _of_object(
    value: dict[object, object], above: Found, depth: int
) -> Iterator[Found]:
    record = _record(value)
    if columns := _columns(record):
        for row in columns:
            yield above._replace(record=row)
    elif first(record, TITLES) and not _wraps(record):
        yield above._replace(record=record)
    elif depth:
        day = _day_of(record) or above.date
        for key, item in value.items():
            yield from _papers(item, _below(above, str(key), day), depth - 1)


def _day_of(record: Record) -> str | None:
    """Return the day that a digest tells beside its papers."""
    for about in (record, *(record.get(name) for name in _ABOUT)):
        if isinstance(about, dict) and (day := find_date(first(_record(about), DATES))):
            return day
    return None


def _columns(record: Record) -> list[Record]:
    """Return the rows of an object that has a list for each field."""
    titles = next((record[name] for name in TITLES if name in record), None)
    if not isinstance(titles, list) or len(titles) < 2:  # noqa: PLR2004  one is a title
        return []
    columns = [
        (name, column)
        for name, column in record.items()
        if isinstance(column, list) and len(column) == len(titles)
    ]
    if len(columns) != len(record):
        return []
    return [{name: column[at] for name, column in columns} for at in range(len(titles))]


def _record(value: dict[object, object]) -> Record:
    """Return an object with keys in lower case; what wraps a paper joins it."""
    record = _with_usual_names(value)
    nested = record.get("paper")
    if isinstance(nested, dict):
        del record["paper"]
        posted = {name: record[name] for name in _POSTED if name in record}
        record |= _with_usual_names(nested) | posted
    return record


def _with_usual_names(value: dict[object, object]) -> Record:
    """Return an object with keys in lower case, unusual ones by their usual names."""
    record = {str(key).casefold(): item for key, item in value.items()}
    for key in list(map(str, value))[:_MOST_FIELDS]:
        name = key.casefold()
        if name in KNOWN or len(key) > _LONGEST_KEY:
            continue
        usual = canonical(key)
        if usual and usual not in record and name in record:
            record[usual] = record.pop(name)
    return record


def _wraps(record: Record) -> bool:
    """Say whether a record is a digest with a title that lists papers."""
    if any(name in record for name in _OF_PAPERS):
        return False
    lists = [item for item in record.values() if isinstance(item, list)]
    return any(
        isinstance(item, dict) and first(_record(item), TITLES)
        for items in lists
        for item in items[:1]
    )


def _below(above: Found, key: str, day: str | None) -> Found:
    """Return what holds below `key`, which may be a day, a section or mere wrapping."""
    key = sanitise(key)
    if found := find_date(key):
        return above._replace(date=found, named=_BELOW_DAYS)
    if ArxivId.parse(key):
        return above._replace(date=day, key=key)
    section = above.section if key.casefold() in _WRAPPING else key
    return above._replace(section=section, date=day, named=key)
