"""What each clause of a query does to the number of papers, clause by clause.

Each clause looks at each paper once: a page pasted as a filter has hundreds of them.
"""

from collections.abc import Iterator, Sequence

from tuireader.query.clauses import Clause, Culprit, Step
from tuireader.query.marked import common
from tuireader.query.nodes import all_of
from tuireader.query.view import PaperView


def steps_of(
    clauses: Sequence[Clause], view: PaperView, rows: Sequence[int]
) -> Iterator[Step]:
    """Yield for each clause how many of `rows` it matches and how many it leaves."""
    left: Sequence[int] = rows
    days: list[Clause] = []
    for clause in clauses:
        alone = clause.select(view, rows)
        if clause.about_days:  # with those before it: they are about one appearance
            days.append(clause)
            left = _together(days, view, left)
        else:
            left = common(left, alone)
        yield Step(clause, len(alone), len(left))


def culprits_of(
    clauses: Sequence[Clause], view: PaperView, rows: Sequence[int]
) -> Iterator[Culprit | None]:
    """Look for the clause without which most of `rows` would match.

    Yields:
        None after each clause that was looked at; at last the clause, if without one
        there would be any.
    """
    clauses = tuple(dict.fromkeys(clauses))  # one said twice is dropped as one
    days = [clause for clause in clauses if clause.about_days]
    missed: dict[int, Clause | None] = {}  # None where a paper misses several
    for clause in clauses:
        if not clause.about_days:
            matched = set(clause.select(view, rows))
            for row in rows:
                if row not in matched:
                    missed[row] = None if row in missed else clause
            yield None
    found = dict.fromkeys(clauses, 0)
    for row in _together(days, view, [row for row in rows if missed.get(row)]):
        if blamed := missed[row]:
            found[blamed] += 1
    others = [row for row in rows if row not in missed]
    for clause in days:
        rest = [each for each in days if each != clause]
        found[clause] = len(_together(rest, view, others))
        yield None
    best = max(found, key=lambda clause: found[clause])
    yield Culprit(best, found[best]) if found[best] else None


def _together(
    clauses: Sequence[Clause], view: PaperView, rows: Sequence[int]
) -> Sequence[int]:
    return all_of([clause.node for clause in clauses]).select(view, rows)
