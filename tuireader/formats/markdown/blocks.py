"""A document as a list of blocks in reading order, and the boxes they stand in.

A block is what a reader sees as one piece: a heading, a paragraph, a table cell, one
line of a paragraph whose lines are fields. Boxes keep the nesting: list items, table
rows, quotes, `<details>`, `<div>`.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

BOLD, ITALIC, CODE, IMAGE, TAG = 1, 2, 4, 8, 16
_STYLES = ((BOLD, "**"), (ITALIC, "*"))
COMMENT = "comment"
"""The hint of a block of noise that is a comment."""
BREAK = "\u2028"
"""A hard line break; safe text has none of these."""
_NEWLINE = re.compile("\n")


class Run(NamedTuple):
    """Text of one style and, within a link, its address."""

    text: str
    style: int = 0
    href: str = ""


class Kind:
    """What a block is; plain strings, because blocks are compared often."""

    HEAD = "head"
    TEXT = "text"
    SUMMARY = "summary"
    RULE = "rule"
    CODE = "code"
    NOISE = "noise"
    """Navigation, scripts, comments: seen, counted as read, never an entry's text."""


@dataclass(slots=True)
class Block:
    """One piece of a document."""

    kind: str
    line: int
    box: int
    """Index of the innermost box around it."""
    runs: list[Run]
    text: str
    """What the runs say, without styles and addresses."""
    level: int = 0
    """Level of a heading, 1 to 6."""
    para: int = 0
    """Number of the paragraph that it is a line of."""
    marks: tuple[str, ...] = ()
    """arXiv ids in attributes within it, such as `data-arxiv-id`."""
    hint: str = ""
    """Role of the field that its class names, such as `paper-authors`."""


@dataclass(slots=True)
class Box:
    """An element that holds blocks `first` to `last` (exclusive)."""

    tag: str
    parent: int
    line: int
    first: int
    last: int = 0
    children: list[int] = field(default_factory=list)
    """Rows of a table, cells of a row."""
    heads: bool = False
    """Whether a table has header cells, or a row nothing else."""
    layout: bool = False
    """Whether a table only arranges a page."""
    rows: int = 1
    """Number of rows that a cell goes over."""
    columns: int = 1
    """Number of columns that a cell goes over."""


@dataclass(slots=True)
class Document:
    """Blocks and boxes of one source."""

    blocks: list[Block]
    boxes: list[Box]
    title: str = ""
    """What `<title>` says."""
    day: str | None = None
    """The day that a page tells machines."""

    def inside(self, index: int, tags: frozenset[str]) -> int:
        """Return the innermost box with one of `tags` around block `index`, or -1."""
        return self.around(self.blocks[index], tags)

    def around(self, block: Block, tags: frozenset[str]) -> int:
        """Return the innermost box around `block` that has one of `tags`, or -1."""
        box = block.box
        while box >= 0 and self.boxes[box].tag not in tags:
            box = self.boxes[box].parent
        return box


def is_bold(block: Block) -> bool:
    """Say whether all words of `block` are bold."""
    return all(
        run.style & BOLD for run in block.runs if any(map(str.isalpha, run.text))
    )


def plain(runs: list[Run]) -> str:
    """Return what `runs` say, without styles and addresses."""
    return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)


def link_around(runs: list[Run], index: int) -> tuple[int, int]:
    """Return from where to where the link goes that run `index` is in.

    Emphasis, code and TeX within a link part its text into several runs.
    """
    href = runs[index].href
    start, end = index, index + 1
    while start and runs[start - 1].href == href:
        start -= 1
    while end < len(runs) and runs[end].href == href:
        end += 1
    return start, end


def markdown(runs: list[Run]) -> str:
    """Return `runs` as Markdown, on one line but for hard breaks."""
    out: list[str] = []
    for run in runs:
        text = run.text
        if run.style & IMAGE:
            text = f"![{text}]({run.href})"
        elif run.style & CODE:
            text = f"`{text}`"
        elif (
            run.href
            and not text.startswith(("http://", "https://", "www."))
            and not run.href.startswith("mailto:")
        ):
            text = f"[{text}]({run.href})"
        if run.style & (BOLD | ITALIC):
            text = _styled(text, run.style)
        out.append(text)
    return "".join(out).replace("****", "").strip()


def _styled(text: str, style: int) -> str:
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    before, after = text[:start], text[start + len(core) :]
    for bit, mark in _STYLES:
        if style & bit:
            core = f"{mark}{core}{mark}"
    return f"{before}{core}{after}"


def cut(runs: list[Run], start: int, end: int | None = None) -> list[Run]:
    """Return the part of `runs` that says characters `start` to `end` of their text."""
    if not start and end is None:
        return runs
    kept: list[Run] = []
    at = 0
    for run in runs:
        if end is not None and at >= end:
            break
        stop = at + len(run.text)
        if stop > start and (end is None or at < end):
            low = max(0, start - at)
            high = len(run.text) if end is None else min(len(run.text), end - at)
            kept.append(
                run
                if high - low == len(run.text)
                else Run(run.text[low:high], run.style, run.href)
            )
        elif not run.text and start <= at and (end is None or at < end):
            kept.append(run)
        at = stop
    return kept


def strip(runs: list[Run], chars: str = " \t\n") -> list[Run]:
    """Return `runs` without `chars` at either end."""
    text = plain(runs)
    core = text.strip(chars)
    if len(core) == len(text):
        return runs
    start = len(text) - len(text.lstrip(chars))
    return cut(runs, start, start + len(core))


def parted(runs: list[Run], bounds: list[int]) -> list[list[Run]]:
    """Return `runs` parted at `bounds`, in order; the character at each is left out."""
    parts: list[list[Run]] = [[]]
    at, place = 0, 0
    for run in runs:
        start, end = at, at + len(run.text)
        at = end
        if not run.text:
            parts[-1].append(run)
        while place < len(bounds) and bounds[place] < end:
            if piece := run.text[
                start - end + len(run.text) : bounds[place] - end + len(run.text)
            ]:
                parts[-1].append(run._replace(text=piece))
            start = bounds[place] + 1
            place += 1
            parts.append([])
        if start < end:
            text = run.text[start - end + len(run.text) :]
            parts[-1].append(
                run if len(text) == len(run.text) else run._replace(text=text)
            )
    return parts


def split_lines(runs: list[Run]) -> list[list[Run]]:
    """Return the lines of `runs` that say something."""
    text = plain(runs)
    if "\n" not in text:
        return [runs]
    bounds = [match.start() for match in _NEWLINE.finditer(text)]
    lines = (strip(line) for line in parted(runs, bounds))
    return [line for line in lines if plain(line) or any(run.href for run in line)]
