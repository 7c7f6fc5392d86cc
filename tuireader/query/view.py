"""What a query needs to know about papers: columns, indexed by paper number."""

from collections.abc import Sequence
from typing import Protocol


class PaperView(Protocol):
    """The papers of a library as columns; every text is folded (see `fold`).

    Columns may be built when they are first asked for: a query touches only those that
    its clauses read, and the whole texts last.
    """

    @property
    def titles(self) -> Sequence[str]:
        """Titles."""

    @property
    def authors(self) -> Sequence[str]:
        """Names of the authors, joined."""

    @property
    def abstracts(self) -> Sequence[str]:
        """Abstracts."""

    @property
    def commentaries(self) -> Sequence[str]:
        """The curator's words."""

    @property
    def heads(self) -> Sequence[str]:
        """Title, authors and tags of each paper, a line each."""

    @property
    def texts(self) -> Sequence[str]:
        """Everything a bare word is looked for in: heads, commentary, abstract."""

    @property
    def tags(self) -> Sequence[frozenset[str]]:
        """Tags in the form of `canonical_tag`."""

    @property
    def dates(self) -> Sequence[tuple[str, ...]]:
        """ISO dates of the appearances; empty, or an empty string, where undated."""

    @property
    def keys(self) -> Sequence[tuple[str, ...]]:
        """All keys a paper answers to, such as `arxiv:2408.16293`."""

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper has a `link`, `abstract`, `commentary` and so on."""

    def state(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`."""
