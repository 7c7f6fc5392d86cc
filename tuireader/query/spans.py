"""Where a text holds what a query looks for, so that it can be shown."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tuireader.query.fold import fold
from tuireader.query.initials import initials_pattern

_WORDS = 64
"""Words whose patterns are kept: the same are looked for in each line of a screen."""


def find_spans(words: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Return the start and end of each place in `text` that matches a word.

    Args:
        words: Folded words, as `Query.words` gives them.
        text: The text as it is shown, not folded.

    Returns:
        Places in order; those that touch or overlap are one.
    """
    patterns = [_pattern(word) for word in words]
    if not patterns:
        return []
    folded, places = _folded(text)
    return merged(
        (places[match.start()], places[match.end() - 1] + 1)
        for pattern in patterns
        for match in pattern.finditer(folded)
        if match.end() > match.start()
    )


def find_like(word: str, least: float, text: str) -> list[tuple[int, int]]:
    """Return the place in `text` that is most like a word, if it is enough so.

    Args:
        word: Folded.
        least: Percentage of likeness that is enough.
        text: The text as it is shown, not folded.
    """
    folded, places = _folded(text)
    if len(folded) * 100 < len(word) * least:
        return []  # else it would be looked for in the word
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(word, folded, score_cutoff=least)
    if found is None or found.dest_end <= found.dest_start:
        return []
    return [(places[found.dest_start], places[found.dest_end - 1] + 1)]


@lru_cache(_WORDS)
def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word; where it has a space a text may have a line's end."""
    initials = initials_pattern(word)
    return initials or re.compile(re.escape(word).replace(r"\ ", r"\s+"))


def _folded(text: str) -> tuple[str, list[int] | range]:
    """Return `text` folded, and for each of its characters where that comes from."""
    if text.isascii():
        return fold(text), range(len(text))
    pieces = [fold(char) for char in text]  # one may become two: ß, İ
    folded = "".join(pieces)
    if len(folded) == len(text):
        return folded, range(len(text))
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return folded, places


def merged(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places in order, those that touch or overlap as one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole
