"""What a query needs to know about papers: columns, indexed by paper number."""

from collections.abc import Sequence
from typing import Protocol


class PaperView(Protocol):
    """The papers of a library as columns; every text is folded (see `fold`).

    Columns may be built when they are first asked for: a query touches only those that
    its clauses read. Whole texts are no column, only looked into.
    """

    @property
    def titles(self) -> Sequence[str]:
        """Titles."""

    @property
    def tags(self) -> Sequence[frozenset[str]]:
        """Tags in the form of `canonical_tag`."""

    @property
    def dates(self) -> Sequence[tuple[str, ...]]:
        """ISO dates of the appearances; empty, or an empty string, where undated."""

    @property
    def keys(self) -> Sequence[tuple[str, ...]]:
        """All keys a paper answers to, such as `arxiv:2408.16293`."""

    def holding(
        self, field: str, word: str, rows: Sequence[int], *, literal: bool = False
    ) -> Sequence[int]:
        """Return those of `rows` in which a field holds a word.

        Args:
            field: `title`, `author`, `tag`, `abstract`, `note`; empty or `text` for
                all of these.
            word: A folded word or phrase; initial consonants alone stand for syllables.
            rows: Papers; the result keeps their order.
            literal: Whether initial consonants stand for themselves.
        """

    def tagged(self, names: frozenset[str], rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that have one of some tags, in their order.

        Args:
            names: Tags in canonical form.
            rows: Papers; the result keeps their order.
        """

    def written_by(self, name: str, rows: Sequence[int]) -> Sequence[int] | None:
        """Return those of `rows` by whoever bears a name, if anybody does.

        Args:
            name: A whole name, folded as a phrase.
            rows: Papers; the result keeps their order.

        Returns:
            None if nobody in the whole library is called so.
        """

    def resembling(self, word: str, least: float, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` whose title, authors or tags hold something like it.

        Args:
            word: A folded word.
            least: Percentage of likeness (rapidfuzz `partial_ratio`) that is enough.
            rows: Papers; the result keeps their order.
        """

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper has a `link`, `abstract`, `commentary` and so on."""

    def state(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`."""
