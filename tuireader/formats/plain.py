"""Plain digests: dated text with title, authors, abstract, commentary and hashtags."""

import re
from itertools import islice
from typing import NamedTuple

from tuireader.formats.abstracts import is_formal
from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.dates import date_of_line, date_of_path
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.plain_lines import are_bare_names
from tuireader.formats.plain_reader import read_plain
from tuireader.formats.titles import authors_of_line, is_title_like

_LOOK = 400
_HEAD = 6
_NOTHING = Recognition(0, "")
# Lines as programs, tables and logs have them, and prose has not.
_CODE = re.compile(
    r"\S+ ?=[^=].*|(?:import|from) [\w.]+(?: import .*)?"
    r"|\[?[0-9-]{8,10}[T ][0-9:]{5,}.*"
    r"|(?:def|class|return|if|for|while|const|let|function|fn|public|static) .*[:({]"
)
_LONG = 200
_MOST_COMMAS = 3


class _Evidence(NamedTuple):
    """What the first lines of a text hold."""

    dated: bool
    authors: int
    tags: int
    code: int
    lines: int
    abstracts: int


class PlainDigest:
    """A dated text that lists several papers."""

    name = "plain"

    def recognise(self, source: Source) -> Recognition:
        """Say how sure it is, by date lines, author lines and lines of hashtags."""
        if source.text.startswith(("http", "<", "{")):
            return _NOTHING
        evidence = _look(source)
        if evidence.code * 5 > evidence.lines:
            return _NOTHING
        score = _score(evidence, source)
        if not score:
            return _NOTHING
        reason = f"{evidence.authors} author lines, {evidence.tags} lines of hashtags"
        return Recognition(score, ("date line, " if evidence.dated else "") + reason)

    def read(self, source: Source) -> Reading:
        """Read every entry; lines above the first paper become a problem."""
        return read_plain(source)


def _look(source: Source) -> _Evidence:
    dated = False
    authors = tags = code = count = abstracts = 0
    above = higher = ""
    for line in islice(filter(None, map(str.strip, source.lines)), _LOOK):
        if count < _HEAD and not dated:
            dated = date_of_line(line) is not None
        if line[0] == "(":
            authors += _is_below_title(line, above, strict=not dated and count != 1)
        elif line[0] in "#＃":
            tags += bool(tags_of_line(line))
        elif len(line) > _LONG:
            quoted = dated and not authors and not tags and is_title_like(above)
            abstracts += quoted and is_formal(line)
        elif are_bare_names(higher, above, line):
            authors += 1
        else:
            code += _is_code(line)
        higher, above = above, line
        count += 1
    return _Evidence(dated, authors, tags, code, count, abstracts)


def _is_code(line: str) -> bool:
    table = line.count(",") > _MOST_COMMAS and ", " not in line
    return line[-1] in ";{}" or table or _CODE.fullmatch(line) is not None


def _is_below_title(line: str, above: str, *, strict: bool) -> bool:
    # Below a line that ends like code or a sentence stands no list of authors.
    if not above or above.endswith((";", "{", ",", ":")) or line[-1] != ")":
        return False
    names = authors_of_line(line, strict=strict)
    if strict:  # people have two names; what code has in parentheses has one
        return is_title_like(above) and sum(" " in name for name in names) > 1
    return bool(names)


def _score(evidence: _Evidence, source: Source) -> int:
    authors, tags = evidence.authors, evidence.tags
    if evidence.dated:
        score = 95 if authors and tags else 92 if authors > 1 else 0
        score = score or (75 if tags > 1 else 70 if authors else 50 if tags else 0)
        score = score or (60 if evidence.abstracts else 0)
    elif authors:
        score = 80 if authors > 1 and tags else 70 if authors > 2 else 45  # noqa: PLR2004
        if authors == 1 and not tags:
            score = 0
    else:
        score = 45 if tags > 1 and date_of_path(source.path) else 0
    # Links and headings in Markdown's form speak for the formats that know Markdown.
    headings = source.text.count("\n## ") + source.text.count("\n### ")
    if headings > 1 and headings >= authors:
        score = min(score, 60)
    return min(score, 40) if source.text.count("](") > authors + tags else score
