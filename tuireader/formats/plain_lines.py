"""The lines of a plain digest, and what each can be by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.author_lists import author_list
from tuireader.formats.dates import date_of_line
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.links import link_of_line
from tuireader.formats.paragraphs import fence_ends
from tuireader.formats.titles import authors_of_line, is_title_like

_RULE = re.compile(r"(?:[-=*_~─━—]\s?){3,}")
_LABELLED = re.compile(
    r"(?:[-*] )?[*_]{0,2}(?:authors?|by|저자|著者|作者)[*_]{0,2}\s?[:：]\s*(\S.*)",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?:#{1,6}\s+|[-*+•■◆▶●○·▪◾◼▷※]\s+|\(?[0-9]{1,3}[.)]\s+|\[[0-9]{1,3}\]\s*)+"
)
_MOST_AUTHOR_LINES = 40
_LONGEST_RULE = 400
_LONGEST_NAMES = 4096
_IN_NO_NAME = frozenset(":?!/0123456789")


class Kind(Enum):
    """What a line can be."""

    TEXT = "text"
    DATE = "date"
    AUTHORS = "authors"
    TAGS = "tags"
    RULE = "rule"
    CODE = "code"


@dataclass(slots=True)
class Line:
    """A line that is not blank."""

    at: int
    """Its index in the digest."""
    text: str
    kind: Kind
    blanks: int
    """Number of blank lines above it."""
    date: str | None = None
    """The day of a date line."""


def read_lines(lines: Sequence[str], year: int | None) -> list[Line]:
    """Return the lines that are not blank, each with what it can be.

    Args:
        lines: The lines of the digest.
        year: The year of dates that tell none, if the file name knows it.
    """
    found: list[Line] = []
    fences = fence_ends(lines)
    at = blanks = 0
    while at < len(lines):
        text = lines[at].strip()
        if not text:
            blanks += 1
            at += 1
            continue
        if at in fences:
            code = "\n".join(map(str.rstrip, lines[at : fences[at] + 1])).strip()
            found.append(Line(at, code, Kind.CODE, blanks))
            at = fences[at] + 1
        else:
            line, at = _line(lines, at, text, year)
            line.blanks = blanks
            found.append(line)
            year = int(line.date[:4]) if line.date else year
        blanks = 0
    _mark_bare_names(found)
    return found


def is_arxiv_address(text: str) -> bool:
    """Say whether a line is nothing but the address of a paper on arXiv."""
    url, rest = link_of_line(text)
    return bool(url) and not rest and ArxivId.parse(url) is not None


def are_bare_names(above: str, text: str, below: str) -> bool:
    """Say whether `text` is an author list that has no parentheses.

    Only the place makes it one: between a title and the paper's address on arXiv. A
    lone name could be a subtitle, and words between commas a title.

    Args:
        above: The line above it.
        text: The line itself.
        below: The line below it.
    """
    if not is_arxiv_address(below) or len(text) > _LONGEST_NAMES:
        return False
    if not is_title_like(above[len(mark_of(above)) :]):
        return False
    names = author_list(text, strict=True)
    return len(names) > 1 and all(
        " " in name and name[0].isalpha() and not set(name) & _IN_NO_NAME
        for name in names
    )


def _mark_bare_names(lines: Sequence[Line]) -> None:
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if above.kind is line.kind is below.kind is Kind.TEXT and are_bare_names(
            above.text, line.text, below.text
        ):
            line.kind = Kind.AUTHORS


def mark_of(text: str) -> str:
    """Return the number or bullet that a title begins with, with its white space."""
    match = _MARK.match(text)
    return match[0] if match and match.end() < len(text) else ""


def author_text(line: str) -> str:
    """Return the list of names in an author line, without parentheses and label."""
    if match := _LABELLED.fullmatch(line):
        return match[1].strip("()")
    return line[1:-1] if line[:1] == "(" else line


def _line(
    lines: Sequence[str], at: int, text: str, year: int | None
) -> tuple[Line, int]:
    first = text[0]
    if first in "#＃" and tags_of_line(text):
        return Line(at, text, Kind.TAGS, 0), at + 1
    if first == "(":
        return _parenthesised(lines, at, text)
    if date := date_of_line(text, year):
        return Line(at, text, Kind.DATE, 0, date), at + 1
    if ":" in text[:16] or "：" in text[:16]:
        if tags_of_line(text):
            return Line(at, text, Kind.TAGS, 0), at + 1
        if _LABELLED.fullmatch(text):
            return Line(at, text, Kind.AUTHORS, 0), at + 1
    rule = first in "-=*_~─━—" and len(text) < _LONGEST_RULE and _RULE.fullmatch(text)
    return Line(at, text, Kind.RULE if rule else Kind.TEXT, 0), at + 1


def _parenthesised(lines: Sequence[str], at: int, text: str) -> tuple[Line, int]:
    """Read a line in parentheses, or several that one author list was broken over."""
    if text[-1] == ")":
        kind = Kind.AUTHORS if authors_of_line(text) else Kind.TEXT
        return Line(at, text, kind, 0), at + 1
    pieces = [text]
    for index in range(at + 1, min(at + _MOST_AUTHOR_LINES, len(lines))):
        piece = lines[index].strip()
        if not piece or piece[0] in "(#":
            break
        pieces.append(piece)
        if piece[-1] == ")":
            whole = " ".join(pieces)
            if authors_of_line(whole):
                return Line(at, whole, Kind.AUTHORS, 0), index + 1
            break
    return Line(at, text, Kind.TEXT, 0), at + 1
