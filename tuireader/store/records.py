"""Digests as records that JSON can hold, and back, with every field checked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NotRequired, TypedDict, TypeVar, cast

from tuireader.domain.catalogue import HAS_ABSTRACT, HAS_COMMENTARY, HAS_REFERENCES
from tuireader.domain.column import SEPARATOR
from tuireader.domain.entry import Digest, Entry, Problem
from tuireader.domain.paper import Body
from tuireader.text import sanitise
from tuireader.text.safe import REPLACEMENT

Value = TypeVar("Value")

_OPTIONAL_TEXTS = frozenset({"date", "url", "arxiv_id", "section"})
_OPTIONAL_LISTS = frozenset({"authors", "tags"})
_MOST, _MOST_BYTES, _LATEST = 2**32 - 1, 2**64 - 1, 2**63 - 1
"""What the catalogue's columns have room for."""


class RecordError(ValueError):
    """A stored record is not what this program wrote."""


class EntryRecord(TypedDict):
    """An entry without its long texts; what is empty is left out."""

    title: str
    line: int
    flags: int
    offset: int
    """Where its long texts begin in the file of bodies, in bytes."""
    length: int
    date: NotRequired[str]
    authors: NotRequired[str]
    """Joined by `SEPARATOR`: lists cost JSON most of its time."""
    tags: NotRequired[str]
    """Joined likewise."""
    url: NotRequired[str]
    arxiv_id: NotRequired[str]
    section: NotRequired[str]


class DigestRecord(TypedDict):
    """A digest and the fingerprint of the file that it was read from."""

    root: int
    path: str
    size: int
    mtime_ns: int
    hash: str
    format: str
    reason: str
    encoding: str
    entries: list[EntryRecord]
    problems: NotRequired[list[list[str | int]]]


def join(values: Iterable[str]) -> str:
    """Return `values` as one string."""
    return SEPARATOR.join(values)


def split(joined: str) -> tuple[str, ...]:
    """Return the values that `join` joined."""
    return tuple(joined.split(SEPARATOR)) if joined else ()


def entry_record(entry: Entry) -> EntryRecord:
    """Return the record of `entry`, its body not yet placed.

    The one way into the library, and so where it is made sure that each text is safe
    and stands on one line, whatever a format's own escapes have spelt.
    """
    if not _is_safe(entry):
        entry = _made_safe(entry)
    title, authors, date, abstract, said, tags, url, arxiv_id, cited, *_ = entry
    flags = (
        bool(abstract) * HAS_ABSTRACT
        + bool(said) * HAS_COMMENTARY
        + bool(cited) * HAS_REFERENCES
    )
    record: EntryRecord = {
        "title": title,
        "line": entry.line,
        "flags": flags,
        "offset": 0,
        "length": 0,
    }
    if date:
        record["date"] = date
    if authors:
        record["authors"] = SEPARATOR.join(authors)
    if tags:
        record["tags"] = SEPARATOR.join(tags)
    if url:
        record["url"] = url
    if arxiv_id:
        record["arxiv_id"] = arxiv_id
    if entry.section:
        record["section"] = entry.section
    return record


def _is_safe(entry: Entry) -> bool:
    """Tell, in one look, whether what a record takes of `entry` can stay as it is."""
    title, names, date, _, _, tags, url, arxiv_id, _, _, section, _ = entry
    lists = " ".join(names + tags)
    whole = f"{title} {lists} {date} {url} {arxiv_id} {section}"
    return "\n" not in whole and sanitise(whole) == whole


def _made_safe(entry: Entry) -> Entry:
    return entry._replace(
        title=_one_line(entry.title),
        authors=tuple(filter(None, map(_one_line, entry.authors))),
        tags=tuple(filter(None, map(_one_line, entry.tags))),
        date=_one_line(entry.date or "") or None,
        url=_one_line(entry.url or "") or None,
        arxiv_id=_one_line(entry.arxiv_id or "") or None,
        section=_one_line(entry.section),
    )


