"""Paragraphs whose lines are fields, one block a line."""

import re
from bisect import bisect_left
from dataclasses import replace

from tuireader.formats.markdown.blocks import (
    BOLD,
    BREAK,
    ITALIC,
    Block,
    Run,
    parted,
    plain,
    strip,
)
from tuireader.formats.markdown.labels import Role, label_of, names_link
from tuireader.formats.markdown.segments import bold_names, leading_label
from tuireader.formats.paragraphs import is_filled
from tuireader.formats.people import looks_like_authors

_ENDS = re.compile("[\n\u2028]")
_HASHTAGS = re.compile(r"#[^\s#]{1,60}|[\s,、]")
_NAMES = re.compile(r"\W{0,6}(?:Authors?|작성자|저자|作者|著者)\W{0,3}[:：]")
_SHORT = 24
_BARS = 3
_OWN_ADDRESS = re.compile(
    r"https?://(?:[a-z.]{0,9}arxiv\.org|huggingface\.co/papers)/", re.IGNORECASE
)
_BAR = re.compile("[|｜·•]")
_BULLET = re.compile(r"\s{0,9}[-*+•] ")


def lines_of(block: Block) -> list[Block]:
    """Return `block` as one block, or one a line where its lines are fields."""
    bounds = [match.start() for match in _ENDS.finditer(block.text)]
    if not bounds:
        return [block]
    starts = [0, *(bound + 1 for bound in bounds)]
    ends = [*bounds, len(block.text)]
    if not _are_fields(block, starts, ends):
        runs = [run._replace(text=_joined(run.text)) for run in block.runs]
        return [replace(block, runs=runs, text=plain(runs))]
    lines: list[Block] = []
    number = block.line
    for start, runs in zip(starts, parted(block.runs, bounds), strict=True):
        number += block.text[start - 1 : start] == "\n"
        stripped = strip(runs)
        text = plain(stripped)
        if text or any(run.href for run in stripped):
            marks = () if lines else block.marks
            lines.append(
                replace(block, line=number, runs=stripped, text=text, marks=marks)
            )
    return lines


def _joined(text: str) -> str:
    return text.replace("\n", " ").replace(BREAK, "\n")


def _are_fields(block: Block, starts: list[int], ends: list[int]) -> bool:
    """Say whether the lines of a paragraph are fields rather than wrapped prose.

    One line of commentary in prose, such as `Code: https://…` behind an abstract, is
    not enough.
    """
    text = block.text
    names = bold_names(block.runs)
    weights = [
        2
        if bisect_left(names, start) < bisect_left(names, end)
        else _weight(text[start:end].strip())
        for start, end in zip(starts, ends, strict=True)
    ]
    first = weights[0] + _is_title_line(block.runs, ends[0])
    first = first or _is_names(block.runs, text[: ends[0]]) or _BARS in weights
    if first or sum(weights) <= 1:
        return first > 0
    if any(
        _NAMES.match(text, start, end) for start, end in zip(starts, ends, strict=True)
    ):
        return True
    return BREAK in text or not is_filled(
        [line for line in text.split("\n") if line.strip()]
    )


def _is_title_line(runs: list[Run], end: int) -> bool:
    """Say whether a first line is a title above its fields.

    It is all bold or one link, or bold with links and hardly anything else beside it.
    """
    first: list[Run] = []
    at = 0
    for run in runs:
        if at >= end:
            break
        if any(map(str.isalnum, run.text)):
            first.append(run)
        at += len(run.text)
    if not first or at > end:
        return False
    linked = bool(first[0].href) and all(run.href == first[0].href for run in first)
    if linked or all(run.style & BOLD for run in first):
        return True
    named = [run for run in first if run.href and names_link(run.text.strip())]
    other = [run for run in first if not run.style & BOLD and run not in named]
    short = sum(len(run.text) for run in other) <= _SHORT
    leads = first[0] in named or first[0].style & BOLD
    return bool(leads and named) and short and len(named) + len(other) < len(first)


def _is_names(runs: list[Run], line: str) -> bool:
    """Say whether a first line is names in italics."""
    return bool(
        runs[0].style & ITALIC
        and len(runs[0].text.strip()) >= len(line.strip())
        and looks_like_authors(line, alone=True)
    )


def _weight(text: str) -> int:
    """Return how much a line looks like a field: 0, 1 or 2."""
    if not text:
        return 0
    label, value = leading_label(text)
    if label:
        small = text[0].islower() and text[value : value + 1] != ":"
        return 0 if small else 1 + (label.role != Role.NOTE)
    alone = label_of(text) if len(text) <= _SHORT else None
    if alone and alone.role == Role.ABSTRACT:
        return 2
    if text[0] == "#" and not _HASHTAGS.sub("", text):
        return 2
    named = names_link(text) and any(map(str.isalnum, text))
    if named and (_BAR.search(text) or _OWN_ADDRESS.match(text)):
        return _BARS
    return 2 * bool(named or _BULLET.match(text))
