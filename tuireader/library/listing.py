"""Which papers a query lists, in which order, and under which of their appearances."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tuireader.domain.catalogue import Catalogue
from tuireader.library.interests import Group, grouped
from tuireader.query import Query

if TYPE_CHECKING:
    from tuireader.library.view import CatalogueView

AFTER_DATES = "~"
"""Sorts after every date."""


class Listing(NamedTuple):
    """Papers in the order in which they are listed."""

    papers: Sequence[int]
    shown: Mapping[int, int] = MappingProxyType({})
    """The entry that a paper is shown under, where that need not be its newest."""
    groups: tuple[Group, ...] = ()
    """Where each group begins, in an order that has groups other than days."""


def listing(
    catalogue: Catalogue, view: "CatalogueView", query: Query, candidates: Sequence[int]
) -> Listing:
    """Return those of `candidates` that match `query`, in its order.

    Args:
        catalogue: Where their days are.
        view: The columns that the query reads.
        query: What to look for, and how to order it.
        candidates: Numbers of papers, ascending.
    """
    papers: Sequence[int] = query.select(view, candidates)
    shown = _shown(catalogue, query)
    match query.sort:
        case "title":
            papers = sorted(papers, key=view.titles.__getitem__)
        case "match":
            papers = query.ranked(view, papers)
        case "queue":
            papers = sorted(papers, key=view.queue_place)
        case "interest":
            ordered, groups = grouped(view, papers)
            return Listing(ordered, shown, groups)
        case sort:
            papers = _by_day(papers, catalogue, shown, oldest_first=sort == "old")
    return Listing(papers, shown)


def _shown(catalogue: Catalogue, query: Query) -> dict[int, int]:
    """Return the newest entries on days that the query asks for, if it asks for any."""
    if not catalogue.groups or query.matches_date("") is None:
        return {}
    dates = catalogue.dates
    shown: dict[int, int] = {}
    for paper, entries in catalogue.grouped.items():
        fitting = (entry for entry in entries if query.matches_date(dates[entry]))
        if (entry := next(fitting, None)) is not None:
            shown[paper] = entry
    return shown


def _by_day(
    papers: Sequence[int],
    catalogue: Catalogue,
    shown: Mapping[int, int],
    *,
    oldest_first: bool,
) -> Sequence[int]:
    heads = catalogue.heads
    if shown:  # else papers are numbered in this order already
        papers = sorted(papers, key=lambda paper: shown.get(paper, heads[paper]))
    if not oldest_first:
        return papers
    dates = catalogue.dates
    # Inside a day the order stays; sorting is stable.
    return sorted(
        papers, key=lambda paper: dates[shown.get(paper, heads[paper])] or AFTER_DATES
    )
