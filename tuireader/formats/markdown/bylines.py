"""Lines that say whom a paper is by, and what else they say."""

import re

from tuireader.formats.markdown.bars import JOINTS, bare_text
from tuireader.formats.people import looks_like_authors

_BY = re.compile(
    r"^\W*(?:(?:by|authors?|作者|저자|著者)\b\s*[:：]?\s*(?:the\s(?=\S))?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[,.]?\s?[(（\[]?\s?(?:19|20)[0-9]{2}\s?[)）\]]?\.?$")
_LONGEST_YEAR = 16
_ET_AL = re.compile(r"((?:[^.:;!?]|\b[A-Z]\.){2,120}\bet\.?\s?al\b\.?)")
# `A. Bee, Cy Dee. Venue`: a full stop behind a word is no initial's.
_NAMES_END = re.compile(r"\.(?<=[^\W\d_]{2}\.)(?<!\b[JS]r\.)(?<!\bSt\.)\s")
_COMMA = re.compile("[,，、;；]")
# `(Ada Lee, Bo Wu) — Words`
_ENCLOSED = re.compile(r"[(（]([^()（）]{5,300})[)）](?=\s|[,:：—–-]|$)")
_SENTENCE = re.compile(
    r"by\s((?:[^.:;!?]|\b[A-Z]\.){3,200})(?<!\b[A-Z])\.\s", re.IGNORECASE
)


def without_by(text: str) -> str:
    """Return an author list without the word that begins it."""
    return _BY.sub("", text)


def names_in(text: str, *, alone: bool) -> tuple[str, str] | None:
    """Return the names that a line is, and the year behind them.

    Args:
        text: The line.
        alone: Whether something else speaks for a single name.
    """
    names = without_by(text)
    year = _YEAR.search(names, max(len(names) - _LONGEST_YEAR, 0))
    names = names[: year.start()] if year else names
    rest = year[0].strip(JOINTS + ".") if year else ""
    if end := _NAMES_END.search(names):
        rest = " ".join(filter(None, (names[end.end() :], rest)))
        names = names[: end.start()]
    if not looks_like_authors(names, alone=alone or len(names) < len(text)):
        return None
    return names, rest


def cited(text: str) -> tuple[str, str] | None:
    """Return who and what else: `Vaswani et al., NeurIPS 2017`, `by A. Bee. Words`.

    And `(Ada Lee, Bo Wu) — Words`.
    """
    enclosed = _ENCLOSED.match(text)
    if enclosed and looks_like_authors(enclosed[1], alone=False):
        return enclosed[1], bare_text(text[enclosed.end() :])
    several = _ET_AL.match(text) if "et" in text[:140] else None
    several = several or _SENTENCE.match(text)
    if not several or not looks_like_authors(several[1], alone=several.re is _SENTENCE):
        return None
    return several[1], bare_text(text[several.end() :])


def lines_of_names(text: str) -> tuple[str, str]:
    """Return the author list in a cell or field, and the lines below that are none.

    One name a line, or a list that goes on; below a list in one line stand places.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    lists = [bool(_COMMA.search(line)) for line in lines]
    if True not in lists or all(lists):
        return ", ".join(lines), ""
    last = len(lines) - lists[::-1].index(True)
    if lines[last - 1].endswith((",", "，", "、", ";")):
        last += 1
    return ", ".join(lines[:last]), ", ".join(lines[last:])
