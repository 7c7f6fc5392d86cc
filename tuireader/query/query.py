"""A query: what was typed, what it means, and what it becomes by an edit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, cast

from tuireader.query.clauses import Clause, QueryProblem
from tuireader.query.conditions import Conditions
from tuireader.query.node import Node
from tuireader.query.spelling import tag_text
from tuireader.text import sanitise

Sort = Literal["new", "old", "title", "match", "queue", "interest"]

_ORDERS_OF = {"is:queued": "queue", "is:unread": "interest"}
"""Conditions, and the orders that are asked for with them: they go with them, too."""

UNDATED = "undated"
"""Value of `date:` that stands for papers without a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Conditions):
    """A query as a value; made by `Query.parse` and edited into other queries."""

    clauses: tuple[Clause, ...] = ()
    root: Node | None = field(default=None, repr=False)
    words: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    text: str
    """As typed."""
    sort: Sort = "new"
    """The order asked for."""
    problems: tuple[QueryProblem, ...] = ()
    """What was left out or guessed, in order of place."""
    today: date = field(default=date.min, compare=False, repr=False)
    """The day from which ages in dates count."""

    @classmethod
    def parse(
        cls,
        text: str,
        today: date | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> "Query":
        """Return the query that `text` is; every text is one.

        Args:
            text: As typed; what acts on a terminal is replaced.
            today: The day from which `30d` and `today` count; by default the day it is.
            aliases: Canonical tags that count as others.
        """
        today = today or datetime.now().astimezone().date()
        text = sanitise(text)
        if not text or text.isspace():
            return cls(text=text, today=today, aliases=aliases or {})
        from tuireader.query.reading import read

        reading = read(text, today, aliases or {})
        return cls(
            text=text,
            clauses=reading.clauses,
            root=reading.root if reading.clauses else None,
            words=reading.words,
            sort=cast("Sort", reading.sort or "new"),
            problems=reading.problems,
            today=today,
            aliases=aliases or {},
        )

    @property
    def is_valid(self) -> bool:
        """Whether it can be shown: nothing in it is wrong, at most unfinished.

        While this is False the last valid result should stay and the problem be named.
        """
        return all(problem.unfinished for problem in self.problems)

    @property
    def finished(self) -> "Query":
        """This query as it is understood: what lacks its end is closed or left out."""
        return self._of(self.clauses) if self.problems else self

    @property
    def left_out(self) -> tuple[QueryProblem, ...]:
        """The problems of those parts that ask for nothing as they stand."""
        tokens = {each.token for each in self.problems}
        lost = {token for token in tokens if not self._read(token).clauses}
        return tuple(each for each in self.problems if each.token in lost)

    @property
    def canonical(self) -> str:
        """The query in its plainest spelling; it means the same."""
        if len(self.clauses) == 1 and self.sort == "new":
            return self.clauses[0].node.text  # alternatives alone need no parentheses
        order = () if self.sort == "new" else (f"sort:{self.sort}",)
        return " ".join([*(clause.text for clause in self.clauses), *order])

    def with_clause(self, text: str) -> "Query":
        """Return this query with the conditions of `text` as well, each once."""
        more = self._read(text).clauses
        new = [clause for clause in more if not _among(clause, self.clauses)]
        return self._of([*self.clauses, *new])

    def with_tag(self, tag: str, *, exclude: bool = False) -> "Query":
        """Return this query with `tag` required or excluded."""
        if self.tag_required(tag) is (not exclude):
            return self
        return self.without_tag(tag).with_clause(tag_text(tag, exclude=exclude))

    def without_tag(self, tag: str) -> "Query":
        """Return this query without the clauses about this tag alone."""
        name = self.tag_name(tag)
        return self._of(each for each in self.clauses if not name or each.tag != name)

    def toggle_tag(self, tag: str, *, exclude: bool = False) -> "Query":
        """Return this query with `tag` required or excluded, or free if it was so."""
        if self.tag_required(tag) is (not exclude):
            return self.without_tag(tag)
        return self.with_tag(tag, exclude=exclude)

    def with_date(self, days: str) -> "Query":
        """Return this query about `days` (`2024-08`, `7d`) instead of other ones.

        Args:
            days: As after `date:`; empty for papers without a date.
        """
        clause = f"date:{days or UNDATED}"
        rest = self._without_opposites(self._read(clause).clauses)
        return rest.without_date().with_clause(clause)

    def without_date(self) -> "Query":
        """Return this query without its conditions about days."""
        return self._of(clause for clause in self.clauses if not clause.about_days)

    def toggle_date(self, days: str) -> "Query":
        """Return this query about `days`, or about any days if those were all it named.

        Args:
            days: As after `date:`; empty for papers without a date.
        """
        if self.dates == {days or UNDATED}:
            return self.without_date()
        return self.with_date(days)

    def with_sort(self, sort: Sort) -> "Query":
        """Return this query in another order."""
        return self._of(self.clauses, sort)

    def toggled(self, text: str) -> "Query":
        """Return this query with the conditions of `text`, or without those it had.

        With them go their opposites, which would leave nothing.
        """
        others = self._read(text).clauses
        kept = [clause for clause in self.clauses if not _among(clause, others)]
        if len(kept) < len(self.clauses):
            return self._of(kept)
        return self._without_opposites(others).with_clause(text)

    def without(self, clause: Clause) -> "Query":
        """Return this query without one of its clauses."""
        return self._of(each for each in self.clauses if each != clause)

    def without_last(self) -> "Query":
        """Return this query without its last clause."""
        return self._of(self.clauses[:-1])

    def _without_opposites(self, clauses: Sequence[Clause]) -> "Query":
        from tuireader.query.nodes import none_of

        opposites = [each._replace(node=none_of(each.node)) for each in clauses]
        left = [each for each in self.clauses if not _among(each, opposites)]
        return self if len(left) == len(self.clauses) else self._of(left)

    def _read(self, text: str) -> "Query":
        return Query.parse(text, self.today, self.aliases)

    def _of(self, clauses: Iterable[Clause], sort: Sort | None = None) -> "Query":
        clauses = tuple(clauses)
        sort = sort or self._sort_left(clauses)
        return self._read(Query(text="", clauses=clauses, sort=sort).canonical)

    def _sort_left(self, clauses: Sequence[Clause]) -> Sort:
        """Return the order when no more than `clauses` are left of this query."""
        gone = {each.text for each in self.clauses} - {each.text for each in clauses}
        orders = {_ORDERS_OF[text] for text in gone & _ORDERS_OF.keys()}
        return "new" if self.sort in orders else self.sort


def _among(clause: Clause, others: Iterable[Clause]) -> bool:
    """Tell whether one of `others` surely lets the same papers pass as `clause`."""
    from tuireader.query.narrowing import implies

    one = clause.node
    return any(implies(one, each.node) and implies(each.node, one) for each in others)
