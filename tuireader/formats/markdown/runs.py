"""The text of a block while it is read: runs, and the lines that they go over."""

import re

from tuireader.formats.markdown.blocks import BREAK, Run

_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\(([^\s()]{1,1000})\)")

# What Jekyll's parser takes for attributes of the link before it.
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{1,80}\}")


class Runs:
    """The runs of the block being read.

    Args:
        line: Line of the source that the document begins on.
        generated: Whether a parser made the HTML, with line ends of its own.

    Attributes:
        line: Line of the source that was reached.
        start: Line that the block begins on, once there is a run.
    """

    def __init__(self, line: int, *, generated: bool) -> None:
        self.line = self.start = line
        self._generated = generated
        self._runs: list[Run] = []

    def __bool__(self) -> bool:
        return bool(self._runs)

    @property
    def text(self) -> str:
        """All of the text so far."""
        return "".join(run.text for run in self._runs)

    def take(self) -> list[Run]:
        """Return the runs; the next are of another block."""
        runs, self._runs = self._runs, []
        return runs

    def count(self, text: str) -> str:
        """Count the lines that `text` ends; return it as the block's text needs it."""
        if self._generated and text.isspace():
            return text if self._runs else ""  # the parser's own line end
        lines = text.count("\n")
        if not lines and self._runs:
            return text
        if not self._runs:
            text = text.lstrip()
            self.start = self.line + lines - text.count("\n")
        self.line += lines
        return text

    def add(self, text: str, style: int, href: str) -> None:
        """Add text; inside HTML the parser has left Markdown links as they are."""
        at = 0
        if text.startswith("{:") and self._runs and self._runs[-1].href:
            text = _ATTRIBUTES.sub("", text, count=1)
        if "](" in text and not href:
            for match in _LINK.finditer(text):
                self._runs.append(Run(text[at : match.start()], style))
                self._runs.append(Run(match[1], style, match[2]))
                at = match.end()
        self._runs.append(Run(text[at:] if at else text, style, href))

    def add_break(self, style: int, href: str) -> None:
        """Add a hard line break, unless nothing stands before it."""
        if self._runs:
            self._runs.append(Run(BREAK, style, href))

    def add_picture(self, run: Run) -> None:
        """Add a picture, which is a run of its alternative text."""
        if not self._runs:
            self.start = self.line
        self._runs.append(run)
