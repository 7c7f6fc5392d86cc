"""Translations of commentary in notes: `<english>…</english>`."""

import re
from collections.abc import Sequence

from tuireader.domain.entry import Problem
from tuireader.formats.draft import Draft

_OPENS = re.compile(r"<(?:english|en|translation)>", re.IGNORECASE)
_CLOSES = re.compile(r"</(?:english|en|translation)>", re.IGNORECASE)


def translation_ends(lines: Sequence[str]) -> dict[int, int]:
    """Map the index of each line that opens a translation to that of its end.

    One that nothing closes is left out: its line is text.

    Args:
        lines: The lines of a digest.
    """
    ends: dict[int, int] = {}
    start = -1
    for index, line in enumerate(lines):
        if "<" not in line:
            continue
        if start < 0 and _OPENS.match(line.lstrip()):
            start = index
        if start >= 0 and _CLOSES.search(line):
            ends[start] = index
            start = -1
    return ends


def translated(block: str) -> list[str]:
    """Return the lines of a translation, from its opening mark to its closing one."""
    text = _CLOSES.sub("\n", _OPENS.sub("\n", block, count=1), count=1)
    return [line.strip() for line in text.split("\n")]


class Translation:
    """Follows whether the lines being read are a translation.

    Attributes:
        line: Line on which the open block begins, from 1; 0 if none is open.
    """

    __slots__ = ("_draft", "line")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.line = 0

    def take(self, line: str, at: int) -> bool:
        """Take a line that begins with a mark; say whether it did.

        Args:
            line: The line without surrounding white space.
            at: Its index in the note.
        """
        if not (match := _OPENS.match(line)):
            return self.line > 0 and self.ends_in(line)
        self._flush()
        self.line = at + 1
        rest = line[match.end() :].strip()
        if rest and not self.ends_in(rest):
            self._draft.block.append(rest)
        return True

    def ends_in(self, line: str) -> bool:
        """Take a line in which the open block ends; say whether it is one."""
        if not self.line or not (match := _CLOSES.search(line)):
            return False
        if before := line[: match.start()].strip():
            self._draft.block.append(before)
        self._flush()
        self.line = 0
        if after := line[match.end() :].strip():
            self._draft.block.append(after)
        return True

    def finish(self, problems: list[Problem]) -> None:
        """Tell, at the end of the note, of a block that nothing closes."""
        if self.line:
            what = "translation that nothing closes"
            problems.append(Problem(self.line, what, "read to the end"))

    def _flush(self) -> None:
        self._draft.flush(translation=self.line > 0)
