"""Counts of papers by tag and day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue, TagCount
from tuireader.query.marked import without

__all__ = ["Facets", "TagCount", "days_of", "rest_of", "tag_counts", "with_own"]

SLICE = 8_192
"""Papers counted at once: a few milliseconds."""


class Facets(NamedTuple):
    """How many papers there are by tag and by the day they are listed under."""

    tags: tuple[TagCount, ...] = ()
    """The most common first, equal ones by name."""
    days: tuple[tuple[str, int], ...] = ()
    """ISO dates, newest first; an empty one, last, counts the undated."""
    again: Mapping[str, int] = MappingProxyType({})
    """How many papers appear in a year, in a month or on a day, as `2024`, `2024-08`,
    `2024-08-30`, that are listed under another one: a filter finds them there, too."""


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


def tag_counts(
    catalogue: Catalogue, papers: Sequence[int]
) -> Iterator[tuple[TagCount, ...]]:
    """Count the tags of some papers in slices.

    Args:
        catalogue: Where their tags are.
        papers: Numbers of the papers.

    Yields:
        The counts so far after each slice, as a rule far from sorted; whole and in
        order at last.
    """
    rest = rest_of(papers, len(catalogue.heads))
    many, chosen_from = rest is not None, iter(papers if rest is None else rest)
    counted: Counter[int] = Counter()
    tags = catalogue.paper_tags
    while chosen := list(islice(chosen_from, SLICE)):
        counted.update(chain.from_iterable(map(tags.__getitem__, chosen)))
        yield ()
    known = catalogue.tags
    counts = [
        TagCount(tag.tag, tag.label, count)
        for number, tag in enumerate(known)
        if (count := tag.count - counted[number] if many else counted[number])
    ]
    counts.sort(key=lambda count: (-count.count, count.tag))
    yield tuple(counts)


def rest_of(papers: Sequence[int], total: int) -> Sequence[int] | None:
    """Return the papers that are not among most of them; None if those are not most.

    It is quicker to count the few and take them from what all come to.
    """
    if 2 * len(papers) <= total:
        return None
    return without(range(total), papers)


def days_of(
    catalogue: Catalogue, entries: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    """Return the days of some entries, newest first."""
    days = Counter(map(catalogue.dates.__getitem__, entries))
    return tuple(sorted(days.items(), reverse=True))
