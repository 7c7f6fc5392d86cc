"""Reads the lines of one entry of a plain digest."""

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.formats.author_lists import split_authors
from tuireader.formats.draft import Draft
from tuireader.formats.links import titled_link
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.plain_body import read_body
from tuireader.formats.plain_kinds import ASIDE, Kind, Line
from tuireader.formats.plain_links import is_labelled, own_of
from tuireader.formats.plain_marks import bare_title, split_id
from tuireader.formats.plain_names import author_text, split_byline
from tuireader.formats.plain_segments import Segment
from tuireader.formats.titles import read_title, titled_address

_MOST_OF = 3
_QUOTES = frozenset('"“«「『《')
_BULLETS = frozenset(("- ", "* ", "+ ", "• ", "· ", "– "))


@dataclass(frozen=True, slots=True)
class Habits:
    """What the entries of a digest have in common."""

    links_last: bool = False
    """Whether the own link stands at the end of entries."""
    author_lines: bool = False
    """Whether authors have lines of their own."""

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> "Habits":
        """Return what most of `segments` do."""
        entries = [segment for segment in segments if segment.title_lines]
        last = sum(_last_link(segment.lines) >= 0 for segment in entries)
        named = any(
            line.kind is Kind.AUTHORS for each in entries for line in each.lines
        )
        return cls(last > 1 and last * _MOST_OF >= len(entries) * 2, named)


def read_entry(segment: Segment, date: str | None, habits: Habits) -> Draft:
    """Read title, authors, link, abstract, commentary and tags of an entry.

    Args:
        segment: Its lines.
        date: The day that stands above it, or in the path.
        habits: What the entries of its digest have in common.
    """
    lines = segment.lines
    draft = Draft(lines[0].at + 1, date, segment.section)
    above = _own_above(draft, segment.links)
    named = any(line.kind is Kind.AUTHORS for line in lines)
    _read_title(draft, lines[: segment.title_lines], habits, named=named)
    body = list(lines[segment.title_lines :])
    if habits.links_last and (place := _last_link(lines)) >= 0 and draft.url is None:
        draft.own(own_of(lines[place].text).url)
        del body[place - segment.title_lines]
    _drop_bullets(body)
    others, body = _read_head(draft, body)
    read_body(draft, [*above, *others], body, segment.afterword)
    return draft


def _drop_bullets(lines: Sequence[Line]) -> None:
    """Take the bullets off the parts of an entry, where each is an item of a list."""
    listed = [line for line in lines if line.kind is not Kind.TAGS]
    bullets = {line.text[:2] for line in listed}
    if len(lines) > 1 and len(bullets) == 1 and bullets <= _BULLETS:
        for line in listed:
            line.text = line.text[2:].lstrip() or line.text


def _last_link(lines: Sequence[Line]) -> int:
    """Return the index of the arXiv address that an entry ends with, or -1."""
    for index in range(len(lines) - 1, 0, -1):
        if lines[index].kind is Kind.LINK:
            return index if own_of(lines[index].text).arxiv_id else -1
        if lines[index].kind is not Kind.TAGS and lines[index].kind not in ASIDE:
            return -1
    return -1


def _own_above(draft: Draft, links: Sequence[Line]) -> list[str]:
    """Take the own link from above the title; return the other addresses there."""
    best = [line for line in links if own_of(line.text).arxiv_id] or links
    if best:
        draft.own(own_of(best[0].text).url)
    return [line.text for line in links if not draft.own(own_of(line.text).url)]


def _read_title(
    draft: Draft, lines: Sequence[Line], habits: Habits, *, named: bool
) -> None:
    text = bare_title(" ".join(line.text for line in lines))
    linked = titled_link(text)
    if not linked[1]:
        linked = titled_address(text) or ("", "")
    split = split_id(text)
    if linked[1]:
        text = linked[0] if draft.own(linked[1]) else text
    elif split[1]:
        text = split[0] if draft.own(split[1].abs_url) else text
    elif text[0] in "*_" or text[-1] == ")":
        text = _with_authors(draft, text, habits, named=named)
    if not named and not draft.authors:
        text, draft.authors = split_byline(text)
        if draft.authors and text[0] in _QUOTES:
            text = bare_title(text)
    draft.title = " ".join(text.split())


def _with_authors(draft: Draft, text: str, habits: Habits, *, named: bool) -> str:
    """Take the authors in parentheses behind a title; return what is left."""
    found = read_title([text], 0)
    if not found or (found.url and not draft.own(found.url)):
        return text
    if found.authors and (named or not _are_sure(found.authors, habits)):
        return text
    draft.authors = found.authors
    return found.title


def _are_sure(names: Sequence[str], habits: Habits) -> bool:
    """Say whether what a title has in parentheses can only be its authors."""
    if len(names) > 1:
        return True
    name = names[0]
    whole = " " in name and name[0].isupper() and not any(map(str.isdigit, name))
    return whole and not habits.author_lines


def _read_head(draft: Draft, lines: Sequence[Line]) -> tuple[list[str], list[Line]]:
    """Take authors and own link from below the title.

    Returns:
        What else stood among them, and the lines behind.
    """
    others: list[str] = []
    for index, line in enumerate(lines):
        if line.kind is Kind.AUTHORS and not draft.authors:
            draft.authors = split_authors(author_text(line.text))
        elif line.kind is Kind.AUTHORS:
            others.append(line.text)  # where they work
        elif line.kind is Kind.LINK and _is_own(draft, line):
            pass
        elif line.kind is Kind.TAGS:
            draft.add_tags(loose_tags(line.text))
        else:
            return others, list(lines[index:])
    return others, []


def _is_own(draft: Draft, line: Line) -> bool:
    """Take an address below the title; below the authors it is a project page."""
    link = own_of(line.text)
    if draft.authors and not link.arxiv_id and not is_labelled(line.text):
        return False
    return draft.own(link.url)
