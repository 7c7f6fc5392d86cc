"""Counts of papers by tag and day."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue, TagCount

__all__ = ["Facets", "TagCount", "facets_of"]


class Facets(NamedTuple):
    """How many papers there are by tag and by the day they are listed under."""

    tags: tuple[TagCount, ...] = ()
    """The most common first, equal ones by name."""
    days: tuple[tuple[str, int], ...] = ()
    """ISO dates, newest first; an empty one, last, counts the undated."""


def facets_of(
    catalogue: Catalogue, papers: Sequence[int], entries: Sequence[int]
) -> Facets:
    """Return the facets of some papers.

    Args:
        catalogue: Where their tags and days are.
        papers: Numbers of the papers.
        entries: Number of the entry under which each is listed.
    """
    tags = Counter(chain.from_iterable(map(catalogue.paper_tags.__getitem__, papers)))
    known = catalogue.tags
    counts = [
        TagCount(known[n].tag, known[n].label, count) for n, count in tags.items()
    ]
    counts.sort(key=lambda count: (-count.count, count.tag))
    days = Counter(map(catalogue.dates.__getitem__, entries))
    return Facets(tuple(counts), tuple(sorted(days.items(), reverse=True)))