def _one_line(text: str) -> str:
    return " ".join(sanitise(text).split("\n"))


def check_record(value: object) -> DigestRecord:
    """Return `value` as a record of a digest if it is one.

    Raises:
        RecordError: A field is missing or of another kind; the message names it.
    """
    if not isinstance(value, Mapping):
        raise RecordError("a digest that is not an object")
    return {
        "root": _number(value, "root"),
        "path": _field(value, "path", str),
        "size": _number(value, "size", _MOST_BYTES),
        "mtime_ns": _number(value, "mtime_ns", _LATEST, -_LATEST),
        "hash": _field(value, "hash", str),
        "format": _safe(value, "format"),
        "reason": _safe(value, "reason"),
        "encoding": _safe(value, "encoding"),
        "entries": [_check_entry(item) for item in _field(value, "entries", list)],
        "problems": [
            _check_problem(item)
            for item in (_field(value, "problems", list) if "problems" in value else ())
        ],
    }


def _check_entry(value: object) -> EntryRecord:
    if not isinstance(value, Mapping):
        raise RecordError("an entry that is not an object")
    record: dict[str, object] = {
        "title": _safe(value, "title"),
        "line": _number(value, "line"),
        "flags": _number(value, "flags"),
        "offset": _number(value, "offset"),
        "length": _number(value, "length"),
    }
    for name in _OPTIONAL_TEXTS & value.keys():
        record[name] = _safe(value, name)
    for name in _OPTIONAL_LISTS & value.keys():
        record[name] = join(sanitise(item) for item in split(_field(value, name, str)))
    return cast("EntryRecord", record)


def _check_problem(value: object) -> list[str | int]:
    match value:
        case [int(line), str(what), str(done)]:
            return [line, sanitise(what), sanitise(done)]
        case _:
            raise RecordError("a problem that is none")


def _field(record: Mapping[str, object], name: str, kind: type[Value]) -> Value:
    value = record.get(name)
    if type(value) is not kind:
        raise RecordError(f"{name!r} is missing or of another kind")
    return value


def _number(
    record: Mapping[str, object], name: str, most: int = _MOST, least: int = 0
) -> int:
    """Return a number that has room in its column of the catalogue."""
    number = _field(record, name, int)
    if not least <= number <= most:
        raise RecordError(f"{name!r} is out of range")
    return number


def _safe(record: Mapping[str, object], name: str) -> str:
    return sanitise(_field(record, name, str))


def digest_of(record: DigestRecord, bodies: Sequence[Body]) -> Digest:
    """Return the digest that `record` and the bodies of its entries make up."""
    entries = zip(record["entries"], bodies, strict=True)
    return Digest(
        shown_path(record["path"]),
        record["format"],
        record["reason"],
        record["encoding"],
        tuple(_entry(entry, body) for entry, body in entries),
        problems_of(record),
    )


def shown_path(path: str) -> str:
    """Return the path of a file as one line that is safe to show."""
    if path.isascii() and path.isprintable():
        return path
    return sanitise(path).replace("\n", REPLACEMENT).replace("\t", REPLACEMENT)


def problems_of(record: DigestRecord) -> tuple[Problem, ...]:
    """Return what was odd about a digest."""
    found = record.get("problems", [])
    return tuple(Problem(int(line), str(what), str(done)) for line, what, done in found)


def _entry(record: EntryRecord, body: Body) -> Entry:
    return Entry(
        title=record["title"],
        authors=split(record.get("authors", "")),
        date=record.get("date"),
        abstract=body.abstract,
        commentary=body.commentary,
        tags=split(record.get("tags", "")),
        url=record.get("url"),
        arxiv_id=record.get("arxiv_id"),
        references=body.references,
        wikilinks=body.wikilinks,
        section=record.get("section", ""),
        line=record["line"],
    )
