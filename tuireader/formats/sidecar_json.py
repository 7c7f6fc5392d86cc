"""Decodes JSON, and what can be decoded of a text that is none as a whole."""

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from tuireader.domain.entry import Problem
from tuireader.formats.base import FormatError

_FURTHEST = 1_000_000
_MOST_IN_VAIN = 500_000_000
"""Characters looked through for titles that are spelled otherwise: a quarter second."""
_MOST_BROKEN = 100
_MOST_BRACKETS = 1_000_000
"""Many times those of the largest file of records; each costs what a record does."""
_LONGEST_INT = 4000
# Between the objects of a list; where the next may begin behind one that is broken.
_FILLING = re.compile(r"[\s,\[\]]*")
_NEXT = re.compile(r"\n[ \t,\[]*(?=\{)")


class Piece(NamedTuple):
    """A part of a text: an object, or what could not be decoded."""

    line: int
    text: str
    value: object = None
    error: str = ""


def decoded(text: str) -> object:
    """Decode a document.

    Raises:
        ValueError: If it is no JSON, or nests too deeply.
        FormatError: If it holds so many brackets that decoding it would take long.
    """
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        done = "nothing of it was read; split the file"
        raise FormatError(Problem(0, f"more than {_MOST_BRACKETS:,} brackets", done))
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except json.JSONDecodeError:
        raise
    except ValueError:  # an integer of more digits than Python converts
        value = _DECODER.decode(text)
    return value


def pieces(text: str) -> Iterator[Piece]:
    """Yield the objects of a text, and what stands between them without being one.

    One a line, one behind the other, or in a list that was cut off. Behind what is
    broken it goes on with the next line that begins with an object, a hundred times at
    most: each time, much can have been read in vain.

    Args:
        text: JSON lines, or a document that is broken somewhere.
    """
    line, at, broken = 1, 0, 0
    while (start := _behind_filling(text, at)) < len(text):
        line += text.count("\n", at, start)
        try:
            value, end = _object_at(text, start)
            yield Piece(line, text[start:end], value)
        except ValueError as error:
            broken += 1
            found = _NEXT.search(text, start) if broken < _MOST_BROKEN else None
            end = found.end() if found else len(text)
            yield Piece(line, text[start:end], error=str(error))
        line += text.count("\n", start, end)
        at = end


def _behind_filling(text: str, at: int) -> int:
    match = _FILLING.match(text, at)
    return match.end() if match else at


def _object_at(text: str, start: int) -> tuple[object, int]:
    if text[start] != "{":
        raise ValueError("no object")
    try:
        return _DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _integer(digits: str) -> int | str:
    """Return an integer, or its digits where Python refuses to convert so many."""
    return int(digits) if len(digits) < _LONGEST_INT else digits


_DECODER = json.JSONDecoder(parse_int=_integer)


def _spelled(title: str, *, ascii_only: bool, solidus: bool) -> str:
    text = json.dumps(title, ensure_ascii=ascii_only)
    return text.replace("/", "\\/") if solidus else text  # as PHP writes it


_SPELLINGS = tuple(
    partial(_spelled, ascii_only=ascii_only, solidus=solidus)
    for solidus in (False, True)
    for ascii_only in (False, True)
)


class Lines:
    """Finds the lines of titles, which are asked for in the order of the document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._spellings = _SPELLINGS
        """The one that the last title was found in first."""
        self._left = _MOST_IN_VAIN

    def of(self, title: str) -> int:
        """Return the line that `title` stands on, or the last one found."""
        tried = set[str]()
        for spelling in self._spellings:
            spelled = spelling(title)
            if spelled in tried or (place := self._place_of(spelled)) < 0:
                tried.add(spelled)
                continue
            self._line += self._text.count("\n", self._at, place)
            self._at = place
            others = (other for other in self._spellings if other is not spelling)
            self._spellings = (spelling, *others)
            break
        return self._line

    def _place_of(self, spelled: str) -> int:
        end = self._at + min(_FURTHEST, self._left)
        place = self._text.find(spelled, self._at, end)
        if place < 0:
            self._left -= min(end, len(self._text)) - self._at
        return place
