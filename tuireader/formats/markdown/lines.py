"""Paragraphs whose lines are fields, and the fields of a line."""

import re
from dataclasses import replace
from typing import NamedTuple

from tuireader.formats.markdown.blocks import BOLD, CODE, Block, Run, cut, plain, strip
from tuireader.formats.markdown.labels import Label, Role, label_of, names_link
from tuireader.formats.paragraphs import is_filled

BREAK = "\u2028"
"""A hard line break; safe text has none of these."""
_ENDS = re.compile("[\n\u2028]")
_BETWEEN = re.compile(r"\s*[|｜‖]\s*|\s+[·•∙／]\s+|\n|\u3000|\s{3,}|\u2003")
_COLON = re.compile("[:：]")
_BULLET = re.compile(r"\s*[-*+•] ")
_EDGES = " \t\n*_-–—•>|·:："
_FURTHEST_COLON = 48


class Segment(NamedTuple):
    """A field, or text that is none."""

    label: Label | None
    runs: list[Run]
    """The value: what stands behind the name of the field."""
    whole: list[Run]
    """The value with its name."""


def lines_of(block: Block) -> list[Block]:
    """Return `block` as one block, or one a line where its lines are fields."""
    if not _ENDS.search(block.text):
        return [block]
    bounds = [match.start() for match in _ENDS.finditer(block.text)]
    starts = [0, *(bound + 1 for bound in bounds)]
    ends = [*bounds, len(block.text)]
    texts = [
        block.text[start:end].strip() for start, end in zip(starts, ends, strict=True)
    ]
    if not _are_fields(texts):
        runs = [run._replace(text=_joined(run.text)) for run in block.runs]
        return [replace(block, runs=runs, text=plain(runs))]
    return [
        line
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if (line := _line(block, start, end, number)) is not None
    ]


def _joined(text: str) -> str:
    return text.replace("\n", " ").replace(BREAK, "\n")


def _line(block: Block, start: int, end: int, number: int) -> Block | None:
    runs = strip(cut(block.runs, start, end))
    text = plain(runs)
    if not text.strip() and not any(run.href for run in runs):
        return None
    line = block.line + block.text.count("\n", 0, start)
    marks = block.marks if number == 0 else ()
    return replace(block, line=line, runs=runs, text=text, marks=marks)


def _are_fields(texts: list[str]) -> bool:
    """Say whether the lines of a paragraph are fields rather than wrapped prose.

    One line of commentary in prose, such as `Code: https://…` behind an abstract, is not
    enough.
    """
    weights = [_weight(text) for text in texts]
    if weights[0] or sum(weights) <= 1:
        return weights[0] > 0
    return not is_filled([text for text in texts if text])


def _weight(text: str) -> int:
    if not text:
        return 0
    if label := leading_label(text)[0]:
        return 0 if text[0].islower() else 1 + (label.role != Role.NOTE)
    return 2 * bool(_BULLET.match(text) or (names_link(text) and _any_word(text)))


def leading_label(text: str) -> tuple[Label | None, int]:
    """Return the known field name that `text` begins with and where its value begins."""
    match = _COLON.search(text, 0, _FURTHEST_COLON)
    if not match:
        return None, 0
    if label := label_of(text[: match.start()].strip(_EDGES)):
        return label, match.end()
    return None, 0


def segments(runs: list[Run]) -> list[Segment]:
    """Return the fields of a line; text before the first field is one without label."""
    text = plain(runs)
    starts = [0]
    labels = [_label_at(runs, text, 0)]
    for match in _BETWEEN.finditer(text):
        if (found := _label_at(runs, text, match.end()))[0]:
            starts.append(match.end())
            labels.append(found)
    found_segments = []
    for number, (start, (label, value)) in enumerate(zip(starts, labels, strict=True)):
        end = starts[number + 1] if number + 1 < len(starts) else None
        whole = strip(cut(runs, start, end), " \t\n|｜·•")
        found_segments.append(
            Segment(
                label,
                strip(cut(runs, value, end), _EDGES.replace("*", "").replace("_", ""))
                if label
                else whole,
                whole,
            )
        )
    return found_segments


def _label_at(runs: list[Run], text: str, start: int) -> tuple[Label | None, int]:
    """Return the field name at `start`: known, or bold and followed by a colon."""
    label, length = leading_label(text[start : start + 2 * _FURTHEST_COLON])
    if label:
        return label, start + length
    return _bold_label(runs, text, start)


def _bold_label(runs: list[Run], text: str, start: int) -> tuple[Label | None, int]:
    at = 0
    for run in runs:
        end = at + len(run.text)
        if end > start and run.text.strip(_EDGES) and _any_word(run.text):
            if not run.style & BOLD or run.href or run.style & CODE or end >= len(text):
                return None, 0
            name = text[start:end].strip(_EDGES)
            behind = text[end:].lstrip()
            colon = run.text.rstrip().endswith((":", "：")) or behind.startswith(
                (":", "：")
            )
            if label := label_of(name):
                return label, end + (len(text[end:]) - len(behind))
            return (
                (Label(Role.NOTE), end)
                if colon and len(name) <= _FURTHEST_COLON
                else (None, 0)
            )
        at = end
    return None, 0


def _any_word(text: str) -> bool:
    return any(map(str.isalnum, text))
