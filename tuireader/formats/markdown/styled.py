"""Emphasis in the lines that begin entries."""

import re

from tuireader.formats.markdown.blocks import BOLD, IMAGE, ITALIC, Run, plain
from tuireader.formats.markdown.cleaning import clean, is_title, start_of
from tuireader.formats.people import looks_like_authors

_BADGE = re.compile(r"\W*[\[(（【][^\[\]()（）【】]{1,24}[\])）】]\W*")
_ENCLOSED = re.compile(r"\s?[(（]([^()（）]{5,300})[)）]")
_PAIRS, _SHORT = ("()", "[]", "（）", "【】"), 24


def first_word(runs: list[Run]) -> int | None:
    """Return the first run that says something: no picture, badge or number."""
    for index, run in enumerate(runs):
        if run.style and _in_brackets(runs, index):
            continue  # (*NeurIPS 2023*)
        text = run.text[start_of(run.text) :] if not run.style & BOLD else run.text
        if (
            not run.style & IMAGE
            and any(map(str.isalpha, text))
            and not _BADGE.fullmatch(run.text.strip())
        ):
            return index
    return None


def _in_brackets(runs: list[Run], index: int) -> bool:
    """Say whether a short run has brackets of its own around it."""
    before = runs[index - 1].text.rstrip()[-1:] if index else ""
    after = runs[index + 1].text.lstrip()[:1] if index + 1 < len(runs) else ""
    return bool(before) and before + after in _PAIRS and len(runs[index].text) <= _SHORT


def styled_end(runs: list[Run], first: int, style: int) -> int:
    """Return where the emphasis ends that begins with run `first`.

    Args:
        runs: A line.
        first: Index of a run of style `style`.
        style: Bits of which one is enough.
    """
    end = first
    while (
        end < len(runs)
        and (runs[end].style & style or not runs[end].text.strip())
        and not runs[end].href
    ):
        end += 1
    return end


def begins_with_title(runs: list[Run]) -> bool:
    """Say whether a line begins with a title that is set off by emphasis.

    `**Title** — A. Bee, C. Dee. [arXiv](…)`; what stands behind it cites others.

    Args:
        runs: The line.
    """
    first = first_word(runs)
    style = runs[first].style & (BOLD | ITALIC) if first is not None else 0
    if first is None or not style or runs[first].href:
        return False
    end = styled_end(runs, first, style)
    title = clean(runs[first:end])
    if plain(runs[end:]).lstrip()[:1] in {":", "："} or not is_title(title):
        return False
    before = any(map(str.isalpha, plain(runs[:first])))
    if before or not looks_like_authors(title):
        return not before
    behind = _ENCLOSED.match(plain(runs[end:]))  # `Learns Less and Forgets Less`
    return behind is not None and looks_like_authors(behind[1])
