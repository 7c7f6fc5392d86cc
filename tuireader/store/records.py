"""Digests as records that JSON can hold, and back, with every field checked."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NotRequired, TypedDict, TypeGuard, TypeVar

from tuireader.domain.catalogue import HAS_ABSTRACT, HAS_COMMENTARY, HAS_REFERENCES
from tuireader.domain.column import SEPARATOR
from tuireader.domain.entry import Digest, Entry, Problem
from tuireader.domain.paper import Body
from tuireader.text import sanitise
from tuireader.text.safe import REPLACEMENT

Value = TypeVar("Value")

_PRINTABLE = bytes(range(ord(" "), ord("~") + 1))
_TEXTS = 6
"""Texts of an entry's record beside its title."""
_MOST, _MOST_BYTES, _LATEST = 2**32 - 1, 2**64 - 1, 2**63 - 1
"""What the catalogue's columns have room for."""


class RecordError(ValueError):
    """A stored record is not what this program wrote."""


EntryRecord = tuple[str, int, int, str, str, str, str, str, str]
"""An entry without its long texts; a text that it lacks is empty.

Title, line, flags, date, authors, tags, URL, arXiv id, section. Authors and tags are
joined by `SEPARATOR`, as lists cost JSON most of its time; a named tuple would cost
more than all of it.
"""
date_in = itemgetter(3)
"""Returns the date of an `EntryRecord`."""


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
    places: list[int]
    """Where the long texts of each entry begin in the file of bodies, and how many
    bytes they are; empty until they have their place."""
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
    (
        title, names, date, abstract, said, tags, url, arxiv_id, cited, _, section,
        line,
    ) = entry  # fmt: skip
    whole = f"{title}{section}{date}{url}{arxiv_id} {' '.join(tags)} {' '.join(names)}"
    if not _is_safe(whole):
        title, names, date, _, _, tags, url, arxiv_id, *_, section, _ = _made_safe(
            entry
        )
    return (
        title,
        line,
        (HAS_ABSTRACT if abstract else 0)
        | (HAS_COMMENTARY if said else 0)
        | (HAS_REFERENCES if cited else 0),
        date or "",
        SEPARATOR.join(names),
        SEPARATOR.join(tags),
        url or "",
        arxiv_id or "",
        section,
    )


def _is_safe(whole: str) -> bool:
    """Tell, in one look, whether all that a record takes of an entry can stay."""
    if whole.isascii():  # as nearly all are; bytes are looked through the fastest
        return not whole.encode().translate(None, _PRINTABLE)
    return whole.isprintable() and sanitise(whole) == whole


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
    entries = [_check_entry(item) for item in _field(value, "entries", list)]
    return {
        "root": _number(value, "root"),
        "path": _field(value, "path", str),
        "size": _number(value, "size", _MOST_BYTES),
        "mtime_ns": _number(value, "mtime_ns", _LATEST, -_LATEST),
        "hash": _field(value, "hash", str),
        "format": _safe(value, "format"),
        "reason": _safe(value, "reason"),
        "encoding": _safe(value, "encoding"),
        "entries": entries,
        "places": _check_places(_field(value, "places", list), len(entries)),
        "problems": [
            _check_problem(item)
            for item in (_field(value, "problems", list) if "problems" in value else ())
        ],
    }


def _check_entry(value: object) -> EntryRecord:
    match value:
        case [str(title), int(line), int(flags), *texts] if _are_texts(texts):
            date, authors, tags, url, arxiv_id, section = texts
            return (
                sanitise(title),
                _ranged(line, "line"),
                _ranged(flags, "flags"),
                sanitise(date),
                join(map(sanitise, split(authors))),
                join(map(sanitise, split(tags))),
                sanitise(url),
                sanitise(arxiv_id),
                sanitise(section),
            )
        case _:
            raise RecordError("an entry that is none")


def _are_texts(values: list[object]) -> TypeGuard[list[str]]:
    return len(values) == _TEXTS and all(type(value) is str for value in values)


def _check_places(values: Sequence[object], entries: int) -> list[int]:
    numbers = [value for value in values if type(value) is int]
    if not len(numbers) == len(values) == 2 * entries:
        raise RecordError("an entry without the place of its body")
    return [_ranged(number, "places") for number in numbers]


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
    return _ranged(_field(record, name, int), name, most, least)


def _ranged(number: int, name: str, most: int = _MOST, least: int = 0) -> int:
    """Return a number that has room in its column of the catalogue."""
    if type(number) is bool or not least <= number <= most:
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
    title, line, _flags, date, authors, tags, url, arxiv_id, section = record
    return Entry(
        title=title,
        authors=split(authors),
        date=date or None,
        abstract=body.abstract,
        commentary=body.commentary,
        tags=split(tags),
        url=url or None,
        arxiv_id=arxiv_id or None,
        references=body.references,
        wikilinks=body.wikilinks,
        section=section,
        line=line,
    )
