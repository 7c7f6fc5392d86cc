"""What a line behind tags, a rule or a date begins, if it begins no paper."""

import re
from collections.abc import Mapping, Sequence

from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_links import own_of
from tuireader.formats.plain_marks import PICTURES, mark_of
from tuireader.formats.titles import is_title_case, is_title_like, titled_address
from tuireader.text.language import language_of

LONGEST_HEADING = 60
SENTENCE_ENDS = (".", "!", "。", "…", "다", "요", "죠", "네")
_SENTENCE_WORDS = 4
# What marks a heading above titles that have another mark: `■ Vision`, `📌 Vision`.
_SIGN = re.compile(rf"#+\s|[{PICTURES}]")
_FRAMES = {"#": "#", "=": "=", "[": "]", "【": "】", "<": ">", "■": "■"}
"""What stands around a heading, by what it begins with; a colon may end it as well."""
_AROUND = re.compile(
    rf"^(?:[{PICTURES}]\ufe0f?\s*|[#=*\[【<-]|\s)+|[#=*\]】>:{PICTURES}\s-]+$"
)
_NEAR = 3
"""Lines below a heading, down to the first paper that it stands above."""

Titles = Mapping[int, int]
"""Titles found so far, by the index of their first line."""


def is_afterword(lines: Sequence[Line], titles: Titles, index: int) -> bool:
    """Say whether sentences behind tags, with no tags of their own, begin here.

    Args:
        lines: All lines of a digest.
        titles: Those of them that are titles for sure.
        index: Here.
    """
    if index == 0 or lines[index - 1].kind is not Kind.TAGS:
        return False
    if not _is_sentence(lines[index].text):
        return False
    for following in range(index + 1, len(lines)):
        line = lines[following]
        if following in titles or line.kind in {Kind.DATE, Kind.RULE}:
            return True
        if line.kind is not Kind.TEXT or not _is_sentence(line.text):
            return False
    return True


def is_heading(lines: Sequence[Line], titles: Titles, index: int) -> bool:
    """Say whether the line at a boundary speaks of what follows, not of itself.

    Args:
        lines: All lines of a digest.
        titles: Those of them that are titles for sure.
        index: The line.
    """
    text = lines[index].text
    if titled_address(text[len(mark_of(text)) :]):
        return False
    for following in range(index + 1, min(index + 1 + _NEAR, len(lines))):
        line = lines[following]
        if line.kind is Kind.DATE:
            return True
        if line.kind is Kind.TAGS:
            return False
        if line.kind is Kind.LINK and own_of(line.text).arxiv_id:
            return False
        if following in titles:
            return _speaks_of(following, lines, index)
    return False


def _speaks_of(following: int, lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    above = index - 1
    while above > 0 and lines[above].kind is Kind.RULE:
        above -= 1
    if above < 0 or lines[above].kind is Kind.DATE:
        return following == index + 1 or not is_title_like(text)
    if following > index + 1 or len(text) > LONGEST_HEADING:
        return False
    if _SIGN.match(text) and (mark := mark_of(text)):
        return mark != mark_of(lines[following].text)
    return text[0] in _FRAMES and text[-1] in {*_FRAMES.values(), ":"}


def section_name(heading: str) -> str:
    """Return a heading without the signs that mark it or stand around it.

    What is far longer than a heading stays as it is.
    """
    return heading if len(heading) > 2 * LONGEST_HEADING else _AROUND.sub("", heading)


def _is_sentence(text: str) -> bool:
    if not text.endswith((*SENTENCE_ENDS, ")", "?")):
        return False
    if language_of(text) != "en":
        return True
    return len(text.split()) >= _SENTENCE_WORDS and not is_title_case(text)
