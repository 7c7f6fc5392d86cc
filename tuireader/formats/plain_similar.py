"""With which lines of a plain digest entries begin: those that look like sure ones."""

import re
from collections.abc import Collection, Sequence

from tuireader.formats.plain_behind import is_heading
from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_marks import bare_title, mark_of
from tuireader.formats.titles import is_title_case, is_title_like

_SENTENCES = re.compile(r"[a-z]{3}[.!] +[A-Z]")
_NUMBER = re.compile("[0-9]{1,3}")


def add_similar(
    lines: Sequence[Line], titles: dict[int, int], afterwords: Collection[int] = ()
) -> None:
    """Add to `titles` the lines that have what sets the ones found so far apart.

    Args:
        lines: The lines of the digest that are not blank.
        titles: By the index of a title line, the number of lines that it takes, 0 for
            a heading.
        afterwords: Where sentences behind the tags of an entry begin: no titles.
    """
    sure = [lines[index] for index, count in titles.items() if count]
    if not sure:
        return
    if sum(bool(mark_of(line.text)) for line in sure) * 2 > len(sure):
        _add_marked(lines, titles)
    before = set(titles)
    if not _are_ruled(lines, titles):
        _add_behind_gaps(lines, titles, sure)
    for index in _afterwords_and_below(lines, afterwords) - before:
        titles.pop(index, None)


def _are_ruled(lines: Sequence[Line], titles: dict[int, int]) -> bool:
    """Say whether rules part the entries, so that blank lines part paragraphs."""
    above = [lines[at - 1].kind for at, count in titles.items() if count and at]
    return above.count(Kind.RULE) > 1 and set(above) <= {Kind.RULE, Kind.DATE}


def _add_marked(lines: Sequence[Line], titles: dict[int, int]) -> None:
    """Add lines with the number behind the last title's, or with the same bullet."""
    marks = {mark_of(lines[index].text).strip() for index in titles if titles[index]}
    last = ""
    for index, line in enumerate(lines):
        mark = mark_of(line.text).strip() if line.kind is Kind.TEXT else ""
        if mark and index not in titles and _is_no_item(lines, index):
            bullet = not any(map(str.isdigit, mark)) and mark in marks
            if bullet or (last and mark == _next_mark(last)):
                titles[index] = 1
        if titles.get(index):
            last = mark


def _is_no_item(lines: Sequence[Line], index: int) -> bool:
    """Say whether a numbered line is no item of a list in the commentary."""
    if not is_title_like(_unmarked(lines[index])):
        return False
    around = lines[max(index - 1, 0) : index + 2]
    return sum(bool(mark_of(line.text)) for line in around) == 1


def _next_mark(mark: str) -> str:
    """Return the mark behind `3.`, `[3/5]` or `③`; a bullet as it is."""
    if number := _NUMBER.search(mark):
        return f"{mark[: number.start()]}{int(number[0]) + 1}{mark[number.end() :]}"
    return "".join(chr(ord(char) + char.isdigit()) for char in mark)


def _shape(line: Line) -> str:
    """Return the mark of a line whatever its number is."""
    return _NUMBER.sub("0", mark_of(line.text).strip())


def _add_behind_gaps(
    lines: Sequence[Line], titles: dict[int, int], sure: Sequence[Line]
) -> None:
    """Add lines below more blank ones than stand between the parts of an entry.

    Where several titles are sure and all are marked, a line has to be marked like them.
    """
    latin = all(is_title_like(_unmarked(line)) for line in sure)
    shapes = {_shape(line) for line in sure} if len(sure) > 1 else {""}
    inner = (Kind.AUTHORS, Kind.TAGS)
    widest = max((line.blanks for line in lines if line.kind in inner), default=0)
    for index, line in enumerate(lines):
        below_gap = index and line.kind is Kind.TEXT and line.blanks > widest
        if below_gap and line.text[0] == ">" and _shape(line) not in shapes:
            continue  # a quote
        # What stands right below the head of an entry is its text, however far below.
        if below_gap and _ends_head(lines, index - 1, titles):
            continue
        if below_gap and is_heading(lines, titles, index):
            titles.setdefault(index, 0)
        elif (
            below_gap
            and not shapes.isdisjoint({"", _shape(line)})
            and (_may_be_title(line) or not latin)
        ):
            titles.setdefault(index, 1)


def _may_be_title(line: Line) -> bool:
    """Say whether a line can be a title, and no sentences of which the last asks."""
    title = _unmarked(line)
    if not is_title_like(title):
        return False
    return not _SENTENCES.search(title) or is_title_case(title)


def _ends_head(lines: Sequence[Line], index: int, titles: dict[int, int]) -> bool:
    while index > 0 and lines[index].kind is Kind.LINK:
        index -= 1
    return lines[index].kind is Kind.AUTHORS and index - 1 in titles


def _unmarked(line: Line) -> str:
    return bare_title(line.text)


def _afterwords_and_below(
    lines: Sequence[Line], afterwords: Collection[int]
) -> set[int]:
    """Return the indices of all lines of afterwords."""
    found: set[int] = set()
    for start in afterwords:
        index = start
        while index < len(lines) and lines[index].kind is Kind.TEXT:
            found.add(index)
            index += 1
    return found
