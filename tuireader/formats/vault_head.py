"""The head of a vault note: own link, title, authors and labelled fields."""

import re
from collections.abc import Sequence

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.author_lists import split_authors
from tuireader.formats.dates import find_date
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.links import link_of_line
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.plain_links import lone_link
from tuireader.formats.plain_names import are_names, author_text
from tuireader.formats.titles import (
    authors_of_line,
    is_title_case,
    is_title_like,
    read_title,
    says_name,
    titled_address,
)

LINK_HEADINGS = frozenset((
    "links", "link", "related", "related notes", "see also", "backlinks", "링크",
    "관련",
))  # fmt: skip
ABSTRACT_HEADINGS = frozenset(("abstract", "초록", "摘要", "概要"))
_HEADINGS = LINK_HEADINGS | ABSTRACT_HEADINGS
# `Authors: …`, `**저자**: …`, `- Date:: …`
_LABELLED = re.compile(
    r"(?:[-*+] )?[*_]{0,2}(authors?|저자|著者|作者|dates?|날짜|日付|日期|url|links?"
    r"|arxiv|title|제목|tags?|keywords|태그|키워드)[*_]{0,2}\s?[:：]{1,2}[*_]{0,2}\s*(\S.*)",
    re.IGNORECASE,
)
# `[https://…](…)` · `[arXiv](…)`: no title that is a link.
_LINKED = re.compile(
    r"\[(?:https?:|(?:arxiv|paper|pdf|link|url|abs|논문|링크)(?: link)?\])",
    re.IGNORECASE,
)
_LABEL_WITHIN = 16
_TITLES = ("title", "제목")
_TAGS = ("tag", "tags", "keywords", "태그", "키워드")
_NEAR = 6
_MOST_INTRO = 2


def read_head(draft: Draft, lines: Sequence[str], at: int, name: str) -> int:
    """Read link, title and authors from `lines[at]` on; return the first line behind.

    Args:
        draft: Receives what is found; links beside the own one become commentary.
        lines: The lines of the note.
        at: Index of the first line of the head.
        name: What the file name says beside its date.
    """
    at = _addresses(draft, lines, at)
    if draft.block:  # prose on the line of the address: there is no title
        return at
    behind = _title(draft, lines, at, name)
    if behind == at:
        return at
    return _fields(draft, lines, behind)


def begins_with_label(text: str) -> bool:
    """Say whether `text` may begin with a labelled field, such as `Authors: …`."""
    start = text[: _LABEL_WITHIN + 1]
    return (":" in start or "：" in start) and _LABELLED.match(text) is not None


def starts_paper(lines: Sequence[str], at: int) -> bool:
    """Say whether the address at `lines[at]` begins the next paper of a note.

    A link among commentary is one that the curator cites, unless title and authors
    stand below it, or something like a title directly below an arXiv address.
    """
    url = lines[at].strip()
    for index in range(at + 1, min(at + _NEAR, len(lines))):
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


def _addresses(draft: Draft, lines: Sequence[str], at: int) -> int:
    """Take the addresses that the head begins with; return the first line behind."""
    urls: list[str] = []
    while at < len(lines):
        if line := lines[at].strip():
            url, rest = link_of_line(line)
            if (not url or line[:1] in "aA") and (link := lone_link(line)):
                url, rest = link.url, ""
            if not url or (rest and urls):
                break
            if line[0] == "[" and not rest and not _LINKED.match(line):
                break  # a title that is a link
            urls.append(url)
            if rest:
                draft.block.append(rest)
                at += 1
                break
        at += 1
    _choose(draft, urls)
    return at


def _choose(draft: Draft, urls: list[str]) -> None:
    """Take the paper's own link from `urls`; the others are commentary."""
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


def _title(draft: Draft, lines: Sequence[str], at: int, name: str) -> int:
    at = next((i for i in range(at, len(lines)) if lines[i].strip()), len(lines))
    line = lines[at].strip() if at < len(lines) else "#"
    if line[0] == "#" and (
        not line.strip("# ")
        or tags_of_line(line)
        or line.strip("# ").casefold() in _HEADINGS
    ):
        return at
    if (match := _label_of(line)) and match[1].casefold() in _TITLES:
        draft.title = " ".join(match[2].strip("*_ ").split())
    elif found := read_title(lines, at):
        draft.title, draft.authors = found.title, found.authors or draft.authors
        if found.url:
            draft.own(found.url)
        return at + found.lines
    elif draft.url is None and (linked := titled_address(line)):
        draft.title = " ".join(linked[0].split())
        draft.own(linked[1])
    elif _is_bare_title(draft, lines, at, name):
        draft.title = " ".join(line.split())
    return at + 1 if draft.title else at


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
    below = at > 0 and ArxivId.parse(lines[at - 1]) is not None
    return draft.url is not None and (alone or below) and is_title_case(line)


def _fields(draft: Draft, lines: Sequence[str], at: int) -> int:
    """Read authors, labelled fields and the own link below a title."""
    behind = at
    while at < len(lines):
        if line := lines[at].strip():
            # Notes with authors and link go on with a quote or with prose.
            if line[0] == ">" or not _field(draft, line):
                break
            behind = at + 1
        at += 1
    return behind


def _field(draft: Draft, line: str) -> bool:
    if line[0] == "(" and not draft.authors:
        draft.authors = authors_of_line(line)
        return bool(draft.authors)
    if line.startswith("http"):
        url, rest = link_of_line(line)
        return bool(url) and not rest and draft.own(url)
    if match := _label_of(line):
        return _labelled(draft, match[1].casefold(), match[2])
    if not draft.authors and not draft.tags and are_names(names := line.strip("*_ ")):
        draft.authors = split_authors(author_text(names))
        return True
    return False


def _label_of(line: str) -> "re.Match[str] | None":
    if ":" not in line[:_LABEL_WITHIN] and "：" not in line[:_LABEL_WITHIN]:
        return None
    return _LABELLED.fullmatch(line)


def _labelled(draft: Draft, label: str, text: str) -> bool:
    if label in {"date", "dates", "날짜", "日付", "日期"}:
        found = find_date(_unlinked(text))
        draft.date = draft.date or found
        return found is not None and draft.date == found
    if label in {"url", "link", "links", "arxiv"}:
        return bool(ArxivId.parse(text) or link_of_line(text) == (text, "")) and (
            draft.own(text)
        )
    if label in _TITLES:
        return text == draft.title
    if label in _TAGS:
        tags = loose_tags(f"{label}: {_unlinked(text)}")
        draft.add_tags(tags)
        return bool(tags)
    if not draft.authors:
        draft.authors = split_authors(_unlinked(text))
        return True
    return False


def _unlinked(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")
