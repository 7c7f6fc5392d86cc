"""The papers of the open folders in memory: an immutable value, columnar inside."""

from collections.abc import Iterator
from functools import cached_property

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import PaperState
from tuireader.domain.links import Link
from tuireader.domain.paper import Body, Paper
from tuireader.library.facets import Facets, facets_of
from tuireader.library.listing import AFTER_DATES, Listing, listing
from tuireader.library.marks import Marks
from tuireader.library.shelf import Shelf
from tuireader.library.tally import StateCounts, Tally
from tuireader.query import PaperView, Query
from tuireader.store.bodies import Bodies, HeldBodies


class Library:
    """The papers that match a query, in its order, and the whole they are taken from.

    A row is a place in this order, a paper number a place in the whole.
    """

    def __init__(
        self,
        shelf: Shelf,
        query: Query | None = None,
        listed: Listing | None = None,
    ) -> None:
        self._shelf = shelf
        listed = listed or Listing(range(len(shelf.catalogue.heads)))
        self._papers, self._shown = listed
        self.query = query or Query.parse("")
        """What the listed papers match."""
        self._version = shelf.marks.version

    @classmethod
    def of(
        cls, catalogue: Catalogue, bodies: Bodies, marks: Marks | None = None
    ) -> "Library":
        """Return the library that lists every paper of `catalogue`."""
        return cls(Shelf(catalogue, bodies, marks))

    @classmethod
    def empty(cls) -> "Library":
        """Return a library without papers."""
        return cls.of(Catalogue.empty(), HeldBodies())

    @property
    def total(self) -> int:
        """How many papers the whole library has."""
        return len(self._shelf.catalogue.heads)

    def __len__(self) -> int:
        return len(self._papers)

    def matching(self, query: Query) -> "Library":
        """Return the papers of the whole library that match `query`, in its order."""
        shelf = self._shelf
        if query.is_empty and query.sort == "new":
            return Library(shelf, query)
        # What these papers match, others may match as well since something was marked.
        current = self._version == shelf.marks.version
        narrower = current and not self.query.is_empty and query.narrows(self.query)
        candidates = sorted(self._papers) if narrower else range(self.total)
        return Library(
            shelf, query, listing(shelf.catalogue, shelf.view, query, candidates)
        )

    def key_at(self, row: int) -> str:
        """Return the strongest key of the paper in a row."""
        return self._shelf.key(self._papers[row])

    def title_at(self, row: int) -> str:
        """Return the title of the paper in a row."""
        return self._shelf.title(self._entry(self._papers[row]))

    def date_at(self, row: int) -> str:
        """Return the day a row is listed under, or an empty string."""
        return self._shelf.catalogue.dates[self._entry(self._papers[row])]

    def paper_at(self, row: int) -> Paper:
        """Return the paper in a row; it is made now and not kept."""
        number = self._papers[row]
        return self._shelf.paper(number, self._entry(number))

    def state_at(self, row: int) -> PaperState:
        """Return the state of the paper in a row."""
        return self._shelf.overlay.state(self._papers[row])

    def listed_papers(self) -> Iterator[Paper]:
        """Yield the listed papers in their order."""
        return map(self.paper_at, range(len(self)))

    def row_of(self, key: str) -> int | None:
        """Return the row of the paper that answers to `key`, if it is listed."""
        number = self._shelf.by_key.get(key)
        if number is None:
            return None
        if isinstance(self._papers, range):
            return number
        return self._rows.get(number)

    def body(self, paper: Paper) -> Body:
        """Return the long texts of a paper, merged over its appearances."""
        return self._shelf.body(paper)

    def link(self, paper: Paper) -> Link:
        """Return the address that stands for a paper, the surest there is.

        Its own link; that of another entry of the same paper; an arXiv title search.
        """
        return self._shelf.link(paper)

    @property
    def marks(self) -> Marks:
        """The state of the papers, and the ways to change it."""
        return self._shelf.marks

    def state_of(self, paper: Paper) -> PaperState:
        """Return the state of a paper."""
        return self._shelf.marks.state_of(paper)

    @property
    def counts(self) -> StateCounts | None:
        """How many of the listed papers are in which state; None before `warm`."""
        return self._tally.counts() if self._shelf.overlay.is_built else None

    @property
    def all_counts(self) -> StateCounts | None:
        """How many papers of the whole library are in which state."""
        return self._shelf.tally.counts() if self._shelf.overlay.is_built else None

    def keep_baseline(self) -> None:
        """Keep what counts as read unsaid, unless that is kept already.

        Raises:
            StateError: It cannot be kept.
        """
        self._shelf.keep_baseline()

    @cached_property
    def _tally(self) -> Tally:
        if isinstance(self._papers, range):
            return self._shelf.tally
        dates = self._shelf.catalogue.dates
        return self._shelf.tally_of(self._papers, lambda p: dates[self._entry(p)])

    @property
    def facets(self) -> Facets:
        """Counts of what is listed; once the state is known, of own tags as well."""
        if isinstance(self._papers, range):
            return self.all_facets
        return self._shelf.with_own_tags(self._facets, self._rows)

    @property
    def all_facets(self) -> Facets:
        """Counts of the whole library, as `facets` are of what is listed."""
        return self._shelf.with_own_tags(self._shelf.facets, range(self.total))

    @cached_property
    def _facets(self) -> Facets:
        return facets_of(self._shelf.catalogue, self._papers, self._entries)

    def days(self) -> tuple[tuple[int, str, int], ...]:
        """Return `(row, day, count)` where each day begins; none in another order."""
        if self.query.sort not in {"new", "old"}:
            return ()
        days = list(self.facets.days)
        if self.query.sort == "old":
            days.sort(key=lambda day: day[0] or AFTER_DATES)
        row = 0
        begun = []
        for day, count in days:
            begun.append((row, day, count))
            row += count
        return tuple(begun)

    @property
    def view(self) -> PaperView:
        """The columns that queries read, over the whole library."""
        return self._shelf.view

    def warm(self) -> None:
        """Build what the first search would else wait for; call it from a worker."""
        view = self._shelf.view
        _built = view.texts, view.dates, self._shelf.by_key, self._shelf.catalogue.dates
        self.build_state()

    def build_state(self) -> None:
        """Find the state of all papers, which counts need; call it from a worker."""
        self._shelf.overlay.build()
        _counted = self.counts, self.all_counts

    @cached_property
    def _entries(self) -> list[int]:
        heads = self._shelf.catalogue.heads
        if not self._shown:
            return list(map(heads.__getitem__, self._papers))
        return [self._entry(paper) for paper in self._papers]

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {paper: row for row, paper in enumerate(self._papers)}

    def _entry(self, paper: int) -> int:
        entry = self._shown.get(paper)
        return self._shelf.catalogue.heads[paper] if entry is None else entry
