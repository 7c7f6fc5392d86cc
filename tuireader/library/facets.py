"""Counts of papers by tag and day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue, TagCount

__all__ = ["Facets", "TagCount", "facets_of", "with_own"]


class Facets(NamedTuple):
    """How many papers there are by tag and by the day they are listed under."""

    tags: tuple[TagCount, ...] = ()
    """The most common first, equal ones by name."""
    days: tuple[tuple[str, int], ...] = ()
    """ISO dates, newest first; an empty one, last, counts the undated."""


def with_own(
    facets: Facets,
    catalogue: Catalogue,
    own: Mapping[int, Iterable[str]],
    labels: Mapping[str, str],
) -> Facets:
    """Return facets that count the reader's own tags as well.

    Args:
        facets: What the digests' tags come to.
        catalogue: Where those are.
        own: Canonical tags by paper, of those papers that the facets are of.
        labels: The same tags as written.
    """
    known, given = catalogue.tags, catalogue.paper_tags
    more = Counter(
        tag
        for paper, tags in own.items()
        for tag in frozenset(tags) - {known[number].tag for number in given[paper]}
    )
    if not more:
        return facets
    counts = {count.tag: count for count in facets.tags}
    for tag, number in more.items():
        before = counts.get(tag) or TagCount(tag, labels[tag], 0)
        counts[tag] = before._replace(count=before.count + number)
    order = sorted(counts.values(), key=lambda count: (-count.count, count.tag))
    return facets._replace(tags=tuple(order))


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
