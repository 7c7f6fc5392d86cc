"""What the first lines of a text hold that speaks for a plain digest."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.abstracts import is_formal
from tuireader.formats.base import Source
from tuireader.formats.dates import HEADING_ENDS, date_of_heading, date_of_line
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.path_dates import year_of_path
from tuireader.formats.plain_kinds import Kind
from tuireader.formats.plain_lines import read_lines
from tuireader.formats.plain_links import lone_link
from tuireader.formats.plain_marks import PICTURE, bare_title, is_title_line
from tuireader.formats.plain_names import (
    are_bare_names,
    is_byline,
    is_labelled_list,
    split_byline,
)
from tuireader.formats.titles import (
    authors_of_line,
    is_title_like,
    read_title,
    titled_address,
)
from tuireader.text.counted import counted

_LOOK = 400
_MARKED = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".mbox", ".eml")
_MARKS = ("](", "**", "\n# ", "\n## ", "\n### ", "</")
_HEAD = 6
_TOP = 3
# Lines as programs, tables and logs have them, and prose has not.
_CODE = re.compile(
    r"\S+ ?=[^=].*|(?:import|from) [\w.]+(?: import .*)?"
    r"|\[?[0-9-]{8,10}[T ][0-9:]{5,}.*"
    r"|(?:def|class|return|if|for|while|const|let|function|fn|public|static) .*[:({]"
)
_PICTURE = re.compile(PICTURE)
_FIRST_PICTURE = "\u2190"
_NEAR_START = 12
_LONG = 200
_MOST_COMMAS = 3


@dataclass
class Evidence:
    """What the first lines of a text hold, counted."""

    source: Source
    dated: bool = False
    authors: int = 0
    tags: int = 0
    code: int = 0
    lines: int = 0
    abstracts: int = 0
    links: int = 0

    @cached_property
    def loose(self) -> bool:
        """Whether labels and places tell as well; in Markdown they do not."""
        return _is_bare(self.source)

    def is_plenty(self) -> bool:
        """Say whether more lines could not make it surer."""
        return self.dated and self.authors > 0 and self.tags > 0

    def __str__(self) -> str:
        found = (
            (self.authors, "author line"),
            (self.tags, "hashtag line"),
            (self.abstracts, "abstract"),
            (self.links, "linked title"),
        )
        named = [counted(count, noun) for count, noun in found if count]
        among = f"in the first {counted(self.lines, 'line')}"
        return ", ".join([*(["date line"] if self.dated else []), *named, among])


def look(source: Source) -> Evidence:
    """Return what the first lines of `source` hold, until it is plenty."""
    found = Evidence(source)
    above = higher = ""
    year = year_of_path(source.path)
    for line in islice(filter(None, map(str.strip, source.lines)), _LOOK):
        if found.lines < _HEAD and not found.dated:
            found.dated = _is_dated(line, found.lines, year)
        _count(found, line, above, higher)
        higher, above = above, line
        found.lines += 1
        if found.is_plenty():
            break
    if found.dated and not (found.authors or found.tags or found.abstracts):
        found.abstracts = _wrapped_abstracts(source)
    return found


def _is_bare(source: Source) -> bool:
    """Say whether a text has no marks of another shape that has labelled fields."""
    text = source.text
    return source.extension not in _MARKED and not any(map(text.__contains__, _MARKS))


def _is_dated(line: str, place: int, year: int | None) -> bool:
    if date_of_line(line, year) is not None:
        return True
    return place < _TOP and date_of_heading(line.rstrip(HEADING_ENDS))[0] is not None


def _count(found: Evidence, line: str, above: str, higher: str) -> None:
    """Count what `line` is evidence of."""
    line = _without_picture(line) if found.loose else line
    if line[0] in "(（":
        strict = not found.dated and found.lines != 1
        found.authors += _is_below_title(line, above, strict=strict)
    elif found.dated and found.loose and _links_title(line, above):
        found.links += 1
    elif line[0] in "#＃`[" or ":" in line[:16] or "：" in line[:16]:
        found.authors += found.loose and is_labelled_list(line)
        found.tags += bool(loose_tags(line) if found.loose else tags_of_line(line))
    elif len(line) > _LONG:
        quoted = found.dated and not found.authors and not found.tags
        if quoted and above and is_title_like(bare_title(above)):
            found.abstracts += is_formal(line)
    elif are_bare_names(higher, above, line) or _says_who(found, line, above):
        found.authors += 1
    else:
        found.code += _is_code(line)


def _without_picture(line: str) -> str:
    """Return a line without a picture before it: `🔗 https://…`, `🏷 #moe`."""
    sign = _PICTURE.match(line) if line[0] > _FIRST_PICTURE else None
    return line[sign.end() :] or line if sign else line


def _says_who(found: Evidence, line: str, above: str) -> bool:
    """Say whether a line names authors, alone or behind the title."""
    if not (found.dated and found.loose):
        return False
    return is_byline(above, line) or _names_authors(line)


def _links_title(line: str, above: str) -> bool:
    """Say whether a line is a title with its address on arXiv, or that below one."""
    if not (
        "://" in line or "arxiv.org/" in line or "rxiv" in line[:_NEAR_START].casefold()
    ):
        return False
    if titled := titled_address(bare_title(line)):
        return ArxivId.parse(titled[1]) is not None
    link = lone_link(line)
    if not (link and link.arxiv_id and above):
        return False
    return is_title_line(above) or bool(split_byline(above)[1])


def _names_authors(line: str) -> bool:
    """Say whether a line is `Title (Ada Lovelace, Alan Turing)`."""
    found = read_title([bare_title(line)], 0) if line[-1] == ")" else None
    return found is not None and sum(" " in name for name in found.authors) > 1


def _wrapped_abstracts(source: Source) -> int:
    """Count titles above abstracts in a text whose lines were broken at a margin."""
    lines = read_lines(Source(source.path, "\n".join(source.lines[:_LOOK])), None)
    return sum(
        is_title_like(bare_title(above.text)) and is_formal(line.text)
        for above, line in pairwise(lines)
        if above.kind is line.kind is Kind.TEXT
    )


def _is_code(line: str) -> bool:
    table = line.count(",") > _MOST_COMMAS and ", " not in line
    return line[-1] in ";{}" or table or _CODE.fullmatch(line) is not None


def _is_below_title(line: str, above: str, *, strict: bool) -> bool:
    # Below a line that ends like code or a sentence stands no list of authors.
    if not above or above.endswith((";", "{", ",", ":")) or line[-1] not in ")）":
        return False
    usual = line if line[0] == "(" else f"({line[1:-1]})"
    names = authors_of_line(usual, strict=strict)
    if strict:  # people have two names; what code has in parentheses has one
        return is_title_like(above) and sum(" " in name for name in names) > 1
    return bool(names)
