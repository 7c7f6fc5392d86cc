"""Events as JSON Lines: what is exported and imported, and what the journal holds."""

import json
from collections.abc import Iterable
from typing import Any, cast

from tuireader.domain.events import (
    BASELINE,
    LATEST,
    NOTE,
    QUEUE,
    READ,
    STAR,
    TAG,
    Event,
    Keys,
    Value,
)
from tuireader.domain.identity import canonical_tag
from tuireader.text import sanitise

MOST_KEYS = 64
"""Keys of one paper; a few titles, addresses and an id are usual."""
_FARTHEST = 1e15
"""Places in the queue are numbers between which there are others."""
_PREFIXES = ("arxiv:", "url:", "title:", "library:")


class EventError(ValueError):
    """Something is no event that this version understands; the text says why."""


def to_line(event: Event) -> bytes:
    """Return an event as one line of JSON, without its end, safe to show."""
    record = event._asdict()
    line = _encode(record)
    # A key is compared and not shown, so that one from elsewhere may hold anything.
    return (line if sanitise(line) == line else json.dumps(record)).encode()


def from_line(line: bytes) -> Event:
    """Return the event that a line holds, its texts made safe.

    Raises:
        EventError: It holds none.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise EventError("it is no JSON") from error
    if not isinstance(record, dict):
        raise EventError("it is no JSON object")
    return from_record(record)


def from_record(record: dict[str, Any]) -> Event:
    """Return the event that a JSON object describes, its texts made safe.

    Raises:
        EventError: It describes none.
    """
    kind = record.get("kind")
    papers = record.get("papers")
    if not isinstance(kind, str):
        raise EventError("it has no kind")
    if not isinstance(papers, list) or not papers:
        raise EventError("it names no papers")
    value = checked_value(kind, record.get("value"))
    return Event(
        checked_id(record.get("id")),
        checked_time(record.get("time")),
        checked_kind(kind, value),
        value,
        tuple(map(checked_keys, papers)),
    )


def checked_id(value: object) -> str:
    """Return `value` if it can be the id of an event.

    Raises:
        EventError: It cannot.
    """
    if isinstance(value, str) and 0 < len(value) <= MOST_KEYS and value.isalnum():
        return value
    raise EventError("its id is none")


def checked_time(value: object) -> int:
    """Return `value` if it can be the time of an event.

    Raises:
        EventError: It cannot.
    """
    if type(value) is int and 0 <= value < LATEST:
        return value
    raise EventError("its time is none")


def checked_keys(value: object) -> Keys:
    """Return `value` as the keys of a paper.

    Raises:
        EventError: It is not a list of keys.
    """
    if not isinstance(value, list) or not 0 < len(value) <= MOST_KEYS:
        raise EventError("a paper of it has no keys")
    for key in cast("Iterable[object]", value):
        if not isinstance(key, str) or not key.startswith(_PREFIXES):
            raise EventError("a key of it is none")
    return tuple(value)


def checked_kind(kind: str, value: Value) -> str:
    """Return `kind`; of a tag, the one that its spelling says.

    Raises:
        EventError: It is that of a tag without a name.
    """
    if kind.startswith(TAG) and isinstance(value, str):
        kind = TAG + canonical_tag(value)
    if kind == TAG:
        raise EventError("a tag of it has no name")
    return kind


def _place(value: float) -> float:
    if abs(value) <= _FARTHEST:  # which is false of what is no number
        return float(value)
    raise EventError("a place in the queue of it is none")


def checked_value(kind: str, value: object) -> Value:
    """Return `value`, made safe, if it is one that an event of `kind` can have.

    Raises:
        EventError: It is not.
    """
    if kind.startswith(TAG) and len(kind) > len(TAG):
        kind = TAG
    if value is None and kind in {READ, STAR, QUEUE, NOTE, TAG}:
        return None
    if kind in {READ, STAR} and isinstance(value, bool):
        return value
    if kind == QUEUE and type(value) in {int, float}:
        return _place(cast("float", value))
    if kind in {NOTE, TAG, BASELINE} and isinstance(value, str):
        return sanitise(value)
    raise EventError(f"{sanitise(kind)[:40]!r} with such a value means nothing here")


_encode = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode
