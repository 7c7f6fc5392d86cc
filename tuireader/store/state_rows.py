"""Rows of the state's table: what is whole in one that came from a file."""

from collections.abc import Mapping
from typing import Any

from tuireader.domain.events import Fields, Keys, Register
from tuireader.store.event_lines import (
    EventError,
    checked_id,
    checked_keys,
    checked_kind,
    checked_time,
    checked_value,
)

KEYS = "keys"
"""Where a row has the keys of its paper, beside a register of each kind."""


def keys_of_row(row: Mapping[str, Any]) -> Keys:
    """Return the keys of a row's paper.

    Raises:
        EventError: It has none.
    """
    return checked_keys(row.get(KEYS))


def fields_of_row(row: Mapping[str, Any]) -> Fields:
    """Return the registers of a row that are some."""
    fields: Fields = {}
    for kind, found in row.items():
        if kind == KEYS:
            continue
        try:
            time, name, value = found
            value = checked_value(kind, value)
            register = Register(checked_time(time), checked_id(name), value)
            fields[checked_kind(kind, value)] = register
        except (EventError, TypeError, ValueError):
            continue  # the rest of the row may be whole; a damaged file is kept anyway
    return fields


def row_of(keys: Keys, fields: Fields) -> dict[str, object]:
    """Return the row of a paper."""
    # Plain lists: what writes JSON fast knows no named tuples.
    return {KEYS: keys, **{kind: list(found) for kind, found in fields.items()}}
