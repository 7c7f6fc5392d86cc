"""A query: what was typed, what it means, and what it becomes by an edit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from tuireader.query.clauses import Clause, QueryProblem, Sort
from tuireader.query.conditions import Conditions
from tuireader.query.editing import (
    order_left,
    toggled,
    typed,
    with_each,
    without_opposites,
)
from tuireader.query.node import Node
from tuireader.query.spelling import tag_text
from tuireader.text import sanitise

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
        return typed(self.clauses, self.sort)

    def with_clause(self, text: str) -> "Query":
        """Return this query with the conditions of `text` as well, each once."""
        return self._of(with_each(self.clauses, self._read(text).clauses))

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
        named = self._read(f"date:{days or UNDATED}").clauses
        rest = without_opposites(self.clauses, named)
        kept = [clause for clause in rest if not clause.about_days]
        return self._of(with_each(kept, named))

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
        return self._of(toggled(self.clauses, self._read(text).clauses))

    def without(self, clause: Clause) -> "Query":
        """Return this query without one of its clauses."""
        return self._of(each for each in self.clauses if each != clause)

    def without_last(self) -> "Query":
        """Return this query without its last clause."""
        return self._of(self.clauses[:-1])

    def _read(self, text: str) -> "Query":
        return Query.parse(text, self.today, self.aliases)

    def _of(self, clauses: Iterable[Clause], sort: Sort | None = None) -> "Query":
        clauses = tuple(clauses)
        sort = sort or order_left(self.sort, self.clauses, clauses)
        return self._read(typed(clauses, sort))
