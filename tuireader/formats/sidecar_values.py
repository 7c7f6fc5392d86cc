"""What the values of JSON records say, as text."""

import json
from collections.abc import Iterable

from tuireader.text.safe import sanitise

_NAMES = ("name", "fullname", "display_name", "term", "href", "url")
_PARTS_OF_NAMES = (("given", "family"), ("first", "last"), ("firstname", "lastname"))
_LONGEST_VALUE = 1_000_000

Record = dict[str, object]
"""An object, its keys in lower case."""


def text_of(value: object) -> str:
    """Return a scalar as safe text: JSON escapes can spell what no file may hold."""
    if isinstance(value, str):
        return sanitise(value[:_LONGEST_VALUE]).strip()
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return text_of(value[0])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def texts_of(value: object) -> list[str]:
    """Return the scalars of a value: itself, of its items, of their names or terms."""
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    if isinstance(value, dict):
        return _name_of(value)
    return [text] if (text := text_of(value)) else []


def _name_of(value: dict[str, object]) -> list[str]:
    for parts in _PARTS_OF_NAMES:
        if names := [text for part in parts if (text := text_of(value.get(part)))]:
            return [" ".join(names)]
    if isinstance(author := value.get("author"), dict):
        return _name_of(author)
    return [text for name in _NAMES if (text := text_of(value.get(name)))][:1]


def are_texts(value: object) -> bool:
    """Say whether `texts_of` leaves nothing of a value out but remarks on names."""
    if isinstance(value, list):
        return all(map(are_texts, value))
    return not isinstance(value, dict) or bool(texts_of(value))


def first(record: Record, names: Iterable[str]) -> str:
    """Return the first of the fields `names` that says something."""
    for name in names:
        if name in record and (text := text_of(record[name])):
            return text
    return ""


def take(record: Record, names: Iterable[str]) -> str:
    """Take the first of the fields `names` that says something out of `record`."""
    for name in names:
        if name in record and (text := text_of(record[name])):
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
