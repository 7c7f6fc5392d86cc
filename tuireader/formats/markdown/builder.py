"""Collects blocks and boxes while a tree is walked in order."""

import re

from tuireader.formats.markdown.blocks import (
    BREAK,
    CODE,
    Block,
    Box,
    Document,
    Kind,
    Run,
)
from tuireader.formats.markdown.lines import lines_of
from tuireader.formats.markdown.runs import Runs
from tuireader.formats.markdown.words import words

_BOXED = words(
    """article aside blockquote dd details div dl dt figure li main ol section table
    td th tr ul header footer nav"""
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NAVIGATION = frozenset(("nav", "form"))
_MOST_ROWS, _MOST_COLUMNS = 200, 12
_PARENTS = {"tr": "table", "td": "tr", "th": "tr"}
_NUMBER = re.compile("[0-9]{1,9}")

State = tuple[str, int, int, str]
"""Kind, level, box and hint: what an element changes for what is within it."""


class BlockBuilder:
    """The blocks and boxes of a document so far.

    Args:
        line: Line of the source that the document begins on.
        generated: Whether a parser made the HTML, with line ends of its own.

    Attributes:
        runs: Text of the block being read.
        marks: arXiv ids in attributes within the block being read.
        hint: Role of the field that a class around the block names.
    """

    def __init__(self, line: int, *, generated: bool) -> None:
        self.runs = Runs(line, generated=generated)
        self.marks: list[str] = []
        self.hint = ""
        self._blocks: list[Block] = []
        self._boxes: list[Box] = []
        self._box = -1
        self._kind = Kind.TEXT
        self._level = 0
        self._silent = 0
        self._para = 0

    def document(self, title: str, last_line: int) -> Document:
        """Return what was collected of a source that ends on `last_line`.

        An attribute may claim a line, and a reference may stand for the end of one.
        """
        self.flush()
        for block in self._blocks:
            block.line = min(block.line, last_line)
        return Document(self._blocks, self._boxes, title)

    def add_noise(self, text: str, hint: str = "") -> None:
        """Add what is seen but is no text: a comment, a script."""
        if text:
            block = Block(Kind.NOISE, self.runs.line, self._box, [Run(text)], text)
            block.hint = hint
            self._blocks.append(block)

    def add_rule(self) -> None:
        """Add a thematic break."""
        self._blocks.append(Block(Kind.RULE, self.runs.line, self._box, [], ""))

    def add_code(self, text: str) -> None:
        """Add a block of code."""
        if text:
            run = Run(text, CODE)
            self._blocks.append(
                Block(Kind.CODE, self.runs.line, self._box, [run], text)
            )

    def enter(self, tag: str) -> State:
        """Begin an element; return what `leave` needs."""
        before = self._kind, self._level, self._box, self.hint
        if tag in _BOXED:
            parent = self._box
            self._box = len(self._boxes)
            self._boxes.append(Box(tag, parent, self.runs.line, len(self._blocks)))
            if (wanted := _PARENTS.get(tag)) and parent >= 0:
                self._tell(parent, tag, wanted)
        elif level := _HEADINGS.get(tag, 0):
            self._kind, self._level = Kind.HEAD, level
        elif tag == "summary":
            self._kind = Kind.SUMMARY
        if tag in _NAVIGATION or _is_page_footer(tag, before[2]):
            self._silent += 1
        return before

    def span(self, rows: str, columns: str) -> None:
        """Note over how many rows and columns the cell goes that was begun."""
        if not (rows or columns):
            return
        box = self._boxes[self._box]
        box.rows = min(number_in(rows) or 1, _MOST_ROWS)
        box.columns = min(number_in(columns) or 1, _MOST_COLUMNS)

    def _tell(self, parent: int, tag: str, wanted: str) -> None:
        """Tell the table around a row, or the row around a cell, of it."""
        box = self._boxes[parent]
        if box.tag == wanted:
            box.children.append(self._box)
            box.heads |= tag == "th"

    def leave(self, tag: str, before: State) -> None:
        """End an element."""
        box = self._box
        self._kind, self._level, self._box, self.hint = before
        if tag in _BOXED:
            self._boxes[box].last = len(self._blocks)
        if tag in _NAVIGATION or _is_page_footer(tag, self._box):
            self._silent -= 1

    def flush(self) -> None:
        """End the block being read."""
        if not self.runs.held:
            return  # ids in attributes wait for the text of their element
        self._end_block()

    def end_underlined(self) -> None:
        """End a heading that a line of dashes may have made of a paragraph.

        A rule without an empty line before it turns lines of text into a heading.
        """
        if "\n" in "".join(run.text for run in self.runs.held).strip():
            self._kind = Kind.TEXT
            self.flush()
            self.add_rule()

    def end_marks(self, known: int) -> None:
        """End an element: its ids in attributes are a block if it has no text.

        Args:
            known: Number of such ids that were there before it.
        """
        if len(self.marks) > known:
            self._end_block()

    def _end_block(self) -> None:
        runs, marks = self.runs.take(), self.marks
        self.marks = []
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        if not (marks or text.strip() or any(run.href for run in runs)):
            return
        self._para += 1
        block = Block(
            Kind.NOISE if self._silent else self._kind,
            self.runs.start if runs else self.runs.line,
            self._box,
            runs,
            text,
            self._level,
            self._para,
            tuple(dict.fromkeys(marks)),
            self.hint,
        )
        if "\n" in text or BREAK in text:
            self._blocks += lines_of(block)
        else:
            self._blocks.append(block)


def number_in(value: str | None) -> int:
    """Return the number that an attribute says; 0 if it says none, or a huge one."""
    return int(value) if value and _NUMBER.fullmatch(value) else 0


def _is_page_footer(tag: str, box: int) -> bool:
    """Say whether an element ends the page rather than an entry in box `box`."""
    return tag == "footer" and box < 0
