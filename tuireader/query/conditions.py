"""The conditions of a query: what they select, how they explain themselves.

The first screen asks for everything: what reads and weighs a query is imported by the
first that asks for less.
"""

from collections.abc import Iterator, Mapping, Sequence

from tuireader.domain.identity import canonical_tag
from tuireader.query.clauses import Clause, Culprit, Step
from tuireader.query.node import Node
from tuireader.query.view import PaperView


class Conditions:
    """What clauses that all have to hold say; a query has them."""

    __slots__ = ()

    clauses: tuple[Clause, ...]
    """The conditions; with none, every paper matches."""
    root: Node | None
    """All of them as one; None for none."""
    words: tuple[str, ...]
    """Folded words and phrases that matching texts hold, to be shown in them."""
    aliases: Mapping[str, str]
    """Canonical tags that count as others."""

    @property
    def is_empty(self) -> bool:
        """Whether every paper matches."""
        return not self.clauses

    @property
    def tags(self) -> frozenset[str]:
        """Tags that are required, each by a clause of its own, in canonical form."""
        return frozenset(
            each.tag for each in self.clauses if each.tag and not each.excluding
        )

    @property
    def excluded_tags(self) -> frozenset[str]:
        """Tags that are excluded, each by a clause of its own, in canonical form."""
        return frozenset(
            each.tag for each in self.clauses if each.tag and each.excluding
        )

    @property
    def dates(self) -> frozenset[str]:
        """What the clauses about days say after `date:`, such as `2024-08`."""
        return frozenset(day for clause in self.clauses for day in clause.dates)

    def tag_required(self, tag: str) -> bool | None:
        """Return True if the tag is required, False if excluded, None if neither."""
        name = self.tag_name(tag)
        found = (each for each in self.clauses if name and each.tag == name)
        return next((not each.excluding for each in found), None)

    def tag_name(self, tag: str) -> str:
        """Return the canonical form of a tag, or of the tag that it counts as."""
        name = canonical_tag(tag.strip())
        return self.aliases.get(name, name)

    def describe(self) -> str:
        """Return what they mean, in words."""
        return self.root.describe() if self.root else "all papers"

    def select(self, view: PaperView, candidates: Sequence[int]) -> Sequence[int]:
        """Return those of `candidates` that match, in their order."""
        return self.root.select(view, candidates) if self.root else list(candidates)

    def matches_date(self, date: str) -> bool | None:
        """Tell whether an appearance on this day is one that the query is about.

        Args:
            date: ISO date, or empty where there is none.

        Returns:
            None where the query says nothing about days.
        """
        if self.root is None:
            return None
        from tuireader.query.reading import on_day

        return on_day(self.root, date)

    def narrows(self, other: "Conditions") -> bool:
        """Tell whether surely each paper that matches these matches `other`.

        Then the papers of `other` are enough to select from.
        """
        if self.root is None or other.root is None:
            return other.root is None
        from tuireader.query.narrowing import implies

        return implies(self.root, other.root)

    def ranked(self, view: PaperView, rows: Sequence[int]) -> list[int]:
        """Return `rows` with the best matches first: the order of `sort:match`."""
        if self.root is None:
            return list(rows)
        from tuireader.query.ranking import ranked

        return ranked(self.root, view, rows)

    def spans(self, text: str, field: str = "") -> list[tuple[int, int]]:
        """Return the places in a text that these conditions look for.

        Args:
            text: As it is shown.
            field: `title`, `author`, `tag`, `abstract` or `note`, where it is of one:
                what is looked for elsewhere alone is not shown in it then.

        Returns:
            Start and end of each place, in order.
        """
        if self.root is None:
            return []
        from tuireader.query.ranking import spans_of

        return spans_of(self.root, text, field)

    def steps(self, view: PaperView, candidates: Sequence[int]) -> Iterator[Step]:
        """Yield for each clause how many papers it matches and how many it leaves."""
        from tuireader.query.explaining import steps_of

        return steps_of(self.clauses, view, candidates)

    def culprits(
        self, view: PaperView, candidates: Sequence[int]
    ) -> Iterator[Culprit | None]:
        """Look for the clause that is best dropped where no paper matches.

        Yields:
            None after each clause that was looked at; at last the clause, if dropping
            one is enough.
        """
        from tuireader.query.explaining import culprits_of

        return culprits_of(self.clauses, view, candidates)
