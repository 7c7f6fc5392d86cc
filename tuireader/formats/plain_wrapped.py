"""Lines of a plain digest that were broken at a margin, joined again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_links import own_of
from tuireader.formats.plain_marks import mark_of
from tuireader.formats.titles import is_title_case, is_title_like
from tuireader.text.language import language_of

# What stands behind an abstract and is no part of it: `Comment: …`.
_FIELD = re.compile(
    r"(?:(?:my )?(?:comments?|notes?|remarks?|opinion|take)|abstract|tags?|keywords"
    r"|links?|url|code|tl;?dr|코멘트|메모|비고|한줄평|의견|感想|コメント|一言|点评|评论|备注)"
    r"\s?[:：]",
    re.IGNORECASE,
)
_LONGEST_NAME = 16
_WRAPPED = range(40, 121)
_UNBROKEN = 180
_FEWEST = 3
_BEFORE_ADDRESSES = (" at", " in", " on", " from", " via", " see", " under")
_SENTENCE_ENDS = (".", "!", "?", "。", ":", ")", "…", "”", '"')


def unwrapped(lines: list[Line]) -> list[Line]:
    """Return `lines` with those joined that only a margin parted.

    A writer's own break leaves room for the next word; a margin does not. Three such
    lines in a row show that there is a margin.

    Args:
        lines: The lines of a digest that are not blank.
    """
    # Where a line goes far beyond every margin, those around it end as they should.
    runs = [
        (start, end)
        for start, end in _runs(lines)
        if all(len(line.text) < _UNBROKEN for line in lines[start:end])
    ]
    margin = max((_margin(lines[start:end]) for start, end in runs), default=0)
    if not margin:
        return lines
    found: list[Line] = []
    at = 0
    for start, end in runs:
        found += lines[at:start]
        found += _joined(lines[start:end], margin)
        at = end
    return found + lines[at:]


def ends_sentence(above: Line, link: Line) -> bool:
    """Say whether an address is the end of a sentence that was broken before it.

    Args:
        above: The line above it.
        link: The line that holds nothing else.
    """
    if above.kind is not Kind.TEXT or link.blanks or len(above.text) not in _WRAPPED:
        return False
    if own_of(link.text).arxiv_id:
        return False
    return link.text[-1] == "." or above.text.endswith(_BEFORE_ADDRESSES)


def begins_field(text: str) -> bool:
    """Say whether a line names what it is: `Comment: …` goes on from no abstract."""
    start = text[:_LONGEST_NAME]
    return (":" in start or "：" in start) and _FIELD.match(text) is not None


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where three or more lines of text stand without blank ones between."""
    start = 0
    for at, line in enumerate(lines):
        if line.kind is not Kind.TEXT or line.blanks:
            if at - start >= _FEWEST:
                yield start, at
            start = at if line.kind is Kind.TEXT else at + 1
    if len(lines) - start >= _FEWEST:
        yield start, len(lines)


def _margin(run: Sequence[Line]) -> int:
    """Return the longest of three lines in a row that were filled, or 0."""
    lengths = [len(line.text) for line in run if len(line.text) < _WRAPPED.stop]
    longest = max(lengths, default=0)
    if longest not in _WRAPPED:
        return 0
    row = 0
    in_sentence = False
    for line, following in pairwise(run):
        if not _is_soft(line, following, longest):
            row, in_sentence = 0, False
            continue
        row += 1
        in_sentence = in_sentence or not line.text.endswith(_SENTENCE_ENDS)
        if row >= _FEWEST - 1 and in_sentence:
            return longest
    return 0


def _is_soft(line: Line, following: Line, margin: int) -> bool:
    if not len(line.text) <= margin < _filled(line, following):
        return False
    if line.text.endswith(_SENTENCE_ENDS) and language_of(line.text) != language_of(
        following.text
    ):
        return False
    if following.text[0] == "(" and not line.text.endswith(_SENTENCE_ENDS):
        return True  # of what a sentence counts: `whether (1) this, (2) that`
    if begins_field(following.text):
        return False
    return not mark_of(following.text) and following.text[0] not in "|>#`"


def _filled(line: Line, following: Line) -> int:
    """Return how long `line` were if the next word stood on it."""
    return len(line.text) + 1 + len(following.text.partition(" ")[0])


def _joined(run: Sequence[Line], margin: int) -> Iterator[Line]:
    texts = [run[0].text]
    first = run[0]
    for line, following in pairwise(run):
        title = line is run[0] and _is_title(line, following)
        if not title and _is_soft(line, following, margin):
            texts.append(following.text)
            continue
        yield _one(first, texts)
        first, texts = following, [following.text]
    yield _one(first, texts)


def _is_title(line: Line, following: Line) -> bool:
    if not is_title_like(line.text[len(mark_of(line.text)) :]):
        return False
    return is_title_case(line.text) and not is_title_case(following.text)


def _one(first: Line, texts: list[str]) -> Line:
    return replace(first, text=join_broken(texts)) if len(texts) > 1 else first


def join_broken(texts: Sequence[str]) -> str:
    """Return `texts` as one, without a blank where a hyphenated word was broken."""
    whole = texts[0]
    for text in texts[1:]:
        hyphenated = whole[-1:] == "-" and whole[-2:-1].isalpha()
        whole += text if hyphenated and text[:1].isalpha() else f" {text}"
    return whole
