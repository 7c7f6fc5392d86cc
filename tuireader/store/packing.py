"""Columns as JSON takes them fastest: few long strings instead of many short ones."""

import binascii
from array import array
from collections.abc import Sequence
from typing import Any

from tuireader.domain.column import SEPARATOR
from tuireader.text import sanitise


def pack_numbers(column: "array[int]") -> str:
    """Return an array as text."""
    return binascii.b2a_base64(column.tobytes(), newline=False).decode("ascii")


def unpack_numbers(kind: str, packed: str) -> "array[int]":
    """Return the array of `kind`, as the array module names it, that was packed.

    Raises:
        ValueError: The text is none that `pack_numbers` returns.
    """
    column: array[int] = array(kind)
    column.frombytes(binascii.a2b_base64(packed))
    return column


def pack_texts(column: Sequence[str], separator: str = SEPARATOR) -> list[object]:
    """Return texts as one, and their number.

    Args:
        column: Texts.
        separator: What none of them holds.
    """
    return [len(column), separator.join(column)]


def unpack_texts(packed: Sequence[Any], separator: str = SEPARATOR) -> list[str]:
    """Return the texts that were packed.

    Raises:
        ValueError: There are more or fewer than there were.
    """
    count, joined = packed
    values: list[str] = joined.split(separator) if count else []
    if len(values) != count:
        raise ValueError("a column has another length")
    return values


def pack_counts(counts: Sequence[tuple[str, int]]) -> list[object]:
    """Return names and the number of each."""
    return [
        [name for name, _number in counts],
        pack_numbers(array("I", [number for _name, number in counts])),
    ]


def unpack_counts(packed: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    """Return the names, made safe again, and numbers that were packed.

    Raises:
        ValueError: They do not fit each other.
    """
    names, numbers = packed
    return tuple(zip(safe_names(names), unpack_numbers("I", numbers), strict=True))


def pack_choices(column: Sequence[str]) -> list[object]:
    """Return a column of few different values."""
    names = sorted(set(column))
    place = {name: number for number, name in enumerate(names)}
    return [names, pack_numbers(array("I", [place[name] for name in column]))]


def unpack_choices(packed: Sequence[Any]) -> tuple[str, ...]:
    """Return the column that was packed, its values made safe again.

    Raises:
        LookupError: It holds a value that is none of the few.
    """
    names, numbers = packed
    safe = safe_names(names)
    return tuple([safe[number] for number in unpack_numbers("I", numbers)])


def safe_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return names of one line each, made safe again, all in one go.

    Raises:
        ValueError: One has several lines.
    """
    safe = tuple(sanitise("\n".join(names)).split("\n")) if names else ()
    if len(safe) != len(names):
        raise ValueError("a name of several lines")
    return safe
