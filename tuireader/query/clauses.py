"""What is known of a query once it is read: its clauses, order and problems."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tuireader.query.node import Node
from tuireader.query.view import PaperView

Sort = Literal["new", "old", "title", "match", "queue", "interest"]
"""The orders that a query can ask for."""


class Clause(NamedTuple):
    """One of the conditions that all have to hold."""

    node: Node
    """What it asks."""
    text: str
    """How it is typed; alone, it is a query."""
    tag: str = ""
    """The one tag it requires or excludes, canonical, if that is all it does."""
    excluding: bool = False
    """Whether it excludes that tag."""
    about_days: bool = False
    """Whether it is about days alone."""
    dates: tuple[str, ...] = ()
    """What it says after `date:`, such as `2024-08`."""

    def describe(self) -> str:
        """Return what it means, in words."""
        return self.node.describe()

    def select(self, view: PaperView, candidates: Sequence[int]) -> Sequence[int]:
        """Return those of `candidates` that it alone lets pass."""
        return self.node.select(view, candidates)


class Step(NamedTuple):
    """What one clause does to the number of papers."""

    clause: Clause
    """The clause."""
    alone: int
    """Papers that it matches by itself."""
    left: int
    """Papers left by it and the clauses before it."""


class Culprit(NamedTuple):
    """The clause without which there would be papers."""

    clause: Clause
    """The clause."""
    without: int
    """How many there would be."""


class QueryProblem(NamedTuple):
    """A part of a query that could not be used as it stands."""

    token: str
    """The part as typed."""
    start: int
    """Where it begins in the query's text."""
    what: str
    """What is wrong with it, in words."""
    unfinished: bool = False
    """Whether it only lacks its end, as while typing; the rest holds without it."""

    def __str__(self) -> str:
        return f"{self.token}: {self.what}"
