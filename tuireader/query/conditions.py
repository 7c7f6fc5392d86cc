"""The conditions of a query: what they select, how they explain themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.domain.identity import canonical_tag
from tuireader.query import editing
from tuireader.query.narrowing import implies
from tuireader.query.nodes import All, AnyOf, Not, all_of, days_of, grouped
from tuireader.query.ranking import ranked, sought_words
from tuireader.query.terms import Dated, Node
from tuireader.query.view import PaperView


@dataclass(frozen=True, slots=True)
class Clause:
    """One of the conditions that all have to hold."""

    node: Node
    """What it asks."""

    @property
    def text(self) -> str:
        """How it is typed; alone, it is a query."""
        return grouped(self.node, within=All)

    def describe(self) -> str:
        """Return what it means, in words."""
        return self.node.describe()

    def select(self, view: PaperView, candidates: Sequence[int]) -> list[int]:
        """Return those of `candidates` that it alone lets pass."""
        return self.node.select(view, candidates)


@dataclass(frozen=True, slots=True)
class Step:
    """What one clause does to the number of papers."""

    clause: Clause
    """The clause."""
    alone: int
    """Papers that it matches by itself."""
    left: int
    """Papers left by it and the clauses before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Clauses that all have to hold."""

    clauses: tuple[Clause, ...] = ()
    """The conditions; with none, every paper matches."""

    @property
    def nodes(self) -> list[Node]:
        """What the clauses ask, in order."""
        return [clause.node for clause in self.clauses]

    @property
    def root(self) -> Node:
        """All clauses as one node."""
        return all_of(self.nodes)

    @property
    def is_empty(self) -> bool:
        """Whether every paper matches."""
        return not self.clauses

    @property
    def words(self) -> tuple[str, ...]:
        """Folded words and phrases that matching texts hold, to be shown in them."""
        return tuple(dict.fromkeys(sought_words(self.root)))

    def describe(self) -> str:
        """Return what they mean, in words."""
        return self.root.describe() or "all papers"

    def select(self, view: PaperView, candidates: Sequence[int]) -> list[int]:
        """Return those of `candidates` that match, in their order."""
        return self.root.select(view, candidates)

    def matches_date(self, date: str) -> bool | None:
        """Tell whether an appearance on this day is one that the query is about.

        Args:
            date: ISO date, or empty where there is none.

        Returns:
            None where the query says nothing about days.
        """
        return _on_day(self.root, date)

    def narrows(self, other: "Conditions") -> bool:
        """Tell whether surely each paper that matches these matches `other`.

        Then the papers of `other` are enough to select from.
        """
        return implies(self.root, other.root)

    def ranked(self, view: PaperView, rows: Sequence[int]) -> list[int]:
        """Return `rows` with the best matches first: the order of `sort:match`."""
        return ranked(self.root, view, rows)

    def steps(self, view: PaperView, candidates: Sequence[int]) -> tuple[Step, ...]:
        """Return for each clause how many papers it matches and how many it leaves."""
        steps = []
        left: Sequence[int] = candidates
        for count, clause in enumerate(self.clauses, start=1):
            # With those before it: two clauses about days are about one appearance.
            left = all_of(self.nodes[:count]).select(view, left)
            alone = len(clause.select(view, candidates))
            steps.append(Step(clause, alone, len(left)))
        return tuple(steps)

    @property
    def tags(self) -> frozenset[str]:
        """Tags that are required, each by a clause of its own, in canonical form."""
        return frozenset(filter(None, map(editing.single_tag, self.nodes)))

    @property
    def excluded_tags(self) -> frozenset[str]:
        """Tags that are excluded, each by a clause of its own, in canonical form."""
        excluded = [node.part for node in self.nodes if isinstance(node, Not)]
        return frozenset(filter(None, map(editing.single_tag, excluded)))

    @property
    def dates(self) -> frozenset[str]:
        """What the clauses about days say after `date:`, such as `2024-08`."""
        texts = (node.text for node in self.nodes if isinstance(node, Dated))
        return frozenset(
            value
            for text in texts
            if text.startswith("date:")
            for value in text.removeprefix("date:").split(",")
        )

    def tag_required(self, tag: str) -> bool | None:
        """Return True if the tag is required, False if excluded, None if neither."""
        name = canonical_tag(tag.strip())
        answers = (editing.tag_required(node, name) for node in self.nodes)
        return next((answer for answer in answers if answer is not None), None)


def _on_day(node: Node, day: str) -> bool | None:
    days = days_of(node)
    if days is not None:
        return day in days
    if not isinstance(node, All | AnyOf):
        return None
    answers = [_on_day(part, day) for part in node.parts]
    told = [answer for answer in answers if answer is not None]
    if isinstance(node, All):
        return all(told) if told else None
    return any(told) if len(told) == len(answers) else None
