"""Searching in slices, so that a screen stays quick whatever is searched for.

What stands in titles, authors and tags is told first, as soon as that is known; what
stands in the texts comes when they are searched.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tuireader.library.library import Library
from tuireader.library.seeking import Sought
from tuireader.library.view import CatalogueView
from tuireader.query import Query
from tuireader.query.node import Node
from tuireader.query.ranking import places_of, sought_words, terms_of
from tuireader.query.terms import Contains, Dated, Known, Named, Resembles

SMALL = 8_000
"""Papers of which what is missing is built in less time than an eye notices."""

Piece = Library | Callable[[], object] | None
"""A library to show; something slow to do off the screen's thread before going on; or
nothing, after a slice of work."""


def searching(library: Library, query: Query) -> Iterator[Piece]:
    """Search for what `Library.matching` returns, some milliseconds at a time.

    Args:
        library: Where to search; what it lists may narrow the search.
        query: What to search for.

    Yields:
        Pieces; a library that is not `settled` if there is time to show one, then the
        whole result, and at last the same once it `is_counted`.
    """
    view = library.view
    view.catch_up()
    large = library.total > SMALL
    if large:
        yield from _people(view, query)
    wanted = dict.fromkeys(_sought(view, query))
    yield from _built(view, _columns(query, wanted), large=large)
    heads = [sought for sought in wanted if not sought.in_bodies]
    bodies = [sought for sought in wanted if sought.in_bodies]
    yield from _looked_for(view, heads)
    if not all(map(view.seeker.knows, bodies)):
        yield library.matching(query, heads_only=True)
        texts = view.seeker.texts
        if large and not texts.bodies_ready:
            yield texts.warm_bodies
        yield from _looked_for(view, bodies)
    found = library.matching(query)
    yield found
    yield from found.counting()
    yield found


def _looked_for(view: CatalogueView, wanted: Iterable[Sought]) -> Iterator[None]:
    for sought in wanted:
        yield from view.seeker.seek(sought)


def _built(
    view: CatalogueView, columns: Iterable[str], *, large: bool
) -> Iterator[Piece]:
    """Yield what builds the columns that are missing, if there are so many papers."""
    for name in columns:
        if large and not view.is_built(name):
            yield partial(view.build, name)


def _columns(query: Query, wanted: Iterable[Sought]) -> Iterator[str]:
    """Yield the columns that a query needs; the tags are counted in any case."""
    yield "tags"
    terms = _terms(query)
    yield from dict.fromkeys(s.area for s in wanted if not s.in_bodies)
    if any(isinstance(term, Dated) for term in terms):
        yield "dates"
    if any(isinstance(term, Known) for term in terms):
        yield "keys"
    if query.sort == "title":
        yield "titles"


def _people(view: CatalogueView, query: Query) -> Iterator[Piece]:
    """Yield what finds the papers of people by name, where that is not known."""
    for term in _terms(query):
        if isinstance(term, Named) and not view.people.knows(term.folded):
            yield partial(view.people.papers_of, term.folded)


def _terms(query: Query) -> list[Node]:
    return list(terms_of(query.root)) if query.root else []


def _sought(view: CatalogueView, query: Query) -> Iterator[Sought]:
    """Yield the words that a query looks for, in each place where it does."""
    for each in _terms(query):
        unknown = isinstance(each, Named) and not view.people.bears(each.folded)
        term = each.part if isinstance(each, Named) and unknown else each
        if isinstance(term, Contains):
            yield from _in_areas(view, term.field, term.folded)
        elif isinstance(term, Resembles):
            yield Sought("heads", term.folded, term.least)
    if query.sort == "match" and query.root:
        for word in sought_words(query.root):
            for place, literal in places_of(word):
                yield from _in_areas(view, place, word, literal=literal)


def _in_areas(
    view: CatalogueView, field: str, word: str, *, literal: bool = False
) -> Iterator[Sought]:
    for area in view.areas(field):
        yield Sought(area, word, literal=literal)
