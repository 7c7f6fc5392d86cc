"""What the sidebar says of how the reader stands with papers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tuireader.library.tally import StateCounts
from tuireader.query import Query
from tuireader.ui.widgets.sidebar_rows import UNDATED, Row

STATE = "state"
QUEUED = "is:queued"
STATES = (
    ("is:unread", "Unread"), ("is:starred", "Starred"), (QUEUED, "Queue"),
    ("is:noted", "Noted"),
)  # fmt: skip
"""Filters and their names, in the order of `StateCounts`."""


def with_states(
    rows: Sequence[Row], query: Query, counts: StateCounts | None
) -> list[Row]:
    """Return the lines of the sidebar with the states of papers after the first.

    Args:
        rows: What `rows_of` returns.
        query: The filter.
        counts: How many papers are in which state, once that is known.
    """
    first, *rest = rows
    unread = _with_unread(rest, counts) if counts else rest
    return [first, *_states(query, counts), *unread]


def toggled_state(query: Query, text: str) -> Query:
    """Return `query` with a state required, or no longer; the queue in its order."""
    toggled = query.toggled(text)
    required = any(clause.text == text for clause in toggled.clauses)
    if required:
        return toggled.with_sort("queue") if text == QUEUED else toggled
    own = query.sort in {"queue", "interest"}  # orders for what is let go
    return toggled.with_sort("new") if own else toggled


def _states(query: Query, counts: StateCounts | None) -> Iterator[Row]:
    required = {clause.text for clause in query.clauses}
    found = counts or StateCounts(0, 0, 0, 0, {}, {})
    numbers = found.unread, found.starred, found.queued, found.noted
    for (text, name), papers in zip(STATES, numbers, strict=True):
        is_chosen, known = text in required, counts is not None
        yield Row(STATE, text, name, papers, chosen=is_chosen, known=known)


def _with_unread(rows: Iterable[Row], counts: StateCounts) -> Iterator[Row]:
    days: dict[str, int] = defaultdict(int)
    for day, unread in counts.unread_days.items():
        for start in {day[:4] or UNDATED, day[:7], day}:
            days[start] += unread
    for start, unread in counts.unread_again.items():
        days[start] += unread
    known: Mapping[str, Mapping[str, int]] = {"date": days, "tag": counts.unread_tags}
    for row in rows:
        yield row._replace(unread=known.get(row.kind, {}).get(row.key, 0))
