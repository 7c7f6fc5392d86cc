"""Finds the objects about papers in JSON, whatever they are wrapped in."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tuireader.domain.entry import Problem
from tuireader.formats.base import FormatError, Source
from tuireader.formats.dates import find_date
from tuireader.text.safe import sanitise

TITLES = ("title", "paper_title", "name", "title_en", "标题", "제목", "タイトル")
DATES = ("date", "digest_date", "day", "日期", "날짜", "日付")
_WRAPPING = frozenset(
    ("papers", "entries", "items", "data", "results", "articles", "list", "records")
)
_NAMES = ("name", "fullname", "term", "href", "url")
_DEEPEST = 6
_LONGEST_EXCERPT = 2_000
_LONGEST_VALUE = 1_000_000
# What a record about a paper has beside a title; a digest's own title has none.
_OF_PAPERS = (
    "authors", "author", "abstract", "summary", "arxiv_id", "id", "pdf_url", "link",
    "url",
)  # fmt: skip
_FURTHEST = 1_000_000

Record = dict[str, object]
"""An object, its keys in lower case."""


class Found(NamedTuple):
    """A record about a paper, and what was said further up."""

    record: Record
    line: int = 0
    section: str = ""
    date: str | None = None


def records(source: Source, problems: list[Problem]) -> Iterator[Found]:
    """Yield the objects about papers of a document, or of each of its lines.

    Args:
        source: JSON or JSON lines.
        problems: Takes what is named for lines that are neither.

    Raises:
        FormatError: If nothing in it is JSON.
    """
    try:
        document = _loads(source.text)
    except ValueError:
        yield from _of_lines(source, problems)
        return
    lines = _Lines(source.text)
    for found in _papers(document, Found({}), _DEEPEST):
        yield found._replace(line=lines.of(first(found.record, TITLES)))


def _of_lines(source: Source, problems: list[Problem]) -> Iterator[Found]:
    good = False
    for number, line in enumerate(source.lines, 1):
        if not line.strip():
            continue
        excerpt = line.strip()[:_LONGEST_EXCERPT]
        try:
            value = _loads(line)
        except ValueError as error:
            done = f"line {number} left out ({error})"
            problems.append(Problem(number, f"no JSON: {excerpt}", done))
            continue
        good = True
        found = list(_papers(value, Found({}, number), _DEEPEST))
        if not found:
            done = f"line {number} left out"
            problems.append(Problem(number, f"no title: {excerpt}", done))
        yield from found
    if not good:
        raise FormatError(
            Problem(1, "not a line of it is JSON", "tried the next shape")
        )


def _loads(text: str) -> object:
    """Parse JSON; what nests too deeply is as bad as what is none."""
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def _papers(value: object, above: Found, depth: int) -> Iterator[Found]:
    """Yield the objects with a title in `value`; keys above are sections or days."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _papers(item, above, depth - 1)
    elif isinstance(value, dict):
        record = _record(value)
        if first(record, TITLES) and not _wraps(record):
            yield above._replace(record=record)
        elif depth:
            day = find_date(first(record, DATES)) or above.date
            for key, item in value.items():
                yield from _papers(item, _below(above, str(key), day), depth - 1)


def _record(value: dict[object, object]) -> Record:
    """Return an object with keys in lower case; what wraps a paper joins it."""
    record = {str(key).casefold(): item for key, item in value.items()}
    nested = record.get("paper")
    if isinstance(nested, dict):
        del record["paper"]
        record |= {str(key).casefold(): item for key, item in nested.items()}
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
        return above._replace(date=found)
    section = above.section if key.casefold() in _WRAPPING else key
    return above._replace(section=section, date=day)


def text_of(value: object) -> str:
    """Return a scalar as safe text: JSON escapes can spell what no file may hold."""
    if isinstance(value, str):
        return sanitise(value[:_LONGEST_VALUE]).strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def texts_of(value: object) -> list[str]:
    """Return the scalars of a value: itself, of its items, of their names or terms."""
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    if isinstance(value, dict):
        return [text for name in _NAMES if (text := text_of(value.get(name)))][:1]
    return [text] if (text := text_of(value)) else []


def are_texts(value: object) -> bool:
    """Say whether `texts_of` leaves nothing of a value out but remarks on names."""
    if isinstance(value, list):
        return all(map(are_texts, value))
    return not isinstance(value, dict) or bool(texts_of(value))


def first(record: Record, names: Iterable[str]) -> str:
    """Return the first of the fields `names` that says something."""
    return next((text for name in names if (text := text_of(record.get(name)))), "")


def take(record: Record, names: Iterable[str]) -> str:
    """Take the first of the fields `names` that says something out of `record`."""
    for name in names:
        if text := text_of(record.get(name)):
            del record[name]
            return text
    return ""


def told(value: object) -> str:
    """Return all that a value says, as safe text on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    simple = isinstance(value, list) and not any(map(_is_more, value))
    if simple or not isinstance(value, list | dict):
        return ", ".join(texts_of(value))
    return sanitise(json.dumps(value, ensure_ascii=False)) if value else ""


def _is_more(value: object) -> bool:
    """Say whether a value is more than a scalar or an object with but a name."""
    if isinstance(value, dict):
        return not value.keys() <= set(_NAMES)
    return isinstance(value, list)


class _Lines:
    """Finds the lines of titles, which are asked for in the order of the document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def of(self, title: str) -> int:
        """Return the line that `title` stands on, or the last one found."""
        for spelled in (json.dumps(title, ensure_ascii=False), json.dumps(title)):
            place = self._text.find(spelled, self._at, self._at + _FURTHEST)
            if place >= 0:
                self._line += self._text.count("\n", self._at, place)
                self._at = place
                break
        return self._line
