"""Text before and behind a link that names a paper: a title, names, or nothing."""

import re

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.blocks import Run
from tuireader.formats.markdown.cleaning import clean, is_title
from tuireader.formats.markdown.tags import is_category
from tuireader.formats.people import looks_like_authors

_PIECES = re.compile(r"\s[·|•–—-]\s")
_BARS = re.compile(r"\s[·|•∙]\s|[|｜]")
_SENTENCES = re.compile(r"[a-z]{3}\. ")
# `arXiv:2501.12948 (cross-list from cs.LG) [pdf, html]`
_REMARK = re.compile(r"^\s{0,99}\([^()]{2,60}\)(?=\s{0,99}(?:\[|$))")
# What stands behind `[arXiv](…) · #reasoning #math` is no title.
_HASHTAGS = re.compile(r"(?<!\S)#[^\W\d_][\w/-]{0,60}(?=[\s,.]|$)")
_LETTERS = re.compile(r"[^\W\d_]")


def names_people(before: str) -> bool:
    """Say whether one of the pieces in front of a link is an author list."""
    parted = (piece.strip(" ([（【") for piece in _PIECES.split(before))
    pieces = [piece for piece in parted if piece]
    alone = any(map(is_category, pieces))
    return any(
        looks_like_authors(piece, alone=alone) and not _SENTENCES.search(piece)
        for piece in pieces
    )


def is_alone(before: str, after: str) -> bool:
    """Say whether a link is a piece of a line by itself: `2017-06-12 · 🔗 [arXiv]`.

    Args:
        before: What stands in front of the link.
        after: What stands behind it.
    """
    piece = _BARS.split(before)[-1] + _BARS.split(after, maxsplit=1)[0]
    return piece != before + after and not _LETTERS.search(piece)


def is_title_text(text: str) -> bool:
    """Say whether text behind a link can be a title: no remark, day or tags."""
    text = _HASHTAGS.sub("", _REMARK.sub("", text))
    pieces = [piece.strip() for piece in _PIECES.split(text) if piece.strip()]
    if len(pieces) > 1 and (date_of_line(pieces[0]) or is_category(pieces[0])):
        return False  # `2501.19393 · 2025-01-31 · cs.CL`
    return is_title(clean([Run(text)]))


def says_something(before: str) -> bool:
    """Say whether text in front of a link is more than numbers, badges and emoji."""
    if len(_LETTERS.findall(before)) == 0:
        return False
    return bool(_LETTERS.search(clean([Run(before + " X")]).removesuffix("X")))
