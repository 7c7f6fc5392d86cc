"""Anchors: the places where a document names the paper that an entry is about.

A link in running prose is a citation; a link that a line begins with, that is named
after what it leads to (`PDF`, `arXiv`), or that is a field, is an anchor.
"""

import re
from typing import NamedTuple

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.beside_links import (
    is_alone,
    is_title_text,
    names_people,
    says_something,
)
from tuireader.formats.markdown.blocks import (
    TAG,
    Block,
    Kind,
    Run,
    cut,
    link_around,
    plain,
)
from tuireader.formats.markdown.cleaning import clean, is_title
from tuireader.formats.markdown.identifiers import (
    id_of_address,
    ids_in_text,
    is_paper_page,
)
from tuireader.formats.markdown.labels import Role, label_of, names_link
from tuireader.formats.markdown.segments import leading_label, segments
from tuireader.formats.markdown.styled import begins_with_title
from tuireader.formats.people import looks_like_authors

_BESIDE_LINKS = (Role.PUBLISHED, Role.DATE, Role.AUTHORS, Role.TAGS)
_SENTENCE_END = re.compile(r"[a-z)]{2}[.!?][\s(（\[]*$")
_HEAD_REMARK = re.compile(r"^\s{0,9}[(\[][^()\[\]]{2,60}[)\]]\s{0,9}")
# `▲ 40 · Ada Lee and 2 others · [arXiv](…)`
_VOTES = re.compile(r"^\W{1,3}[0-9][0-9.,]{0,6}k?\s[·|•–—-]\s")
_SOME_YEAR = 2000
_LONGEST_LEAD = 260
_SHORT_TAIL = 60


class Anchor(NamedTuple):
    """The paper that a block names."""

    key: str
    """arXiv id, or the address of a paper elsewhere."""
    titled: bool
    """Whether the block also holds what can be the paper's title."""
    link: int | None = None
    """Index of the run that links to it."""
    prose: bool = False
    """Whether a sentence of a paragraph stands before the link: no title by itself."""

    @property
    def arxiv_id(self) -> str | None:
        """The key, if it is an arXiv id."""
        return None if "://" in self.key else self.key


class Mention(NamedTuple):
    """A paper named somewhere in a block."""

    key: str
    run: int | None
    start: int
    end: int


def mentions(block: Block) -> list[Mention]:
    """Return every paper that `block` names, arXiv's before others', in order."""
    found: list[Mention] = []
    elsewhere: list[Mention] = []
    at = 0
    for index, run in enumerate(block.runs):
        end = at + len(run.text)
        if run.href:
            if key := id_of_address(run.href):
                found.append(Mention(key, index, at, end))
            elif is_paper_page(run.href):
                elsewhere.append(Mention(run.href, index, at, end))
        at = end
    linked = {mention.key for mention in found}
    for start, stop, key in ids_in_text(block.text):
        if key not in linked:
            found.append(Mention(key, None, start, stop))
    found.sort(key=lambda mention: mention.start)
    return found + elsewhere or [Mention(mark, None, 0, 0) for mark in block.marks[:1]]


def anchor_of(block: Block, *, listed: bool) -> Anchor | None:
    """Return the paper that `block` names as the subject of an entry, if it does.

    Args:
        block: Any block.
        listed: Whether it stands in a list item or the like, where a line of text with
            a link behind it is an entry rather than prose.
    """
    if block.kind in {Kind.RULE, Kind.NOISE, Kind.CODE}:
        return None
    found = mentions(block)
    if not found:
        return None
    first = found[0]
    if block.kind in {Kind.HEAD, Kind.SUMMARY}:
        return Anchor(first.key, is_title(clean(without_names(block.runs))), first.run)
    line = _line_of(block, first)
    found = [line.mention, *found[1:]]
    if first.run is not None and not _is_name(block.runs, first.run):
        return _named_by_title(line, found, listed=listed)
    return _named_by_name(line, found, listed=listed)


class _Line(NamedTuple):
    """The field of a block in which a paper is named, without tags."""

    runs: list[Run]
    before: str
    after: str
    mention: Mention
    whole: list[Run]
    """All of the block, if the mention is on its first line."""


