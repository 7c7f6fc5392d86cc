"""Abstracts: quoted in notes, an English paragraph in plain digests."""

import re

from tuireader.formats.paragraphs import joined
from tuireader.text.language import language_of

_CALLOUT = re.compile(r"\[![\w-]{1,32}\][+-]?[ \t]*(?:abstract|초록)?", re.IGNORECASE)
# Escapes that mean the same in TeX and in Markdown. Accents (\'e) stay as they are.
_ESCAPED = re.compile(r"\\([%$&#_])")


class QuotedAbstract:
    """Collects the block quote that holds the abstract of a note."""

    __slots__ = ("_at", "_lines")

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._at = -1

    def quote(self, line: str, at: int) -> None:
        """Add `line`, which begins with `>` and has index `at`."""
        text = line[1:].strip()
        if text.startswith("[!"):
            text = _CALLOUT.sub("", text, count=1).strip()
        self.add(text, at)

    def add(self, text: str, at: int) -> None:
        """Add the text of the line with index `at`; an empty one ends a paragraph."""
        self._lines.append(text)
        self._at = at

    def reaches(self, at: int) -> bool:
        """Say whether the line with index `at` is the next one behind what it has."""
        return bool(self._lines) and self._at == at - 1

    def goes_on_in(self, line: str, at: int) -> bool:
        """Say whether `line` is part of the quote although it lacks the mark.

        Markdown has it so; but curators also write their own words directly below.
        """
        return self.reaches(at) and bool(self._lines[-1]) and language_of(line) == "en"

    def text(self) -> str:
        """Return the abstract, its paragraphs on lines of their own."""
        text = "\n".join(joined(self._lines))
        return _ESCAPED.sub(r"\1", text) if "\\" in text else text
