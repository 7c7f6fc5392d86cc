"""Dates as the names of files and folders tell them.

Every function gives `YYYY-MM-DD` or None, never a day that the calendar does not have.
"""

import re
from functools import lru_cache

from tuireader.formats.date_patterns import BETWEEN, DATE, iso_of, valid
from tuireader.formats.dates import find_date

_YYMMDD = re.compile(r"[0-9]{6}(?![0-9])[ _.-]*")
# `[240830] Title` · `24-08-30 Title`
_OTHER_SHORT = re.compile(
    r"(?:\[([0-9]{6})\]|\(([0-9]{6})\)|([0-9]{2}-[0-9]{2}-[0-9]{2}))[ _]+(?=\S)"
)
# Behind the names of exported pages.
_EXPORTED = re.compile(r" [0-9a-f]{32}$")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


@lru_cache(maxsize=8192)  # the days of two decades, in whatever order they come
def _short_day(digits: str) -> str | None:
    """Return the day that `YYMMDD` is, once a day: a vault has many notes of each."""
    return valid(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))


def split_name(name: str) -> tuple[str | None, str]:
    """Return the date in a file name and what the name says beside it.

    `240830 Title`, `2024-08-30 Title`, `arxiv_digest_2026-08-11`; digits that are no
    day (`209931`) stay in the title.

    Args:
        name: File name without folder and extension.
    """
    head = name[:6]
    if name[6:7] == " " and head.isdecimal() and head.isascii():  # nearly every note
        iso = _short_day(head)
        return (iso, name[7:].lstrip(" _.-").rstrip()) if iso else _dated(name)
    return _dated(name)


def _dated(name: str) -> tuple[str | None, str]:
    if (match := _YYMMDD.match(name)) and (iso := _short_day(name[:6])):
        return iso, name[match.end() :].strip()
    if name[:1] in "[(0123456789" and (match := _OTHER_SHORT.match(name)):
        digits = (match[1] or match[2] or match[3]).replace("-", "")
        if iso := _short_day(digits):
            return iso, name[match.end() :].strip()
    if name[-33:-32] == " ":
        name = _EXPORTED.sub("", name)
    if "19" not in name and "20" not in name:
        return None, name
    for match in DATE.finditer(name):
        if iso_of(match):
            iso = find_date(name)
            end = _end_of_range(name, match.end())
            return iso, (name[: match.start()] + " " + name[end:]).strip(" _-.")
    return None, name


def date_of_path(path: str) -> str | None:
    """Return the date that a path tells: of its file name, else of its folders.

    Args:
        path: Path with `/`; `2024/08/30/note.md` and `2024-08-30/note.md` both tell.
    """
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if iso := split_name(stem)[0]:
        return iso
    rest = folder
    while rest:
        rest, _, last = rest.rpartition("/")
        if iso := split_name(last)[0]:
            return iso
    return find_date(f"{folder}/{stem}") if folder else None


def year_of_path(path: str) -> int | None:
    """Return the year that a path tells, of its day or alone: `2024-08.txt`."""
    if day := date_of_path(path):
        return int(day[:4])
    years = _YEAR.findall(path)
    return int(years[-1]) if years else None


def _end_of_range(text: str, end: int) -> int:
    for match in DATE.finditer(text, end):
        if not BETWEEN.fullmatch(text[end : match.start()]):
            break
        end = match.end()
    return end
