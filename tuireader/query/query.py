"""A query: what was typed, what it means, and what it selects."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, cast

from tuireader.query.narrowing import implies
from tuireader.query.nodes import All, AnyOf, Not, all_of, days_of, grouped
from tuireader.query.parser import QueryProblem, parse
from tuireader.query.terms import Contains, Node
from tuireader.query.view import PaperView
from tuireader.text import sanitise

Sort = Literal["new", "old", "title", "match"]


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
class Query:
    """A query as a value; made by `Query.parse` and edited into other queries."""

    text: str
    """As typed."""
    clauses: tuple[Clause, ...] = ()
    """The conditions that all have to hold; with none, every paper matches."""
    sort: Sort = "new"
    """The order asked for."""
    problems: tuple[QueryProblem, ...] = ()
    """What was left out or guessed, in order of place."""
    today: date = field(default=date.min, compare=False, repr=False)
    """The day from which ages in dates count."""

    @classmethod
    def parse(cls, text: str, today: date | None = None) -> "Query":
        """Return the query that `text` is; every text is one.

        Args:
            text: As typed; what acts on a terminal is replaced.
            today: The day from which `30d` and `today` count; by default the day it is.
        """
        today = today or datetime.now().astimezone().date()
        text = sanitise(text)
        parsed = parse(text, today)
        parts = parsed.root.parts if isinstance(parsed.root, All) else (parsed.root,)
        return cls(
            text,
            tuple(Clause(part) for part in parts),
            cast("Sort", parsed.sort or "new"),
            tuple(parsed.problems),
            today,
        )

    @property
    def root(self) -> Node:
        """All clauses as one node."""
        return all_of([clause.node for clause in self.clauses])

    @property
    def is_empty(self) -> bool:
        """Whether every paper matches."""
        return not self.clauses

    @property
    def is_valid(self) -> bool:
        """Whether it can be shown: nothing in it is wrong, at most unfinished.

        While this is False the last valid result should stay and the problem be named.
        """
        return all(problem.unfinished for problem in self.problems)

    @property
    def canonical(self) -> str:
        """The query in its plainest spelling; it means the same."""
        if self.sort == "new":
            return self.root.text
        return " ".join(
            [*(clause.text for clause in self.clauses), f"sort:{self.sort}"]
        )

    @property
    def words(self) -> tuple[str, ...]:
        """Folded words and phrases that matching texts hold, to be shown in them."""
        return tuple(dict.fromkeys(_words(self.root)))

    def describe(self) -> str:
        """Return what it means, in words."""
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

    def narrows(self, other: "Query") -> bool:
        """Tell whether surely each match of this query is one of `other`.

        Then the papers of `other` are enough to select from.
        """
        return implies(self.root, other.root)


def _words(node: Node) -> list[str]:
    if isinstance(node, Contains):
        return [node.folded]
    if isinstance(node, All | AnyOf):
        return [word for part in node.parts for word in _words(part)]
    return []


def _on_day(node: Node, day: str) -> bool | None:
    days = days_of(node)
    if days is not None:
        return day in days
    if isinstance(node, Not) or not isinstance(node, All | AnyOf):
        return None
    answers = [_on_day(part, day) for part in node.parts]
    told = [answer for answer in answers if answer is not None]
    if isinstance(node, All):
        return all(told) if told else None
    return any(told) if len(told) == len(answers) else None
