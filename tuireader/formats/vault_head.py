"""The head of a vault note: own link, title, authors and labelled fields."""

from collections.abc import Sequence

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.links import titled_link
from tuireader.formats.plain_names import split_byline
from tuireader.formats.titles import (
    TitleLine,
    authors_of_line,
    begins_alike,
    is_title_case,
    is_title_like,
    read_title,
    says_name,
    titled_address,
)
from tuireader.formats.vault_addresses import NEAR, is_named_link, read_addresses
from tuireader.formats.vault_fields import TITLES, labelled, names_people, take_field

LINK_HEADINGS = frozenset((
    "links", "link", "related", "related notes", "see also", "backlinks", "링크",
    "관련",
))  # fmt: skip
ABSTRACT_HEADINGS = frozenset(("abstract", "초록", "摘要", "概要"))
_HEADINGS = LINK_HEADINGS | ABSTRACT_HEADINGS
_MOST_INTRO = 2


def read_head(draft: Draft, lines: Sequence[str], at: int, name: str) -> int:
    """Read link, title and authors from `lines[at]` on; return the first line behind.

    Args:
        draft: Receives what is found; links beside the own one become commentary.
        lines: The lines of the note.
        at: Index of the first line of the head.
        name: What the file name says beside its date.
    """
    at = read_addresses(draft, lines, at)
    if draft.block:  # prose on the line of the address: there is no title
        return at
    behind = _title(draft, lines, at, name)
    if behind == at:
        return at
    return _fields(draft, lines, behind)


def starts_paper(lines: Sequence[str], at: int) -> bool:
    """Say whether the address at `lines[at]` begins the next paper of a note.

    A link among commentary is one that the curator cites, unless title and authors
    stand below it, or something like a title directly below an arXiv address.
    """
    url = lines[at].strip()
    for index in range(at + 1, min(at + NEAR, len(lines))):
        line = lines[index].strip()
        if not line or line.startswith(("http://", "https://")):
            continue
        found = read_title(lines, index)
        if found and found.authors:
            return True
        is_title = is_title_like(line) and is_title_case(line)
        return index == at + 1 and is_title and ArxivId.parse(url) is not None
    return False


def is_intro(draft: Draft) -> bool:
    """Say whether `draft` has only words about what is to come."""
    return (
        draft.url is None
        and not draft.title
        and not (draft.tags and draft.paragraphs)
        and len(draft.paragraphs) <= _MOST_INTRO
    )


def is_only_address(lines: Sequence[str], at: int, url: str) -> bool:
    """Say whether no other address, or arXiv address, has a line of its own below."""
    own = ArxivId.parse(url)
    for line in lines[at + 1 :]:
        if line.startswith("http") and " " not in line.strip():
            other = ArxivId.parse(line)
            if own is None or (other and other.base != own.base):
                return False
    return True


def _title(draft: Draft, lines: Sequence[str], at: int, name: str) -> int:
    at = _behind_tags(draft, lines, _next_words(lines, at))
    line = lines[at].strip() if at < len(lines) else "#"
    if line[0] == "#" and (
        not line.strip("# ")
        or tags_of_line(line)
        or line.strip("# ").casefold() in _HEADINGS
    ):
        return at
    if (match := labelled(line)) and match[1].casefold() in TITLES:
        draft.title = " ".join(match[2].strip("*_ ").split())
    elif found := read_title(lines, at):
        draft.title, draft.authors = _titled(draft, found, lines, at)
        if found.url:
            draft.own(found.url)
        return at + found.lines
    elif (parts := _with_byline(line))[1]:
        draft.title, draft.authors = parts
    elif draft.url is None and (linked := _linked_title(line)):
        draft.title = " ".join(linked[0].split())
        draft.own(linked[1])
    elif _is_bare_title(draft, lines, at, name):
        draft.title = " ".join(line.split())
    return at + 1 if draft.title else at


def _titled(
    draft: Draft, found: TitleLine, lines: Sequence[str], at: int
) -> tuple[str, tuple[str, ...]]:
    """Return title and authors of a title line; `(Extended Version)` names nobody."""
    below = _next_words(lines, at + found.lines)
    if len(found.authors) == 1 and below < len(lines) and names_people(lines[below]):
        return f"{found.title} ({found.authors[0]})", draft.authors
    return found.title, found.authors or draft.authors


def _with_byline(line: str) -> tuple[str, tuple[str, ...]]:
    """Return title and authors of `Title — Ada Lovelace, Alan Turing (2024)`."""
    title, authors = split_byline(line)
    return " ".join(title.split()), authors if is_title_like(title) else ()


def _linked_title(line: str) -> tuple[str, str] | None:
    """Return title and address of `[Title](https://…)` or `Title (https://…)`."""
    title, url = titled_link(line)
    if url and not is_named_link(line) and is_title_like(title):
        return title, url
    return titled_address(line)


def _next_words(lines: Sequence[str], at: int) -> int:
    return next((i for i in range(at, len(lines)) if lines[i].strip()), len(lines))


def _behind_tags(draft: Draft, lines: Sequence[str], at: int) -> int:
    """Take the tags at `lines[at]` if title and authors follow; return where these are.

    Tags that nothing of the kind follows end a note that has no title.
    """
    tags = tags_of_line(lines[at].strip()) if at < len(lines) else ()
    below = _next_words(lines, at + 1) if tags else len(lines)
    found = read_title(lines, below) if below < len(lines) else None
    if not (found and found.authors):
        return at
    draft.add_tags(tags)
    return below


def _is_bare_title(draft: Draft, lines: Sequence[str], at: int, name: str) -> bool:
    line = lines[at].strip()
    if not is_title_like(line):
        return False
    if says_name(line, name):
        return True
    following = next(filter(None, map(str.strip, lines[at + 1 : at + 3])), "")
    if authors_of_line(following):
        return True
    alone = at + 1 >= len(lines) or not lines[at + 1].strip()
    if alone and begins_alike(line, name):
        return True
    below = at > 0 and ArxivId.parse(lines[at - 1]) is not None
    return draft.url is not None and (alone or below) and is_title_case(line)


def _fields(draft: Draft, lines: Sequence[str], at: int) -> int:
    """Read authors, labelled fields and the own link below a title."""
    behind = at
    while at < len(lines):
        if line := lines[at].strip():
            if line[0] == "|" and not line.strip("|-: "):
                at += 1
                continue
            # Notes with authors and link go on with a quote or with prose.
            if line[0] == ">" or not take_field(draft, line):
                break
            behind = at + 1
        at += 1
    return behind
