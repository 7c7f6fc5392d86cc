"""Lines of prose to paragraphs, and where code fences run."""

import re
from collections.abc import Sequence
from itertools import pairwise

# Lines that mean something by where they stand: list items, table rows, quotes,
# headings, display math. A block that has one keeps its lines.
_STRUCTURE = re.compile(r"[-*+•]\s|[|>]|#{1,6}\s|[0-9]{1,3}[.)]\s|\$\$|\\\[|\\begin")
_WRAPPED = range(30, 111)
_SENTENCE_ENDS = (".", "!", "?", "。", ":", ")", "…", "”", '"')


def paragraphs_of(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs in a run of lines without a blank one among them.

    Curators write one line a paragraph; the lines of a list, table, quote or display of
    math stay together; lines filled to a margin are joined.

    Args:
        lines: Lines without surrounding white space.
    """
    if len(lines) <= 1:
        return list(lines)
    if not any(map(_STRUCTURE.match, lines)):
        return [" ".join(lines)] if is_filled(lines) else list(lines)
    found: list[list[str]] = []
    together = math = False
    for line in lines:
        structural = _STRUCTURE.match(line) is not None or math
        if structural and together:
            found[-1].append(line)
        else:
            found.append([line])
        math ^= line.count("$$") == 1
        together = structural
    return ["\n".join(block) for block in found]


def joined(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs in `lines`, among which empty ones part them."""
    found: list[str] = []
    block: list[str] = []
    for line in (*lines, ""):
        if line:
            block.append(line)
        elif block:
            found += paragraphs_of(block)
            block = []
    return found


def is_filled(lines: Sequence[str]) -> bool:
    """Say whether `lines` were broken at a margin rather than by their writer."""
    longest = max(map(len, lines))
    if longest not in _WRAPPED:
        return False
    roomy = in_sentence = 0
    for line, following in pairwise(lines):
        # A writer's own break leaves room for the next word; a margin does not.
        roomy += len(line) + 1 + len(following.partition(" ")[0]) <= longest
        in_sentence += not line.endswith(_SENTENCE_ENDS)
    breaks = len(lines) - 1
    return roomy * 6 <= breaks and in_sentence * 2 >= breaks


_RULE = "~" * 12
"""As many waves in a row part entries; no fence of code is as long."""


def fence_ends(lines: Sequence[str], first: int = 0) -> dict[int, int]:
    """Map the index of each opening code fence to that of its closing one.

    A fence that nothing closes is left out: its line is text, so that the tags and
    links below it are still found.

    Args:
        lines: The lines of a digest.
        first: Index of the line to begin with.
    """
    ends: dict[int, int] = {}
    start, mark = -1, ""
    for index in range(first, len(lines)):
        text = lines[index].lstrip()
        if start < 0:
            fenced = text.startswith(("```", "~~~")) and not text.startswith(_RULE)
            if fenced and "`" not in text[3:].lstrip("`"):
                start = index
                mark = text[: len(text) - len(text.lstrip(text[0]))]
        elif text.startswith(mark) and not text.rstrip().lstrip(mark[0]):
            ends[start] = index
            start = -1
    return ends


class Fences:
    """The code fences of a note, looked for when the first may be met."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._ends: dict[int, int] | None = None

    def end_of(self, at: int) -> int | None:
        """Return the index of the line that closes the fence at `at`, if one does.

        Args:
            at: Index of a line; what stands above the first asked for is no fence.
        """
        if self._ends is None:
            self._ends = fence_ends(self._lines, at)
        return self._ends.get(at)
