"""What the fields of a bibliography's item say about a paper."""

import re

from tuireader.formats.bibtex_items import Item

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


def record_of(item: Item) -> dict[str, object]:
    """Return the fields of an item under names that other records have as well.

    Args:
        item: An item with a title.
    """
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
