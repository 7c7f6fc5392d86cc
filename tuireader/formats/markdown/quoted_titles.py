"""Titles in quotation marks, as bibliographies have them."""

import re

from tuireader.formats.markdown.blocks import BOLD, Run, cut, plain
from tuireader.formats.markdown.cleaning import (
    CLOSING,
    LONGEST,
    OPENING,
    QUOTES,
    clean,
    is_title,
    start_of,
)
from tuireader.formats.people import looks_like_authors

_OPENING_QUOTE = re.compile('[“"「『《«]')


def quoted_end(text: str, start: int) -> int:
    """Return where a quotation of several words at `start` ends, or 0.

    Before a colon it is but the first words of a title, if no names follow.
    """
    closing = QUOTES.get(text[start : start + 1])
    end = text.find(closing, start + 1) if closing else -1
    if text[end + 1 : end + 2] == ":":
        behind = text[end + 2 :].partition(". ")[0].strip(" .")
        if not looks_like_authors(behind):
            return 0
    return end + 1 if " " in text[start:end].strip() else 0


def bold_behind_names(runs: list[Run]) -> tuple[str, list[Run]] | None:
    """Read `A. Bee et al. **Title**. [arXiv](…)`.

    Args:
        runs: A line.

    Returns:
        The title and what stands beside it, or None if it is no such line.
    """
    bold = next((at for at, run in enumerate(runs) if run.style & BOLD), 0)
    if not bold or any(run.href for run in runs[: bold + 1]):
        return None
    head = plain(runs[:bold])
    title = clean(runs[bold : bold + 1]).removesuffix(".")
    names = head[start_of(head) :].strip(OPENING + CLOSING)
    if not is_title(title) or not looks_like_authors(names):
        return None
    return title, [*runs[:bold], Run("\n"), *runs[bold + 1 :]]


def behind_authors(runs: list[Run], text: str) -> tuple[str, list[Run]] | None:
    """Read `[1] A. Bee, C. Dee. "Title." Venue`: bibliographies name authors first.

    Args:
        runs: A line.
        text: What it says.

    Returns:
        The title and what stands beside it, or None if it is no such line.
    """
    for match in _OPENING_QUOTE.finditer(text, 3, LONGEST):
        end = quoted_end(text, match.start())
        head = text[: match.start()]
        start = start_of(head)
        if end and looks_like_authors(
            head[start:].strip(OPENING + CLOSING), alone=True
        ):
            number = [*cut(runs, 0, start), Run("\n")] if start else []
            rest = [
                *number,
                *cut(runs, start, match.start()),
                Run("\n"),
                *cut(runs, end),
            ]
            return clean(cut(runs, match.start(), end)).removesuffix("."), rest
    return None
