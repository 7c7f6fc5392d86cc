"""What every digest shape offers: to recognise a source and to read it."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tuireader.domain.entry import Entry, Problem


class Source:
    """The text of one file on its way to becoming a digest.

    Attributes:
        path: Path relative to the library folder, with `/`; safe to show.
        text: Decoded, sanitised, NFC, lines ended by line feeds, as `text` makes it.
        encoding: The encoding that the text was decoded from.
        name: File name without folder and extension.
        extension: Extension in lower case with its dot, or an empty string.
    """

    __slots__ = ("_lines", "encoding", "extension", "name", "path", "text")

    def __init__(self, path: str, text: str, encoding: str = "utf-8") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        file_name = path.rpartition("/")[2]
        stem, dot, extension = file_name.rpartition(".")
        self.name = stem or file_name
        self.extension = dot + extension.lower() if stem else ""
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text; line `n` of the file is `lines[n - 1]`."""
        if self._lines is None:  # functools.cached_property takes a lock, a file a time
            self._lines = self.text.split("\n")
        return self._lines


class Recognition(NamedTuple):
    """How sure a format is that a source has its shape."""

    score: int
    """0 (not at all) to 100 (nothing else); the highest of all formats reads it."""
    reason: str
    """In words, for `doctor`: `date line and 6 author lines`."""


class Reading(NamedTuple):
    """What a format made of a source."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FormatError(Exception):
    """A source that a format recognised turned out to be unreadable."""

    problem: Problem


class Format(Protocol):
    """One digest shape."""

    name: str
    """The word that exports and `doctor` use: `plain`, `vault`, `markdown`…"""

    def recognise(self, source: Source) -> Recognition:
        """Say how sure it is, by content above all. Cheap: a look, not a parse."""
        ...

    def read(self, source: Source) -> Reading:
        """Read every entry; nothing is dropped, the unknown is commentary."""
        ...
