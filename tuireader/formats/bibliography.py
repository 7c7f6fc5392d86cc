"""Bibliographies: papers as BibTeX has them, with keywords and notes."""

import re

from tuireader.domain.entry import Problem
from tuireader.formats.as_records import RecordAt, read_records
from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.bibtex_items import Item, first_item, items_of

_LOOK = 65_536
_NEAR = 8192
# `{QLoRA}`: braces that keep capitals, and no argument of a command.
_CASE = re.compile(r"(?<![\w\\}^])\{([^{}\\$]{1,200})\}|(?<=\w)\{([A-Z]{1,20})\}")
_AND = re.compile(r"\s+and\s+")
_ARXIV = re.compile(
    r"(?:^|arxiv[^0-9\n]{0,30})([0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?)(?![0-9])",
    re.IGNORECASE,
)
_NAMING = ("eprint", "url", "journal", "journaltitle", "howpublished", "doi")
_LEFT_OUT = frozenset(("archiveprefix", "eprint", "eprinttype", "primaryclass"))
_RENAMED = {"annote": "notes", "annotation": "notes", "note": "notes"}


class Bibliography:
    """A list of papers as `@article{key, title = {…}, …}`."""

    name = "bibtex"

    def recognise(self, source: Source) -> Recognition:
        """Look for an item with a title at the beginning."""
        head = source.text[:_LOOK]
        item = first_item(head) if "@" in head else None
        if not item or "title" not in head[item.end() :][:_NEAR].casefold():
            return Recognition(0, "")
        begins = source.extension == ".bib" or not head[: item.start()].strip()
        return Recognition(90 if begins else 0, "items of a bibliography")

    def read(self, source: Source) -> Reading:
        """Read every item that has a title; the others become problems."""
        records: list[RecordAt] = []
        problems: list[Problem] = []
        for item in items_of(source.text):
            if item.fields.get("title"):
                records.append(RecordAt(_record(item), item.line))
            else:
                what = f"no title in the item {item.key}"
                problems.append(Problem(item.line, what, "left out of the papers"))
        if not records:
            return Reading((), tuple(problems))
        reading = read_records(source, records)
        return Reading(reading.entries, (*problems, *reading.problems))


def _record(item: Item) -> dict[str, object]:
    """Return the fields of an item under names that other records have as well."""
    fields = {name: _plain(value) for name, value in item.fields.items()}
    record: dict[str, object] = {
        _RENAMED.get(name, name): value
        for name, value in fields.items()
        if value and name not in _LEFT_OUT
    }
    if people := fields.get("author"):
        record["author"] = [_turned(name) for name in _AND.split(people)]
    if own := next(filter(None, map(_arxiv_id, map(fields.get, _NAMING))), ""):
        record["arxiv_id"] = own
    return record


def _arxiv_id(value: str | None) -> str:
    found = _ARXIV.search(value) if value else None
    return found[1] if found else ""


def _plain(value: str) -> str:
    """Return a value without the braces that only keep its capitals."""
    return _CASE.sub(lambda match: match[1] or match[2], value)


def _turned(name: str) -> str:
    """Return `Dettmers, Tim` as people are called."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and given else name
