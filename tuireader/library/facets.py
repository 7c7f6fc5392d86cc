"""Counts of papers by tag, day and author."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue, TagCount
from tuireader.domain.column import SEPARATOR
from tuireader.query import fold
from tuireader.query.marked import without

__all__ = [
    "Authors", "Facets", "TagCount", "days_of", "tag_counts", "with_own",
]  # fmt: skip

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


class Authors:
    """Who wrote which papers of a catalogue; names that differ in case are one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def counts(self, papers: Sequence[int]) -> tuple[tuple[str, int], ...]:
        """Return the authors of some papers and their number, the busiest first."""
        names, wrote = self._known
        rest = rest_of(papers, len(wrote))
        few = papers if rest is None else rest
        counted = Counter(chain.from_iterable(map(wrote.__getitem__, few)))
        if rest is not None:
            whole = self._whole.copy()
            whole.subtract(counted)
            counted = +whole
        return tuple((names[n], count) for n, count in counted.most_common())

    @cached_property
    def _whole(self) -> Counter[int]:
        _names, wrote = self._known
        return Counter(chain.from_iterable(wrote))

    @cached_property
    def _known(self) -> tuple[list[str], list[tuple[int, ...]]]:
        """Return the names, and their numbers by paper."""
        number: dict[str, int] = {}
        names: list[str] = []
        folded: dict[str, int] = {}
        entries: list[tuple[int, ...]] = []
        for joined in self._catalogue.authors:
            people = joined.split(SEPARATOR) if joined else ()
            for name in people:
                if name not in number:
                    key = fold(name)
                    if key not in folded:
                        folded[key] = len(names)
                        names.append(name)
                    number[name] = folded[key]
            entries.append(tuple(dict.fromkeys(number[name] for name in people)))
        return names, self._by_paper(entries)

    def _by_paper(self, entries: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
        catalogue = self._catalogue
        if not catalogue.groups:
            return entries
        papers = [entries[head] for head in catalogue.heads]
        for paper, group in catalogue.grouped.items():
            several = chain.from_iterable(entries[entry] for entry in group)
            papers[paper] = tuple(dict.fromkeys(several))
        return papers
