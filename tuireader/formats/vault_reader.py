"""Reads a vault note into entries: front matter, then head and body of each paper."""

from tuireader.domain.entry import Problem
from tuireader.formats.base import Reading, Source
from tuireader.formats.draft import Draft
from tuireader.formats.front_matter import FrontMatter, read_front_matter
from tuireader.formats.path_dates import date_of_path, split_name
from tuireader.formats.titles import says_name
from tuireader.formats.vault_body import BodyReader
from tuireader.formats.vault_fields import fields_above
from tuireader.formats.vault_head import read_head
from tuireader.formats.vault_usual import read_usual

_NO_FRONT = FrontMatter()
_SUBTITLE = 8


def read_note(source: Source) -> Reading:
    """Return the entries of a note, at least one, and what was odd about it."""
    date, name = split_name(source.name)
    date = date or date_of_path(source.path)
    name = name or source.name
    if entry := read_usual(source.text, date, name):
        return Reading((entry,), () if entry.authors else (_untitled(1),))
    return read_any(source, date, name)


def read_any(source: Source, date: str | None, name: str) -> Reading:
    """Return the entries of a note of whatever shape, line by line.

    Args:
        source: The note.
        date: The day that its path tells.
        name: What its file name says beside the day.
    """
    lines = source.lines
    has_front = source.text.startswith("---")
    front = read_front_matter(lines) if has_front else _NO_FRONT
    problems = [*front.problems]
    date = _date(date, front, problems)
    drafts: list[Draft] = []
    at = front.end
    while at < len(lines) or not drafts:
        at = _skip_blank(lines, at)
        draft = Draft(min(at, len(lines) - 1) + 1, date)
        if not drafts and front.end:
            _take_front(draft, front)
        body = read_head(draft, lines, fields_above(draft, lines, at), name)
        at = BodyReader(draft, lines, problems).read(body)
        drafts.append(draft)
    if front.end or not drafts[0].title:
        _name_first(drafts[0], name, front, problems)
    if len(drafts) > 1:
        _share_tags(drafts)
        for draft in drafts:
            draft.title = draft.title or name
    return Reading(tuple([draft.entry() for draft in drafts]), tuple(problems))


def _skip_blank(lines: list[str], at: int) -> int:
    """Return the index of the next line with words, or of the last line."""
    while at < len(lines) - 1 and not lines[at].strip("-=*_ \t"):
        at += 1
    return at


def _date(date: str | None, front: FrontMatter, problems: list[Problem]) -> str | None:
    if date and front.date and front.date != date:
        what = f"two dates: {date} in the path, {front.date} in the front matter"
        problems.append(Problem(1, what, "used the one in the path"))
    return date or front.date


def _take_front(draft: Draft, front: FrontMatter) -> None:
    draft.authors = front.authors
    draft.abstract = front.abstract
    draft.add_tags(front.tags)
    if front.url:
        draft.own(front.url)


def _name_first(
    draft: Draft, name: str, front: FrontMatter, problems: list[Problem]
) -> None:
    """Give the note's first paper a title, if its lines gave none."""
    named = draft.title or front.title or _full_name(name, front.aliases)
    draft.title = named or name
    if not named:
        problems.append(_untitled(draft.line))
    if front.title not in {"", draft.title}:
        problems.append(_differs("title", front.title))
    if front.authors and front.authors != draft.authors:
        problems.append(_differs("authors", ", ".join(front.authors)))
    if front.aliases and draft.title not in front.aliases:
        what = f"other names: {', '.join(front.aliases)[:400]}"
        problems.append(Problem(1, what, "not shown"))


def _full_name(name: str, aliases: tuple[str, ...]) -> str:
    """Return the alias that is all of the title that `name` only begins, if one is."""
    longer = [alias for alias in aliases if len(alias) > len(name) + _SUBTITLE]
    return next((alias for alias in longer if says_name(alias, name)), "")


def _untitled(line: int) -> Problem:
    return Problem(line, "no title line", "used the file name")


def _differs(what: str, text: str) -> Problem:
    what = f"the front matter has another {what}: {text[:400]}"
    return Problem(1, what, "used what the note has")


def _share_tags(drafts: list[Draft]) -> None:
    """Give the tags that end a note to all its papers, if no other has any."""
    *others, last = drafts
    if others and last.tags and not any(draft.tags for draft in others):
        for draft in others:
            draft.add_tags(tuple(last.tags))
