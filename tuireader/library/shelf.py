"""The papers of one catalogue, found by key, with how the reader stands with them."""

from collections.abc import Container, Sequence
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from tuireader.domain.catalogue import Catalogue
from tuireader.library.days import Days
from tuireader.library.facets import Facets, with_own
from tuireader.library.keyring import Keyring
from tuireader.library.marks import Marks
from tuireader.library.overlay import Overlay
from tuireader.library.papers import Papers
from tuireader.library.people import People
from tuireader.library.reappearing import (
    About,
    Reappearing,
    again_in,
    days_by_paper,
)
from tuireader.library.tally import Placed, Tally
from tuireader.store.bodies import Bodies

if TYPE_CHECKING:
    from tuireader.library.view import CatalogueView


class Shelf:
    """What every view of a library shares.

    Attributes:
        papers: Makes its papers.
    """

    def __init__(
        self, catalogue: Catalogue, bodies: Bodies, marks: Marks | None = None
    ) -> None:
        self.catalogue = catalogue
        self._bodies = bodies
        self.marks = marks or Marks()
        self._keyring = Keyring(catalogue)
        self.overlay = Overlay(catalogue, self._keyring, self.marks)
        self.people = People(catalogue)
        self.papers = Papers(catalogue, bodies, self._keyring)

    @cached_property
    def view(self) -> "CatalogueView":
        """The columns that queries read."""
        # The first screen asks for nothing: it does without what searches.
        from tuireader.library.view import CatalogueView

        return CatalogueView(
            self.catalogue, self._bodies, self._keyring, self.overlay, self.people
        )

    @property
    def by_key(self) -> dict[str, int]:
        """Paper numbers under each of their keys; a key's strongest claim wins."""
        return self._keyring.by_key

    @cached_property
    def facets(self) -> Facets:
        """Counts of all papers, without the reader's own tags."""
        catalogue = self.catalogue
        return Facets(catalogue.tags, catalogue.days, again_in(catalogue))

    @cached_property
    def days(self) -> Days:
        """The days of all papers."""
        return Days.of(self.catalogue.days)

    @property
    def has_own_tags(self) -> bool:
        """Whether the reader is known to have given papers tags."""
        return self.overlay.is_built and bool(self.overlay.own_tags())

    def with_own_tags(self, facets: Facets, listed: Container[int]) -> Facets:
        """Return the facets of what is listed with the reader's own tags, if known."""
        if not self.overlay.is_built:
            return facets
        own = self.overlay.own_tags().items()
        of_listed = {paper: tags for paper, tags in own if paper in listed}
        return with_own(facets, self.catalogue, of_listed, self.overlay.states.labels)

    @cached_property
    def tally(self) -> Tally:
        """Counts over all papers; the overlay has to be built."""
        catalogue = self.catalogue
        dates, heads = catalogue.dates, catalogue.heads
        placed = Placed(lambda paper: dates[heads[paper]], self.reappearing(None))
        return self.tally_of(range(len(heads)), placed)

    def tally_of(self, papers: Sequence[int], placed: Placed) -> Tally:
        """Return counts over some papers, given the days that each is found under."""
        return Tally(self.overlay, papers, placed, self.view.tags)

    def reappearing(self, about: About | None) -> Reappearing:
        """Return the papers that appear on several of the days that are asked for."""
        return Reappearing(self._several_days, about)

    @cached_property
    def _several_days(self) -> dict[int, tuple[str, ...]]:
        return days_by_paper(self.catalogue)

    def keep_baseline(self) -> None:
        """Keep what counts as read unsaid, unless that is kept already.

        Raises:
            StateError: It cannot be kept.
        """
        self.marks.keep_baseline(self.catalogue, self._keyring)

    def presented_by(self, name: str) -> int | None:
        """Return the first paper of the file that is called `name`, without its end."""
        file = self._files.get(name)
        entries = self.catalogue.numbers["file"]
        if file is None or file not in entries:
            return None
        return self.by_key.get(self._keyring.keys((entries.index(file),))[0])

    @cached_property
    def _files(self) -> dict[str, int]:
        sources = self.catalogue.sources
        return {PurePath(source).stem: file for file, source in enumerate(sources)}
