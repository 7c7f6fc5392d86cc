"""What stands in the sidebar: everything, dates as a tree, tags."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from tuireader.library.facets import Facets
from tuireader.query import Query

ALL, DATES, TAGS, UNDATED = "all", "dates", "tags", "undated"


class Row(NamedTuple):
    """One line of the sidebar."""

    kind: str
    """`all`, `dates`, `date`, `tags` or `tag`."""
    key: str
    """The date prefix or canonical tag; the kind itself for headings."""
    label: str
    papers: int
    depth: int = 0
    opened: bool | None = None
    """Whether the lines under it are shown; None if there can be none."""
    chosen: bool = False
    """Whether the filter requires it."""
    excluded: bool = False


def rows_of(
    facets: Facets,
    listed: int,
    query: Query,
    opened: Collection[str],
    *,
    by_name: bool = False,
) -> list[Row]:
    """Return the lines of the sidebar for what is listed.

    Args:
        facets: Counts of what is listed.
        listed: Number of papers listed.
        query: The filter, whose tags and dates are marked.
        opened: Keys of headings, years and months whose lines are shown.
        by_name: Whether tags go by their names and not by their counts.
    """
    return [
        Row(ALL, ALL, "All", listed, chosen=query.is_empty),
        *_dates(facets, query, opened),
        *_tags(facets, query, opened, by_name=by_name),
    ]


def _dates(facets: Facets, query: Query, opened: Collection[str]) -> Iterator[Row]:
    is_open = DATES in opened
    yield Row(DATES, DATES, "Dates", len(facets.days), opened=is_open)
    if not is_open:
        return
    years: dict[str, int] = defaultdict(int)
    months: dict[str, int] = defaultdict(int)
    for day, papers in facets.days:
        years[day[:4]] += papers
        months[day[:7]] += papers
    chosen = query.dates
    for year, papers in years.items():
        if not year:
            yield Row("date", UNDATED, UNDATED, papers, 1, None, UNDATED in chosen)
            continue
        yield Row("date", year, year, papers, 1, year in opened, year in chosen)
        if year in opened:
            yield from _months(facets, year, months, opened, chosen)


def _months(
    facets: Facets,
    year: str,
    months: dict[str, int],
    opened: Collection[str],
    chosen: Collection[str],
) -> Iterator[Row]:
    for month, papers in months.items():
        if month[:4] != year:
            continue
        yield Row("date", month, month[5:], papers, 2, month in opened, month in chosen)
        if month in opened:
            for day, number in facets.days:
                if day[:7] == month:
                    yield Row("date", day, day[8:], number, 3, None, day in chosen)


def _tags(
    facets: Facets, query: Query, opened: Collection[str], *, by_name: bool
) -> Iterator[Row]:
    is_open = TAGS in opened
    yield Row(TAGS, TAGS, "Tags", len(facets.tags), opened=is_open)
    if not is_open:
        return
    required, excluded = query.tags, query.excluded_tags
    lines = [(tag.tag, tag.label, tag.count) for tag in facets.tags]
    if by_name:
        lines.sort(key=lambda line: line[0])
    found = {name for name, _, _ in lines}
    gone = [(name, name, 0) for name in sorted((required | excluded) - found)]
    for name, words, papers in gone + lines:
        marks = name in required, name in excluded
        yield Row("tag", name, words, papers, 1, None, *marks)
