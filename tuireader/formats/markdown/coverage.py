"""What of a document became no entry: named, so that nothing is silently dropped."""

import re
from collections.abc import Iterator, Sequence

from tuireader.domain.entry import Problem
from tuireader.formats.markdown.blocks import Block, Document, Kind, Run
from tuireader.formats.markdown.outline import Draft, Outline
from tuireader.formats.markdown.protect import protect, restore

_LONGEST_EXCERPT = 240
_DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:\s*\S")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


def unread(
    outline: Outline, drafts: Sequence[Draft], headings: set[int], lines: Sequence[str]
) -> tuple[Problem, ...]:
    """Return a problem for each run of blocks that no entry has.

    Args:
        outline: The document.
        drafts: Its entries with their extents.
        headings: Blocks that gave entries their day or section.
        lines: The source.
    """
    taken = bytearray(len(outline.document.blocks))
    for draft in drafts:
        taken[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
    for index in headings:
        taken[index] = 1
    for draft in drafts:
        if draft.table >= 0:
            _take_header(outline, draft, taken)
    found = [
        _problem(run, outline.document.blocks) for run in _runs(taken, outline.document)
    ]
    return (*found, *_definitions(lines))


def _take_header(outline: Outline, draft: Draft, taken: bytearray) -> None:
    boxes = outline.document.boxes
    table = boxes[outline.tables[draft.table].box]
    first = outline.tables[draft.table].rows[0]
    for index in range(table.first, boxes[first].first):
        taken[index] = 1


def _runs(taken: bytearray, document: Document) -> Iterator[tuple[int, int]]:
    """Yield the runs of blocks with text that nothing has taken."""
    start = -1
    for index, block in enumerate(document.blocks):
        if taken[index]:
            if start >= 0:
                yield start, index
            start = -1
        elif start < 0 and block.kind != Kind.RULE:
            start = index
    if start >= 0:
        yield start, len(document.blocks)


def _problem(run: tuple[int, int], blocks: list[Block]) -> Problem:
    start, end = run
    first, last = blocks[start].line, max(block.line for block in blocks[start:end])
    texts = [block.text for block in blocks[start:end] if block.kind != Kind.NOISE]
    text = " ".join(" ".join(texts or [blocks[start].text]).split())
    excerpt = text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT]}…"
    where = f"line {first}" if last <= first else f"lines {first}-{last}"
    what = "not about a paper" if texts else "navigation, script or comment"
    return Problem(first, f"{what}: {excerpt}", f"{where} left out")


def _definitions(lines: Sequence[str]) -> Iterator[Problem]:
    """Name the definitions of links: they show only where they are used."""
    numbers = [
        str(n)
        for n, line in enumerate(lines, 1)
        if "]:" in line and _DEFINITION.match(line)
    ]
    if numbers:
        where = ", ".join(numbers[:50])
        yield Problem(
            int(numbers[0]),
            f"definitions of links in lines {where}",
            "shown where they are used",
        )


def keep_cut_cells(document: Document, lines: Sequence[str]) -> None:
    """Give rows of Markdown tables the cells back that the header has no column for.

    GitHub's parser drops them; a pipe in a title is enough to lose the rest of the row.
    """
    for box in document.boxes:
        if box.tag != "tr" or not box.children or not box.line <= len(lines):
            continue
        line = lines[box.line - 1]
        width = len(box.children)
        if line.count("|") <= width + 1 or box.last == box.first:
            continue
        line = protect(line, 1)
        cells = _UNESCAPED_PIPE.split(line.strip().removeprefix("|").removesuffix("|"))
        extra = restore(
            " | ".join(cell.strip() for cell in cells[width:] if cell.strip())
        )
        if extra:
            block = document.blocks[box.last - 1]
            block.runs = [*block.runs, Run(f" | {extra}")]
            block.text += f" | {extra}"
