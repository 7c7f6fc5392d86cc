"""The lines of a plain digest, and what each can be by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.formats.abstracts import labelled_abstract
from tuireader.formats.author_lists import author_list
from tuireader.formats.base import Source
from tuireader.formats.dates import (
    HEADING_ENDS,
    date_of_heading,
    date_of_line,
    month_of_line,
)
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.paragraphs import fence_ends
from tuireader.formats.plain_frames import unframed
from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_links import lone_link
from tuireader.formats.plain_marks import PICTURE
from tuireader.formats.plain_names import is_labelled_list, mark_names
from tuireader.formats.plain_wrapped import ends_sentence, join_broken, unwrapped
from tuireader.formats.titles import authors_of_line
from tuireader.formats.translations import translation_ends

_RULE = re.compile(r"(?:[-=*_~─━—#+·•◇◆○●□■☆★▪※＊]\s?){3,}|⸻")
# How good a paper is: ★★★★☆
_STARS = re.compile("(?=.*★)(?=.*☆)[★☆]{5}")
_RULES = frozenset("-=*_~─━—#+·•◇◆○●□■☆★▪※＊⸻")
_BEFORE_HASH = re.compile(rf"\A(?:[-*•] |{PICTURE})(?=#)")
_BEFORE_TAGS = 6
_MOST_AUTHOR_LINES = 40
_LONGEST_RULE = 400
_HEAD = 3
_DOTS = 2
_ENDS = (Kind.TAGS, Kind.RULE, Kind.DATE)
_LONGEST_DATE = 90
_LONGEST_MONTH = 24
_LONGEST_LABEL = 16


def read_lines(source: Source, year: int | None) -> list[Line]:
    """Return the lines that are not blank, each with what it can be.

    Args:
        source: The digest.
        year: The year of dates that tell none, if the file name knows it.
    """
    reader = _LineReader(source, year)
    read = reader.read()
    if any(line.kind is Kind.AUTHORS and " | " in line.text for line in read):
        read = [part for line in read for part in _parted(line)]
    found = unwrapped(unframed(read))
    mark_names(found)
    return found


class _LineReader:
    """Reads lines one by one; some are the first of several that are one thing."""

    def __init__(self, source: Source, year: int | None) -> None:
        self._lines = source.lines
        self._year = year
        self._blocks: list[tuple[Kind, dict[int, int]]] = []
        if "```" in source.text or "~~~" in source.text:
            self._blocks.append((Kind.CODE, fence_ends(source.lines)))
        if "</" in source.text:
            self._blocks.append((Kind.TRANSLATION, translation_ends(source.lines)))
        self._words: frozenset[str] | None = None
        """The words beside the date above all papers, once there was one."""

    def read(self) -> list[Line]:
        found: list[Line] = []
        at = blanks = 0
        while at < len(self._lines):
            text = self._lines[at].strip()
            if not text:
                blanks += 1
                at += 1
                continue
            line, at = (self._blocks and self._block(at)) or self._line(at, text, found)
            line.blanks = blanks
            if line.kind is Kind.LINK and found and ends_sentence(found[-1], line):
                line.kind = Kind.TEXT
            found.append(line)
            blanks = 0
        return found

    def _block(self, at: int) -> tuple[Line, int] | None:
        for kind, ends in self._blocks:
            if at in ends:
                inner = map(str.rstrip, self._lines[at : ends[at] + 1])
                return Line(at, "\n".join(inner).strip(), kind, 0), ends[at] + 1
        return None

    def _line(self, at: int, text: str, above: Sequence[Line]) -> tuple[Line, int]:
        if text[0] in "(（":
            return self._parenthesised(at, text)
        if "#" in text[1:_BEFORE_TAGS]:  # hashtags as an item of a list, or behind 🏷
            tags = _BEFORE_HASH.sub("", text, count=1)
            text = tags if loose_tags(tags) else text
        if date := self._date(at, text, len(above)):
            self._year = int(date[:4])
            return Line(at, text, Kind.DATE, 0, date), at + 1
        if len(text) <= _LONGEST_MONTH and (month := month_of_line(text)):
            self._take_month(at, month, above)
        if is_labelled_list(text):
            return self._listed(at, text)
        return Line(at, text, kind_of(text), 0), at + 1

    def _take_month(self, at: int, month: str, above: Sequence[Line]) -> None:
        """Take the year of days from a month above them; commentary names others.

        It stands where an entry ends, or right above one of its days.
        """
        year = int(month[:4])
        ended = not above or above[-1].kind in _ENDS
        if ended or (date_of_line(self._below(at), year) or "").startswith(month):
            self._year = year

    def _below(self, at: int) -> str:
        """Return the next line that is not blank, of the three below `at`, or none."""
        return next(filter(None, map(str.strip, self._lines[at + 1 : at + 4])), "")

    def _date(self, at: int, text: str, count: int) -> str | None:
        if len(text) > _LONGEST_DATE:
            return None
        if date := date_of_line(text, self._year):
            return date
        text = text.rstrip(HEADING_ENDS) if count < _HEAD else text
        dated = "20" in text or "년" in text or (count < _HEAD and _has_short(text))
        if not dated or (self._words is None and count >= _HEAD):
            return None
        date, words = date_of_heading(text)
        if not date or not words <= (words if self._words is None else self._words):
            return None
        if authors_of_line(self._below(at)):
            return None
        self._words = words
        return date

    def _parenthesised(self, at: int, text: str) -> tuple[Line, int]:
        """Read a line in parentheses, or several that a list was broken over."""
        if text[-1] in ")）":
            kind = Kind.AUTHORS if _are_authors(text) else kind_of(text)
            return Line(at, text, kind, 0), at + 1
        pieces = [text]
        for index in range(at + 1, min(at + _MOST_AUTHOR_LINES, len(self._lines))):
            piece = self._lines[index].strip()
            if not piece or piece[0] in "(#":
                break
            pieces.append(piece)
            if piece[-1] in ")）":
                whole = join_broken(pieces)
                if _are_authors(whole):
                    return Line(at, whole, Kind.AUTHORS, 0), index + 1
                break
        return Line(at, text, kind_of(text), 0), at + 1

    def _listed(self, at: int, text: str) -> tuple[Line, int]:
        """Read a labelled list of names, which goes on below a comma at its end."""
        pieces = [text]
        while pieces[-1][-1] in ",;" and len(pieces) < _MOST_AUTHOR_LINES:
            index = at + len(pieces)
            piece = self._lines[index].strip() if index < len(self._lines) else ""
            if not piece:
                break
            pieces.append(piece)
        return Line(at, join_broken(pieces), Kind.AUTHORS, 0), at + len(pieces)


def _has_short(text: str) -> bool:
    """Say whether a line may have a day of six digits: `24.04.02`."""
    return text.count(".") == _DOTS or text.count("/") == _DOTS


def _parted(line: Line) -> list[Line]:
    """Return the fields of `Authors: Ada Lee, Bo Wu | Link: https://…` line by line."""
    first, *others = line.text.split(" | ") if line.kind is Kind.AUTHORS else [""]
    rest = [
        Line(line.at, text, kind_of(text), 0)
        for each in others
        if (text := each.strip())
    ]
    if not rest or any(each.kind is Kind.TEXT for each in rest):
        return [line]
    return [replace(line, text=first.strip()), *rest]


def _are_authors(text: str) -> bool:
    if text[0] == "（":
        return bool(author_list(text[1:-1]))
    return bool(authors_of_line(text))


def kind_of(text: str) -> Kind:
    """Say what a line can be that is no date and names nobody.

    Args:
        text: One line without surrounding white space.
    """
    first = text[0]
    tagged = first in "#＃`[" or ":" in text[:16] or "：" in text[:16]
    if tagged and loose_tags(text):
        return Kind.TAGS
    if (
        first in _RULES
        and len(text) < _LONGEST_RULE
        and _RULE.fullmatch(text)
        and not _STARS.fullmatch(text)
    ):
        return Kind.RULE
    if len(text) < _LONGEST_LABEL and labelled_abstract(text) == "":
        return Kind.LABEL
    return Kind.LINK if lone_link(text) else Kind.TEXT
