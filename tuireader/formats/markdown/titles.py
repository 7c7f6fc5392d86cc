"""Titles in the lines that begin entries, and what stands beside them."""

import re
from typing import NamedTuple

from tuireader.formats.markdown.blocks import (
    BOLD,
    IMAGE,
    ITALIC,
    Run,
    cut,
    link_around,
    plain,
    strip,
)
from tuireader.formats.markdown.cleaning import (
    CLOSING,
    LONGEST,
    clean,
    is_title,
    start_of,
)
from tuireader.formats.markdown.identifiers import ids_in_text
from tuireader.formats.markdown.labels import Role, label_of
from tuireader.formats.markdown.quoted_titles import (
    behind_authors,
    bold_behind_names,
    quoted_end,
)
from tuireader.formats.markdown.segments import leading_label
from tuireader.formats.markdown.styled import first_word, styled_end
from tuireader.formats.markdown.title_pairs import (
    behind_linked_name,
    behind_name,
    beside_translation,
    without_translation,
)
from tuireader.formats.people import looks_like_authors

# Between a title and what follows it in one line: the end of a sentence only at last.
_TITLE_ENDS = re.compile(r"\s[-–—|]\s|[\n\t]|\s{2,}")
_BY = re.compile(r"\sby\s|[.!?](?<=[a-z]{2}.)\s")
_NAMES_END = re.compile(r"\.(?<=[^\W\d_]{2}\.)\s")
_CITATION = re.compile(r"\s[(（][^()（）]{2,60}\bet al\b[^()（）]{0,40}[)）]\s*$")
_SENTENCE_END = re.compile(r"[.!?。]\s|[。]")
_HINT = re.compile(
    r"[(（\[]\s?(?:read more|see more|more|links?|paper|available|more info)\b"
    r"[^()（）]{0,30}$",
    re.IGNORECASE,
)
# `(NeurIPS'23)`, `[2024/01]`: a venue or a month.
_BADGE_BEFORE = re.compile(
    r"\W{0,9}(?:[xX]\]\W{0,3})?[\[(（【](?![0-9]{1,4}\W)[^\[\]()（）【】]{3,24}[\])）】]\W{0,9}"
)
_LONG_PROSE = 160
_STARS = re.compile("[⭐★🌟]\ufe0f?[⭐★🌟]")
_ID = re.compile(r"[0-9]{4}\.[0-9]{4,5}")
_SOME_DAY = re.compile(r"[0-9]{2}[./-][0-9]|[0-9][./-][0-9]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_LINKS = 4  # groups of links behind which a line is searched for its title
_ARXIV = re.compile("arxiv", re.IGNORECASE)


class Titled(NamedTuple):
    """A title and what stood beside it."""

    title: str
    rest: list[Run]
    other: str = ""
    """A translation of the title."""


def split_title(runs: list[Run], link: int | None) -> Titled:
    """Find the title in the line that begins an entry.

    Args:
        runs: The line.
        link: Index in `runs` of the paper's link, if it stands there.
    """
    title, rest, other = _split(runs, link)
    pair = without_translation(title)
    return Titled(pair.title, rest, pair.other or other)


def _split(runs: list[Run], link: int | None, most: int = _MOST_LINKS) -> Titled:
    """Find the title and what stands beside it.

    A link that is no mere name for itself, else what is bold before the paper's link,
    else what stands before it, else what stands behind it.

    Args:
        runs: The line.
        link: Index in `runs` of the paper's link, if it stands there.
        most: Groups of links that it may stand behind.
    """
    if link is not None and is_titled_link(runs, link):
        return _linked(runs, link)
    first = first_word(runs)
    style = runs[first].style & (BOLD | ITALIC) if first is not None else 0
    if first is not None and style and not runs[first].href:
        end = styled_end(runs, first, style)
        title = clean(runs[first:end])
        if is_title(title) and label_of(plain(runs[first:end])) is None:
            mark = cut(runs[first:end], 0, start_of(plain(runs[first:end])))
            head, tail = _before_title([*runs[:first], *mark]), runs[end:]
            if longer := behind_name(title, tail):
                return Titled(longer[0], [*head, Run(f"{title} · "), *longer[1]])
            return Titled(title, [*head, *tail])
    before = _before_links(runs)
    text = plain(runs[:before])
    if is_title(clean(runs[:before])) or len(text) > LONGEST:
        cited = bold_behind_names(runs)
        return Titled(*cited) if cited else _from_text(runs, before, text)
    if link is None and (other := _titled_link(runs)) is not None:
        return _linked(runs, other)
    return _behind(runs, before, most)


def is_titled_link(runs: list[Run], index: int) -> bool:
    """Say whether the link that run `index` is in has a text that can be a title."""
    if not runs[index].href:
        return False
    start, end = link_around(runs, index)
    return is_title(clean([run._replace(href="") for run in runs[start:end]]))


def _titled_link(runs: list[Run]) -> int | None:
    first = (
        index
        for index, run in enumerate(runs)
        if run.href and (not index or runs[index - 1].href != run.href)
    )
    return next((index for index in first if is_titled_link(runs, index)), None)


def _linked(runs: list[Run], link: int) -> Titled:
    """The title is all of the link, which may be of several styles."""
    start, end = link_around(runs, link)
    linked = [run._replace(href="") for run in runs[start:end]]
    mark = cut(linked, 0, start_of(plain(linked)))
    head = _before_title([*runs[:start], *mark])
    title = clean(linked)
    if longer := behind_linked_name(title, runs[end:]):
        return Titled(longer[0], [*head, Run(f"{title} · "), *longer[1]])
    return Titled(title, [*head, *runs[end:]])


def _before_title(runs: list[Run]) -> list[Run]:
    """Return what stands before a title, if it is more than its number."""
    head = plain(runs)
    label = leading_label(head)[0]
    if label and label.role in {Role.LINK, Role.TITLE}:
        return []
    words = _WORD.search(head[start_of(head + "X") :]) or _STARS.search(head)
    days = _SOME_DAY.search(_ID.sub("", head)) or _BADGE_BEFORE.fullmatch(head)
    return [*runs, Run(" · ")] if words or days else []


def _before_links(runs: list[Run]) -> int:
    for index, run in enumerate(runs):
        if run.href or run.style & IMAGE:
            return index
    return len(runs)


def _from_text(runs: list[Run], before: int, text: str) -> Titled:
    start = start_of(text)
    if end := quoted_end(text, start):
        return Titled(clean(cut(runs, start, end)), cut(runs, end))
    if found := behind_authors(runs, text):
        return Titled(*found)
    ids = ids_in_text(text)
    end = ids[0][0] if ids and ids[0][0] > start else len(text)
    hint = _HINT.search(text, max(end - 50, 0), end)
    end = hint.start() if hint else end
    for match in _TITLE_ENDS.finditer(text, start, min(end, LONGEST)):
        behind = text[match.end() : end]
        if is_title(clean(cut(runs, 0, match.start()))) and (
            looks_like_authors(behind.strip(CLOSING)) or len(behind) > _LONG_PROSE
        ):
            end = match.start()
            break
    end = _by(text, start, end) or end
    if pair := beside_translation(text, start, end):
        rest = [*_before_title(cut(runs, 0, start)), *cut(runs, end)]
        return Titled(
            clean(cut(runs, *pair.title)), rest, clean(cut(runs, *pair.other))
        )
    if end > LONGEST and (sentence := _SENTENCE_END.search(text, start)):
        end = sentence.start() + 1
    title = clean(cut(runs[:before], 0, end))
    if ids and end == ids[0][0]:
        title = title.removesuffix(".")  # as arXiv's feed has it
    rest_start = len(text[:end].rstrip(CLOSING)) if hint is None else hint.start()
    rest = cut(runs, max(rest_start, 0))
    return Titled(title, [*_before_title(cut(runs, 0, start)), *rest])


def _by(text: str, start: int, end: int) -> int:
    """Return where a title ends: `Title by A. Bee and C. Dee`, `Title. A. Bee, C. Dee`.

    0 if no names stand behind it. `Title (Bee et al., 2017)` is of the kind.
    """
    if by := _CITATION.search(text, start, end):
        return by.start()
    for match in _BY.finditer(text, start, min(end, LONGEST)):
        names = _NAMES_END.split(text[match.end() : end], maxsplit=1)[0]
        if match.start() > start and looks_like_authors(names.strip(CLOSING + ".")):
            return match.start()
    return 0


def _behind(runs: list[Run], before: int, most: int) -> Titled:
    """The paper's link comes first: `[2501.12948](…) Title`, `[2501.12948] Title`."""
    after = before
    while after < len(runs) and not _is_word(runs[after]):
        after += 1
    behind = runs[after:] if before < len(runs) else runs
    text = plain(behind)
    ids = ids_in_text(text)
    named = ids and not _WORD.search(_ARXIV.sub("", text[: ids[0][0]]))
    start = ids[0][1] if named else 0
    if not most or (before == len(runs) and not start):
        return Titled("", runs)
    found = _split(strip(cut(behind, start), CLOSING + "])）"), None, most - 1)
    if not is_title(found.title):
        return Titled("", runs)
    return Titled(
        found.title, [*runs[: after if before < len(runs) else 0], *found.rest]
    )


def _is_word(run: Run) -> bool:
    return bool(_WORD.search(run.text)) and not (run.href or run.style & IMAGE)
