"""The addresses that the head of a vault note begins with."""

import re
from collections.abc import Sequence

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.draft import Draft
from tuireader.formats.links import link_of_line, named_links
from tuireader.formats.plain_links import lone_link
from tuireader.formats.titles import read_title

# `[https://…](…)` · `[arXiv](…)`: no title that is a link.
_LINKED = re.compile(
    r"\[(?:https?:|(?:arxiv|paper|pdf|link|url|abs|논문|링크)(?: link)?\])",
    re.IGNORECASE,
)
# `Code: https://…` beside the paper's own address.
_BESIDE = re.compile(
    r"(?:[-*] )?[*_]{0,2}(?:code|github|project(?: page)?|demo|blog|website|homepage"
    r"|코드|깃허브|데모)[*_]{0,2}\s?[:：][*_]{0,2}\s?(https?://\S+)",
    re.IGNORECASE,
)
# No address ends in more than one way: what does not match fails at once.
# `논문: <https://…> / 코드: https://…` · `Paper: https://… | Code: [x](https://…)`
_NAME = r"[*_]{0,2}(?:[^\W\d_]\w{0,20} ?){1,2}[*_]{0,2}\s?[:：][*_]{0,2}\s?"
_NAMED = (
    rf"{_NAME}(?:<https?://[^\s<>]{{1,2048}}>|\[[^\[\]\n]{{1,200}}\]"
    r"\(https?://[^\s<>(),]{1,2048}\)|https?://[^\s<>,]{1,2048})"
)
_ALL_NAMED = re.compile(
    rf"(?:[-*] )?{_NAMED}(?:(?:\s{{1,2}}[/|·,;]?|,)\s{{0,2}}{_NAMED})+"
)
_NAMED_URL = re.compile(
    rf"(?={_NAMED}){_NAME}(?:<|\[[^\[\]\n]{{1,200}}\]\()?([^\s<>,]+)"
)
_LONGEST = 2_048
NEAR = 6
"""How many lines below an address its title is looked for in."""


def read_addresses(draft: Draft, lines: Sequence[str], at: int) -> int:
    """Take the addresses that the head begins with; return the first line behind.

    Args:
        draft: Receives them. Its block is not empty behind them if the first has prose
            beside it and no title below.
        lines: The lines of the note.
        at: Index of the first line of the head.
    """
    urls: list[str] = []
    said: list[str] = []
    while at < len(lines) and _takes(lines, at, urls, said):
        at += 1
    if not urls and at < len(lines):
        url, rest = address_of(lines[at].strip())
        if url and rest:
            urls.append(url)
            draft.block.append(rest)
            at += 1
    choose_own(draft, urls)
    for text in said:
        draft.add(text)
    return at


def _takes(lines: Sequence[str], at: int, urls: list[str], said: list[str]) -> bool:
    """Take a line of the head; say whether it is blank or holds addresses.

    Args:
        lines: The lines of the note.
        at: Index of the line.
        urls: Receives the addresses.
        said: Receives the words beside them, above a title.
    """
    if not (line := lines[at].strip()):
        return True
    url, rest = address_of(line)
    if found := [url, *_further(rest)] if url and rest else named_addresses(line):
        if len(found) > 1 and (url or not urls):
            urls += found
            return True
        return _says_beside(lines, at, found, urls, said)
    if not url or (line[0] == "[" and not _LINKED.match(line)):
        # A title that is a link, or words with an address in them.
        beside = not url and bool(urls) and "://" in line
        return beside and _says_beside(lines, at, [], urls, said)
    urls.append(url)
    return True


def _says_beside(
    lines: Sequence[str], at: int, found: list[str], urls: list[str], said: list[str]
) -> bool:
    """Take a line with words and an address that stands above the title.

    Args:
        lines: The lines of the note.
        at: Index of the line.
        found: What addresses it has: the first of a head may be the own one.
        urls: The addresses above it; receives that one.
        said: Receives the words.
    """
    known = any(map(ArxivId.parse, [*urls, *found]))
    title = read_title(lines, at)
    if (title and title.authors) or not names_title(lines, at + 1, known=known):
        return False
    line = lines[at].strip()
    said.append(line if urls else address_of(line)[1])
    urls += [] if urls else found
    return True


def address_of(line: str) -> tuple[str, str]:
    """Return the address that a line of the head begins with and the text behind it."""
    url, rest = link_of_line(line)
    if (not url or line[:1] in "aA") and (link := lone_link(line)):
        return link.url, ""
    if not url and (beside := _BESIDE.fullmatch(line)):
        return beside[1], ""
    return url, rest


def named_addresses(line: str) -> list[str]:
    """Return the addresses of a line that is several, each behind its name, else none.

    Args:
        line: One line without surrounding white space.
    """
    if "://" not in line or len(line) > _LONGEST or not _ALL_NAMED.fullmatch(line):
        return []
    return [found.rstrip(">);") for found in _NAMED_URL.findall(line)]


def _further(rest: str) -> list[str]:
    """Return the addresses that stand behind another one, if nothing else does."""
    words = [word.rstrip(",;") for word in rest.split()]
    if all(word.startswith(("https://", "http://")) for word in words):
        return words
    return named_links(rest)


def is_named_link(line: str) -> bool:
    """Say whether `line` begins with a link whose text only names where it leads."""
    return _LINKED.match(line) is not None


def names_title(lines: Sequence[str], at: int, *, known: bool = False) -> bool:
    """Say whether title and authors begin the lines below words beside an address.

    Args:
        lines: The lines of the note.
        at: Index of the first below; further addresses may stand above the title.
        known: Whether the paper is known: another one's address begins another.
    """
    for index in range(at, min(at + NEAR, len(lines))):
        if not (line := lines[index].strip()):
            continue
        found = read_title(lines, index)
        if found and found.authors:
            return len(found.authors) > 1 or line[0] in "*_"
        url = address_of(line)[0]
        if "://" not in line and not url:
            return False
        if known and url and ArxivId.parse(url):
            return False
    return False


def choose_own(draft: Draft, urls: list[str]) -> None:
    """Take the paper's own link from `urls`; the others are commentary.

    Args:
        draft: Receives both.
        urls: The addresses that a head begins with.
    """
    if len(urls) == 1 and draft.url is None:
        draft.own(urls[0])
        return
    ids = {found.base: url for url in urls if (found := ArxivId.parse(url))}
    if len(ids) <= 1 and urls:
        draft.own(next(iter(ids.values()), urls[0]))
        urls = [url for url in urls if not draft.own(url)]
    # What is left, all of them in a survey of several papers, is no link of its own.
    draft.block[:0] = urls
    if len(urls) > 0:
        draft.flush()
