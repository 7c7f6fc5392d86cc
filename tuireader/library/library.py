"""The papers of the open folders in memory: an immutable value, columnar inside."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.events import PaperState
from tuireader.domain.links import Link
from tuireader.domain.paper import Appearance, Body, Paper
from tuireader.library.listing import Listing, listing
from tuireader.library.marks import Marks
from tuireader.library.rows import Rows
from tuireader.library.shelf import Shelf
from tuireader.query import Query
from tuireader.query.marked import ascending
from tuireader.store.bodies import Bodies, HeldBodies

if TYPE_CHECKING:
    from tuireader.library.view import CatalogueView

_FEW = 4
"""Only papers listed of so many are cheaper to go through than all of them."""


class Library(Rows):
    """The papers that match a query, in its order, and the whole they are taken from.

    A row is a place in this order, a paper number a place in the whole.
    """

    def __init__(
        self,
        shelf: Shelf,
        query: Query | None = None,
        listed: Listing | None = None,
        *,
        settled: bool = True,
    ) -> None:
        self._shelf = shelf
        listed = listed or Listing(range(len(shelf.catalogue.heads)))
        self._papers, self._shown, self._groups = listed
        self.query = query or Query.parse("", aliases=shelf.catalogue.aliases)
        """What the listed papers match."""
        self.settled = settled
        """Whether the texts were searched too, not titles, authors and tags alone."""
        self._version = shelf.marks.version

    @classmethod
    def of(
        cls, catalogue: Catalogue, bodies: Bodies, marks: Marks | None = None
    ) -> "Library":
        """Return the library that lists every paper of `catalogue`.

        Args:
            catalogue: The entries.
            bodies: Where their long texts are.
            marks: What the reader did; by default nothing, and kept in memory only.
        """
        return cls(Shelf(catalogue, bodies, marks))

    @classmethod
    def empty(cls) -> "Library":
        """Return a library without papers."""
        return cls.of(Catalogue.empty(), HeldBodies())

    @property
    def catalogue(self) -> Catalogue:
        """The entries of the whole library."""
        return self._shelf.catalogue

    @property
    def total(self) -> int:
        """How many papers the whole library has."""
        return len(self._shelf.catalogue.heads)

    def matching(self, query: Query, *, heads_only: bool = False) -> "Library":
        """Return the papers of the whole library that match `query`, in its order.

        Args:
            query: What to look for.
            heads_only: Whether to leave abstracts and commentaries aside; the library
                returned is not settled then.
        """
        shelf = self._shelf
        shelf.overlay.catch_up()
        if query.is_empty and query.sort == "new":
            return Library(shelf, query)
        # What these papers match, others may match as well since something was marked.
        current = self.settled and self._version == shelf.marks.version
        narrower = current and not self.query.is_empty and query.narrows(self.query)
        narrower = narrower and _FEW * len(self._papers) < self.total
        candidates = ascending(self._papers) if narrower else range(self.total)
        view = shelf.view.of_heads() if heads_only else shelf.view
        found = listing(shelf.catalogue, view, query, candidates)
        return Library(shelf, query, found, settled=not heads_only)

    def parse(self, text: str) -> Query:
        """Return the query that `text` means here, where tags may have aliases."""
        return Query.parse(text, aliases=self._shelf.catalogue.aliases)

    def follow(self, other: "Library", row: int) -> int | None:
        """Return the row of the paper in a row of another library, if it is listed."""
        if self.view is other.view:
            return self._row(other.number_at(row))
        return self.row_of(other.key_at(row))

    def body(self, paper: Paper) -> Body:
        """Return the long texts of a paper, merged over its appearances."""
        return self._shelf.papers.body(paper)

    def appearances(self, paper: Paper) -> Iterable[Appearance]:
        """Return every appearance of a paper, of which it may tell only the newest."""
        return self._shelf.papers.appearances(paper)

    def link(self, paper: Paper) -> Link:
        """Return the address that stands for a paper, the surest there is.

        Its own link; that of another entry of the same paper; an arXiv title search.
        """
        return self._shelf.papers.link(paper)

    @property
    def marks(self) -> Marks:
        """The state of the papers, and the ways to change it."""
        return self._shelf.marks

    def state_of(self, paper: Paper) -> PaperState:
        """Return the state of a paper."""
        return self._shelf.marks.state_of(paper)

    def keep_baseline(self) -> None:
        """Keep what counts as read unsaid, unless that is kept already.

        Raises:
            StateError: It cannot be kept.
        """
        self._shelf.keep_baseline()

    @property
    def view(self) -> "CatalogueView":
        """The columns that queries read, over the whole library."""
        self._shelf.overlay.catch_up()
        return self._shelf.view

    def warm(self) -> None:
        """Build what the first search would else wait for; call it from a worker."""
        self.parse("words")  # what reads queries is imported for it
        for column in ("tags", "heads", "author", "dates"):
            self.view.build(column)
        self.build_state()
        self.view.seeker.texts.warm_bodies()
        _built = self._shelf.by_key, self.authors

    def build_state(self) -> None:
        """Find the state of all papers, which counts need; call it from a worker."""
        self._shelf.overlay.build()
        _counted = self.counts, self.all_counts
