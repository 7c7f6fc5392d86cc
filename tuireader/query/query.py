"""A query: what was typed, what it means, and what it selects."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, cast

from tuireader.query import editing
from tuireader.query.conditions import Clause, Conditions
from tuireader.query.nodes import All
from tuireader.query.parser import QueryProblem, parse
from tuireader.query.terms import Node
from tuireader.text import sanitise

Sort = Literal["new", "old", "title", "match"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Conditions):
    """A query as a value; made by `Query.parse` and edited into other queries."""

    text: str
    """As typed."""
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
            text=text,
            clauses=tuple(Clause(part) for part in parts),
            sort=cast("Sort", parsed.sort or "new"),
            problems=tuple(parsed.problems),
            today=today,
        )

    @property
    def is_valid(self) -> bool:
        """Whether it can be shown: nothing in it is wrong, at most unfinished.

        While this is False the last valid result should stay and the problem be named.
        """
        return all(problem.unfinished for problem in self.problems)

    @property
    def canonical(self) -> str:
        """The query in its plainest spelling; it means the same."""
        return editing.spelled(self.nodes, self.sort)

    def with_clause(self, text: str) -> "Query":
        """Return this query with the conditions of `text` as well, each once."""
        more = [
            node
            for node in Query.parse(text, self.today).nodes
            if not any(editing.same(node, kept) for kept in self.nodes)
        ]
        return self._of([*self.nodes, *more])

    def with_tag(self, tag: str, *, exclude: bool = False) -> "Query":
        """Return this query with `tag` required or excluded."""
        if self.tag_required(tag) is (not exclude):
            return self
        kept = self._of(editing.without_tag(self.nodes, tag))
        return kept.with_clause(editing.tag_text(tag, exclude=exclude))

    def toggle_tag(self, tag: str, *, exclude: bool = False) -> "Query":
        """Return this query with `tag` required or excluded, or free if it was so."""
        if self.tag_required(tag) is (not exclude):
            return self._of(editing.without_tag(self.nodes, tag))
        return self.with_tag(tag, exclude=exclude)

    def with_date(self, days: str) -> "Query":
        """Return this query about `days` (`2024-08`, `7d`) instead of other ones.

        Args:
            days: As after `date:`; empty for papers without a date.
        """
        kept = self._of(editing.without_days(self.nodes))
        return kept.with_clause(f"date:{days or editing.UNDATED}")

    def without_date(self) -> "Query":
        """Return this query without its conditions about days."""
        return self._of(editing.without_days(self.nodes))

    def toggle_date(self, days: str) -> "Query":
        """Return this query about `days`, or about any days if those were all it named.

        Args:
            days: As after `date:`; empty for papers without a date.
        """
        if self.dates == {days or editing.UNDATED}:
            return self.without_date()
        return self.with_date(days)

    def with_sort(self, sort: Sort) -> "Query":
        """Return this query in another order."""
        return Query.parse(editing.spelled(self.nodes, sort), self.today)

    def toggled(self, text: str) -> "Query":
        """Return this query with the conditions of `text`, or without those it had."""
        nodes = Query.parse(text, self.today).nodes
        kept = [
            node
            for node in self.nodes
            if not any(editing.same(node, other) for other in nodes)
        ]
        if len(kept) < len(self.nodes):
            return self._of(kept)
        return self.with_clause(text)

    def without(self, clause: Clause) -> "Query":
        """Return this query without one of its clauses."""
        return self._of([node for node in self.nodes if node != clause.node])

    def without_last(self) -> "Query":
        """Return this query without its last clause."""
        return self._of(self.nodes[:-1])

    def _of(self, nodes: Sequence[Node]) -> "Query":
        return Query.parse(editing.spelled(nodes, self.sort), self.today)
