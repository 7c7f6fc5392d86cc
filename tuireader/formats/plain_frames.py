"""Rules around and below the titles of a plain digest, which part nothing."""

from collections.abc import Sequence

from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_marks import is_title_line
from tuireader.formats.plain_names import are_names

_SHORTEST = 5
"""Signs of a rule; fewer part what stands around them."""


def unframed(lines: list[Line]) -> list[Line]:
    """Return `lines` without the rules that titles are underlined with.

    Args:
        lines: The lines of a digest that are not blank.
    """
    if not any(line.kind is Kind.RULE for line in lines):
        return lines
    gone = {at for at in range(1, len(lines) - 1) if _underlines(lines, at)}
    return [line for at, line in enumerate(lines) if at not in gone] if gone else lines


def _underlines(lines: Sequence[Line], at: int) -> bool:
    """Say whether a rule stands right below a title that begins its paragraph.

    Authors or an address below it tell that it parts no entries.
    """
    rule, title, below = lines[at], lines[at - 1], lines[at + 1]
    if rule.kind is not Kind.RULE or rule.blanks or len(rule.text) < _SHORTEST:
        return False
    if title.kind is not Kind.TEXT or not is_title_line(title.text):
        return False
    top = at - 2
    begins = title.blanks or top < 0 or lines[top].kind in {Kind.RULE, Kind.DATE}
    heads = below.kind in {Kind.AUTHORS, Kind.LINK}
    named = heads or (below.kind is Kind.TEXT and are_names(below.text))
    return bool(begins) and named
