"""What of a document became no entry: named, so that nothing is silently dropped."""

import re
from collections.abc import Iterator, Sequence

from tuireader.domain.entry import Problem
from tuireader.formats.markdown.blocks import (
    COMMENT,
    Block,
    Document,
    Kind,
    Run,
    markdown,
)
from tuireader.formats.markdown.outline import Draft, Outline
from tuireader.formats.markdown.protect import protect, restore

_LONGEST_EXCERPT = 240
_LONGEST = 2_000
_OVERLAP = 40
"""Parts of a comment repeat this much, so that no word is cut."""
_DEFINITION = re.compile(r"[ >]{0,9}\[[^\[\]\n]{1,200}\]:\s*\S")
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
    blocks = outline.document.blocks
    taken = bytearray(block.kind == Kind.NOISE for block in blocks)
    for draft in drafts:
        taken[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
    for index in headings:
        taken[index] = 1
    for draft in drafts:
        if draft.table >= 0:
            _take_header(outline, draft, taken)
    runs = _runs(taken, outline.document)
    found = [problem for run in runs for problem in _problems(run, blocks)]
    return (*found, *_noise(blocks, len(lines)), *_definitions(lines))


def _noise(blocks: list[Block], last: int) -> Iterator[Problem]:
    """Yield problems that say comments, and how navigation and scripts begin."""
    noise = [
        block for block in blocks if block.kind == Kind.NOISE and block.text.strip()
    ]
    texts = [_one_line(block.text[:_LONGEST_EXCERPT]) for block in noise]
    if texts:
        what = f"navigation, scripts, comments: {' · '.join(texts)[: 4 * _LONGEST]}"
        yield Problem(noise[0].line, what, _where(noise[0].line, noise[-1].line))
    for block in noise:
        if block.hint == COMMENT and len(block.text) > _LONGEST_EXCERPT:
            yield from _comment(block, last)


def _comment(block: Block, end: int) -> Iterator[Problem]:
    """Yield a long comment, which may be a digest that somebody took out."""
    for start in range(0, len(block.text), _LONGEST):
        line = min(block.line + block.text.count("\n", 0, start), end)
        text = block.text[max(start - _OVERLAP, 0) : start + _LONGEST]
        last = min(line + text.count("\n"), end)
        yield Problem(line, f"comment: {_one_line(text)}", _where(line, last))


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


def _problems(run: tuple[int, int], blocks: list[Block]) -> Iterator[Problem]:
    """Yield problems that say all of a run's text."""
    start, end = run
    last = max(block.line for block in blocks[start:end])
    texts: list[str] = []
    size, line = 0, blocks[start].line
    for block in blocks[start:end]:
        text = _one_line(markdown(block.runs))
        if texts and size + len(text) > _LONGEST:
            yield _left(texts, line, block.line - 1)
            texts, size, line = [], 0, block.line
        texts.append(text)
        size += len(text)
    yield _left(texts, line, last)


def _left(texts: list[str], first: int, last: int) -> Problem:
    text = " · ".join(filter(None, texts))
    return Problem(first, f"not about a paper: {text}", _where(first, last))


def _where(first: int, last: int) -> str:
    return (
        f"line {first} left out" if last <= first else f"lines {first}-{last} left out"
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _definitions(lines: Sequence[str]) -> Iterator[Problem]:
    """Name the definitions of links: they show only where they are used."""
    for number, line in enumerate(lines, 1):
        if "]:" in line and _DEFINITION.match(line):
            what = f"definition of a link: {line.strip()[:_LONGEST]}"
            yield Problem(number, what, "shown where it is used")


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
