"""What one digest says: entries, their paragraphs, and what was odd about the file."""

from typing import NamedTuple


class Paragraph(NamedTuple):
    """One paragraph of commentary."""

    text: str
    """The curator's words as written (Markdown), without surrounding white space."""
    language: str = "en"
    """ISO 639-1 code: `ko`, `ja`, `zh` or `en` (which stands for any Latin script)."""
    translation: bool = False
    """Whether it translates other paragraphs, as an `<english>` block does."""


class Entry(NamedTuple):
    """One paper as one digest presents it."""

    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    """`YYYY-MM-DD`, or None where the digest tells no day."""
    abstract: str = ""
    commentary: tuple[Paragraph, ...] = ()
    tags: tuple[str, ...] = ()
    """As written, without `#`."""
    url: str | None = None
    """The entry's own link; never one that is cited in the commentary."""
    arxiv_id: str | None = None
    """Base id of the own link, without version."""
    references: tuple[str, ...] = ()
    """arXiv ids cited in the commentary, without version, each once, in order."""
    wikilinks: tuple[str, ...] = ()
    """Targets of `[[wikilinks]]`, as written, without heading or alias."""
    section: str = ""
    """The part of the digest it stands in, where that became no tag."""
    line: int = 1
    """Line of the digest where the entry begins, from 1."""


CUT = "the rest was not read"
"""How what was done begins where a file was not read to its end."""


class Problem(NamedTuple):
    """Something odd in a digest: shown, never swallowed."""

    line: int
    """Line it concerns, from 1; 0 for the file as a whole."""
    what: str
    """What is odd."""
    done: str
    """What was done about it, or what the reader can do."""

    def __str__(self) -> str:
        return f"{self.what}; {self.done}" if self.done else self.what

    @property
    def placed(self) -> str:
        """It, with the line that it concerns in front."""
        return f"line {self.line}: {self}" if self.line else f"{self}"

    @property
    def is_cut(self) -> bool:
        """Whether the file was not read to its end."""
        return self.done.startswith(CUT)


class Digest(NamedTuple):
    """One source file: a dated list of papers, or a note about one paper."""

    source: str
    """Path relative to the library folder that holds it, with `/`."""
    format: str = ""
    """Name of the shape it was read as; empty if none was recognised."""
    reason: str = ""
    """Why that shape was chosen, in words."""
    encoding: str = "utf-8"
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
