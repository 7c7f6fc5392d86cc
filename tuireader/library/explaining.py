"""What each condition of a filter does to the papers that a library lists."""

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.library.library import Library
from tuireader.query import Culprit, Step


class Explained(NamedTuple):
    """What the clauses of a query do to the number of papers."""

    steps: tuple[Step, ...]
    """For each clause how many papers it matches and how many it leaves."""
    culprit: Culprit | None
    """The clause that is best dropped where nothing is listed."""


def explaining(library: Library) -> Iterator[Explained | None]:
    """Work out what each clause of a library's query does to the number of papers.

    Args:
        library: What the query lists.

    Yields:
        None after each clause that was looked at; at last what was found.
    """
    query, view, every = library.query, library.view, range(library.total)
    steps = []
    for step in query.steps(view, every):
        steps.append(step)
        yield None
    culprit = None
    if steps and not len(library):
        for found in query.culprits(view, every):
            culprit = found
            yield None
    yield Explained(tuple(steps), culprit)
