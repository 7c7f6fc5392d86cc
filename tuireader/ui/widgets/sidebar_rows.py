"""What stands in the sidebar: everything, dates as a tree, tags."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tuireader.library.facets import Facets
from tuireader.query import Query, fold_phrase
from tuireader.query.spelling import quoted

ALL, SAVED, DATES, TAGS, AUTHORS, UNDATED = (
    "all", "saved-searches", "dates", "tags", "authors", "undated",
)  # fmt: skip
MOST_AUTHORS = 200
"""Authors that are listed; those of fewer papers are found by typing."""


class Row(NamedTuple):
    """One line of the sidebar."""

    kind: str
    """`all`, `state`, `dates`, `date`, `tags`, `tag`, `authors`, `saved`, …"""
    key: str
    """The date prefix, canonical tag or filter; the kind itself for headings."""
    label: str
    papers: int
    depth: int = 0
    opened: bool | None = None
    """Whether the lines under it are shown; None if there can be none."""
    chosen: bool = False
    """Whether the filter requires it."""
    excluded: bool = False
    unread: int = 0
    """How many of the papers are unread, where that says more than the row itself."""
    known: bool = True
    """Whether the number of papers is known yet."""


class More(NamedTuple):
    """What stands in the sidebar beside facets."""

    authors: Sequence[tuple[str, int]] = ()
    """Authors of what is listed, the busiest first; none while they are not shown."""
    saved: Sequence[tuple[str, str]] = ()
    """Saved searches by name, and what each asks in its plainest spelling."""
    opened: str = ""
    """The saved search that was opened last, of those that ask the same."""
    by_name: bool = False
    """Whether tags and authors go by their names, not by their counts."""


NO_MORE = More()


def place_after(
    line: int, before: Sequence[Row], after: Sequence[Row], row: Row | None = None
) -> int:
    """Return where a line is after a change, or the line nearest to it that is left.

    Args:
        line: Where it was.
        before: The lines as they were, of which it was one.
        after: The lines as they are; at least one.
        row: What it was before it went missing, if it is to be found again.
    """
    sought = (row or before[line])[:2]
    found = (at for at, row in enumerate(after) if row[:2] == sought)
    if (at := next(found, None)) is not None:
        return at
    places = {row[:2]: at for at, row in enumerate(after)}
    others = chain(before[line:], reversed(before[:line]))
    left = (places[row[:2]] for row in others if row[:2] in places)
    return next(left, min(line, len(after) - 1))


def author_clause(name: str, *, exclude: bool = False) -> str:
    """Return the part of a filter that requires or excludes an author.

    In quotes, which ask for that very name: what is counted is what it lists.
    """
    return f"{'-' if exclude else ''}author:{quoted(name)}"


def rows_of(
    facets: Facets,
    listed: int,
    query: Query,
    opened: Collection[str],
    *,
    more: More = NO_MORE,
) -> list[Row]:
    """Return the lines of the sidebar for what is listed.

    Args:
        facets: Counts of what is listed.
        listed: Number of papers listed.
        query: The filter, whose tags and dates are marked.
        opened: Keys of headings, years and months whose lines are shown.
        more: What else there is, and in which order.
    """
    return [
        Row(ALL, ALL, "All", listed, chosen=query.is_empty),
        *_saved(more, query, opened),
        *_dates(facets, query, opened),
        *_tags(facets, query, opened, by_name=more.by_name),
        *_authors(more.authors, query, opened, by_name=more.by_name),
    ]


def _dates(facets: Facets, query: Query, opened: Collection[str]) -> Iterator[Row]:
    is_open = DATES in opened
    days, again = _days(facets), facets.again
    yield Row(DATES, DATES, "Dates", len(days), opened=is_open)
    if not is_open:
        return
    years: dict[str, int] = defaultdict(int)
    for day, papers in days:
        years[day[:4]] += papers
    chosen = query.dates
    for year, listed in years.items():
        papers = listed + again.get(year, 0)
        if not year:
            yield Row("date", UNDATED, UNDATED, papers, 1, None, UNDATED in chosen)
            continue
        yield Row("date", year, year, papers, 1, year in opened, year in chosen)
        if year in opened:
            of_year = [pair for pair in days if pair[0][:4] == year]
            yield from _months(of_year, again, opened, chosen)


def _days(facets: Facets) -> Sequence[tuple[str, int]]:
    """Return the days of the papers listed, also those that none is listed under."""
    more = {day: 0 for day in facets.again if len(day) > len("2024-08")}
    return (
        sorted((more | dict(facets.days)).items(), reverse=True)
        if more
        else facets.days
    )


def _months(
    days: Sequence[tuple[str, int]],
    again: Mapping[str, int],
    opened: Collection[str],
    chosen: Collection[str],
) -> Iterator[Row]:
    months: dict[str, int] = defaultdict(int)
    for day, listed in days:
        months[day[:7]] += listed
    for month, listed in months.items():
        papers = listed + again.get(month, 0)
        yield Row("date", month, month[5:], papers, 2, month in opened, month in chosen)
        if month in opened:
            for day, number in days:
                if day[:7] == month:
                    papers = number + again.get(day, 0)
                    yield Row("date", day, day[8:], papers, 3, None, day in chosen)


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


def _saved(more: More, query: Query, opened: Collection[str]) -> Iterator[Row]:
    if not more.saved:
        return
    is_open = SAVED in opened
    yield Row(SAVED, SAVED, "Saved", len(more.saved), opened=is_open)
    if is_open:
        chosen = saved_as(query, more)
        for place, (name, _text) in enumerate(more.saved, 1):
            yield Row("saved", name, name, place, 1, None, name == chosen)


def saved_as(query: Query, more: More) -> str:
    """Return the saved search that a filter is, one also where several ask the same.

    Returns:
        Its name: that of the one opened last, else the first; empty if there is none.
    """
    now = query.canonical
    same = [name for name, text in more.saved if text == now]
    return more.opened if more.opened in same else next(iter(same), "")


def _authors(
    authors: Sequence[tuple[str, int]],
    query: Query,
    opened: Collection[str],
    *,
    by_name: bool,
) -> Iterator[Row]:
    is_open = AUTHORS in opened
    yield Row(AUTHORS, AUTHORS, "Authors", len(authors), opened=is_open)
    if not is_open:
        return
    asked = {fold_phrase(clause.text) for clause in query.clauses}
    shown = authors[:MOST_AUTHORS]
    for name, papers in sorted(shown) if by_name else shown:
        marks = [
            fold_phrase(author_clause(name, exclude=exclude)) in asked
            for exclude in (False, True)
        ]
        yield Row("author", name, name, papers, 1, None, *marks)
