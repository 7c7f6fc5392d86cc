"""The text of a block while it is read: runs, and the lines that they go over."""

import re

from tuireader.formats.markdown.blocks import BREAK, Run
from tuireader.text.safe import is_mark

_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\(([^\s()]{1,1000})\)")

_NO_LETTER = "\N{DOTTED CIRCLE}"
"""What stands for a letter where there are only its marks."""

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
        held: The runs so far.
    """

    def __init__(self, line: int, *, generated: bool) -> None:
        self.line = self.start = line
        self._generated = generated
        self.held: list[Run] = []

    def take(self) -> list[Run]:
        """Return the runs; the next are of another block."""
        runs, self.held = self.held, []
        return runs

    def count(self, text: str) -> str:
        """Count the lines that `text` ends; return it as the block's text needs it."""
        if self._generated and text.isspace():
            return text if self.held else ""  # the parser's own line end
        lines = text.count("\n")
        if not lines and self.held:
            return text
        if not self.held:
            text = text.lstrip()
            self.start = self.line + lines - text.count("\n")
        self.line += lines
        return text

    def add(self, text: str, style: int, href: str) -> None:
        """Add text; inside HTML the parser has left Markdown links as they are."""
        at = 0
        if text.startswith("{:") and self.held and self.held[-1].href:
            text = _ATTRIBUTES.sub("", text, count=1)
        if "](" in text and not href:
            for match in _LINK.finditer(text):
                self._hold(Run(text[at : match.start()], style))
                self._hold(Run(match[1], style, match[2]))
                at = match.end()
        self._hold(Run(text[at:] if at else text, style, href))

    def _hold(self, run: Run) -> None:
        """Keep a run. Each is safe by itself; what several of marks join to is not."""
        if run.text > "\u02ff" and self.held and is_mark(run.text[0]):
            run = run._replace(text=_NO_LETTER + run.text)
        self.held.append(run)

    def add_break(self, style: int, href: str) -> None:
        """Add a hard line break, unless nothing stands before it."""
        if self.held:
            self.held.append(Run(BREAK, style, href))

    def add_picture(self, run: Run) -> None:
        """Add a picture, which is a run of its alternative text."""
        if not self.held:
            self.start = self.line
        self._hold(run)
