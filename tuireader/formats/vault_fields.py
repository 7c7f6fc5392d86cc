"""Fields of vault notes: `Authors: …`, and `author:: …` as Dataview has them."""

import re
from collections.abc import Sequence

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.author_lists import split_authors
from tuireader.formats.dates import find_date
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import tags_of_line
from tuireader.formats.links import link_of_line
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.plain_names import are_names, author_text
from tuireader.formats.sidecar_names import canonical
from tuireader.formats.titles import authors_of_line

# `Authors: …`, `**저자**: …`, `- Date:: …`
_LABELLED = re.compile(
    r"(?:[-*+] )?[*_]{0,2}(authors?|저자|著者|作者|dates?|날짜|日付|日期|url|links?"
    r"|arxiv|title|제목|tags?|keywords|태그|키워드|标签|关键词|タグ)[*_]{0,2}\s?[:：]{1,2}[*_]{0,2}\s*(\S.*)",
    re.IGNORECASE,
)
# `author:: …`, `[rating:: 5]`, `> **Title**:: …`
_INLINE = re.compile(
    r"(?:[-*+>] )?[\[(]?[*_]{0,2}([^\W\d][\w -]{0,24}?)[*_]{0,2}::[*_]{0,2}"
    r"\s+(\S.*?)[\])]?"
)
_INLINE_NAMES = {
    "authors": "authors", "title": "title", "date": "date", "url": "url",
    "tags": "tags",
}  # fmt: skip
# `Status: read`: whatever stands above the heading of a note.
_PROPERTY = re.compile(
    r"(?:[-*] )?[*_]{0,2}[^\W\d][\w ]{1,20}[*_]{0,2}[:：][*_]{0,2}\s.+"
)
# Behind names: ` (NeurIPS 2017)`, `, ICLR 2022`, ` · NeurIPS'17`, ` (2024)`.
_VENUE = re.compile(
    r"[*_]{0,2}(?:,|\s[·|–—-]|(?=\s\())\s?\(?"
    r"((?:(?:[A-Z][\w&+.-]{1,20}|of|on|in|the|for) ){0,6}(?:[A-Z]\w{1,12})?'?"
    r"[0-9]{2,4})\)?$"
)
_MOST_ABOVE = 16
_LABEL_WITHIN = 16
_FIELD_WITHIN = 40
TITLES = ("title", "제목")
_AUTHORS = ("author", "authors", "저자", "著者", "作者")
_TAGS = ("tag", "tags", "keywords", "태그", "키워드", "标签", "关键词", "タグ")


def begins_with_label(text: str) -> bool:
    """Say whether `text` may begin with a labelled field, such as `Authors: …`."""
    start = text[: _LABEL_WITHIN + 1]
    return (":" in start or "：" in start) and _LABELLED.match(text) is not None


def take_inline(draft: Draft, line: str) -> bool:
    """Take a field with two colons, which may stand anywhere; say whether it is one.

    Args:
        draft: Receives what the field says.
        line: One line without surrounding white space.
    """
    match = _INLINE.fullmatch(line)
    name = _INLINE_NAMES.get(canonical(match[1])) if match else None
    return bool(match and name) and _take(draft, name or "", match[2] if match else "")


def take_named(draft: Draft, line: str) -> bool:
    """Take tags behind their name, or a field of Dataview; say whether `line` is one.

    Args:
        draft: Receives what the field says.
        line: One line of a note's body.
    """
    if "::" in line[:_FIELD_WITHIN] and take_inline(draft, line):
        return True
    start = line[:_LABEL_WITHIN]
    tags = tags_of_line(line) if "#" in line and (":" in start or "：" in start) else ()
    draft.add_tags(tags)
    return bool(tags)


def take_field(draft: Draft, line: str) -> bool:
    """Take a line of a note's head that is a field; say whether it is one.

    Args:
        draft: Receives what the field says.
        line: One line without surrounding white space.
    """
    if line[0] == "|":  # a row of a table that has two columns
        name, _, value = line.strip("| ").partition("|")
        return "|" not in value and take_field(
            draft, f"{name.strip()}: {value.strip()}"
        )
    if line[0] == "(" and not draft.authors:
        draft.authors = authors_of_line(line)
        return bool(draft.authors)
    if line.startswith(("http", "<http", "[http")):
        url, rest = link_of_line(line)
        return bool(url) and not rest and draft.own(url)
    if match := labelled(line):
        return _take(draft, match[1].casefold(), match[2])
    known = draft.authors or (draft.tags and line[0] not in "*_")
    return not known and _take_names(draft, line)


def _take_names(draft: Draft, line: str) -> bool:
    """Take `*Ada Lee, Bo Wu* (NeurIPS 2017)`; the venue is commentary."""
    venue = _VENUE.search(line)
    names = (line[: venue.start()] if venue else line).strip("*_ ")
    if not names or not are_names(names):
        return False
    draft.authors = split_authors(author_text(names))
    if venue:
        draft.add(venue[1])
    return True


def fields_above(draft: Draft, lines: Sequence[str], at: int) -> int:
    """Read the fields that stand above the heading of a note.

    Args:
        draft: Receives what they say; what is not understood is commentary.
        lines: The lines of the note.
        at: Index of the first line with words.

    Returns:
        The index of the heading, or `at` if nothing but fields does not lead to one.
    """
    found: list[str] = []
    for index in range(at, min(at + _MOST_ABOVE, len(lines))):
        line = lines[index].strip()
        if line.startswith("# "):
            if not any(map(labelled, found)):
                return at
            for text in found:
                if not take_field(draft, text):
                    draft.add(text)
            return index
        if line and not _PROPERTY.fullmatch(line):
            return at
        found += [line] * bool(line)
    return at


def names_people(line: str) -> bool:
    """Say whether a line is a list of several people and nothing else."""
    line = line.strip()
    if line[:1] == "(":
        return len(authors_of_line(line, strict=True)) > 1
    match = labelled(line)
    if match:
        return match[1].casefold() in _AUTHORS
    names = line.strip("*_ ")
    return bool(names) and are_names(names)


def labelled(line: str) -> "re.Match[str] | None":
    """Return name and value of `Authors: …`, or None if `line` is no such field.

    Args:
        line: One line without surrounding white space.
    """
    if ":" not in line[:_LABEL_WITHIN] and "：" not in line[:_LABEL_WITHIN]:
        return None
    return _LABELLED.fullmatch(line)


def _take(draft: Draft, label: str, text: str) -> bool:
    if label in {"date", "dates", "날짜", "日付", "日期"}:
        found = find_date(_unlinked(text))
        draft.date = draft.date or found
        return found is not None and draft.date == found
    if label in {"url", "link", "links", "arxiv"}:
        return bool(ArxivId.parse(text) or link_of_line(text) == (text, "")) and (
            draft.own(text)
        )
    if label in TITLES:
        title = " ".join(_unlinked(text).strip("*_ ").split())
        draft.title = draft.title or title
        return draft.title == title
    if label in _TAGS:
        text = text.replace("]] [[", "]], [[")
        tags = loose_tags(f"{label}: {_unlinked(text)}")
        draft.add_tags(tags)
        return bool(tags)
    names = split_authors(_unlinked(text))
    draft.authors = draft.authors or names
    return draft.authors == names


def _unlinked(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")