def _line_of(block: Block, mention: Mention) -> _Line:
    """Return what is around `mention` in `block`: its field, if it has several."""
    start, end = 0, len(block.text)
    at = 0
    for segment in segments(block.runs, commas=False):
        place = block.text.find(plain(segment.whole), at)
        if place < 0:
            continue
        at = place + len(plain(segment.whole))
        if place <= mention.start and mention.end <= at:
            start, end = place, at
    runs = [run for run in cut(block.runs, start, end) if not run.style & TAG]
    tagged = cut(block.runs, start, mention.start), cut(block.runs, mention.end, end)
    before, after = (plain([r for r in part if not r.style & TAG]) for part in tagged)
    whole = block.runs if "\n" not in block.text[: mention.start] else []
    return _Line(runs, before, after, mention, whole)


def _is_name(runs: list[Run], index: int) -> bool:
    """Say whether a link is named after what it leads to, or after nothing."""
    start, end = link_around(runs, index)
    linked = [run._replace(href="") for run in runs[start:end]]
    return names_link(plain(linked).strip()) or not is_title(clean(linked))


def without_names(runs: list[Run]) -> list[Run]:
    """Return `runs` without links named after what they lead to."""
    return [run for run in runs if not (run.href and names_link(run.text.strip()))]


def _named_by_title(
    line: _Line, found: list[Mention], *, listed: bool
) -> Anchor | None:
    """The link's text is a title: an anchor where the line begins with it."""
    anchor = Anchor(line.mention.key, titled=True, link=line.mention.run)
    if leading_label(line.before)[0]:
        return anchor
    if says_something(line.before) and not _names_or_dates(line.before, listed=listed):
        return None
    if listed:
        return anchor
    # Prose that begins with a citation goes on at once, or cites others as well.
    prose = line.after[:1].isalpha() or _several(found)
    return None if prose else anchor


def _names_or_dates(before: str, *, listed: bool) -> bool:
    """Say whether what stands before a title is its day, or its authors in a list."""
    if date_of_line(before, _SOME_YEAR):
        return True
    names = _HEAD_REMARK.sub("", before).strip(" ,:.：-–—")
    return listed and looks_like_authors(names)


def _named_by_name(line: _Line, found: list[Mention], *, listed: bool) -> Anchor | None:
    """The link's text only names the link; the title stands beside it or elsewhere."""
    first, before, after = line.mention, line.before, line.after
    if _only_names(line.runs):
        return Anchor(first.key, titled=False, link=first.run)
    label = leading_label(_VOTES.sub("", plain(line.runs)))[0]
    if label and label.role not in {Role.LINK, Role.TITLE}:
        alone = label.role in _BESIDE_LINKS and is_alone(before, after)
        return Anchor(first.key, titled=False, link=first.run) if alone else None
    short = listed or _is_short(after)
    if label or not says_something(before):
        titled = is_title_text(after) or bool(label and label.role == Role.TITLE)
        return Anchor(first.key, titled, first.run) if short else None
    if not short or len(before) > _LONGEST_LEAD:
        return None
    several, people = _several(found), names_people(before)
    begun = (several or people) and begins_with_title(line.whole)
    if not several or (listed and begun):
        prose = not listed and _SENTENCE_END.search(before) is not None
        titled = begun or not people
        return Anchor(first.key, titled, first.run, prose)
    return None


def _several(found: list[Mention]) -> bool:
    return len({mention.key for mention in found if "://" not in mention.key}) > 1


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT_TAIL


def _only_names(runs: list[Run]) -> bool:
    """Say whether a line is nothing but links named after what they lead to."""
    text = "".join(run.text for run in runs if not run.href)
    at, linked = 0, True
    while linked and at < len(runs):
        if runs[at].href:
            linked = _is_name(runs, at)
            at = link_around(runs, at)[1]  # a link once, of however many runs it is
        else:
            at += 1
    words = text.strip()
    return linked and (not words or names_link(words) or label_of(words) is not None)


def paper_title_of(block: Block) -> str:
    """Return the text of a block that may be a title and nothing else, or nothing."""
    text = clean(without_names(block.runs))
    return text if is_title(text) and plain(block.runs).strip() else ""
