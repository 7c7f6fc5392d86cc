"""The columns that queries read, over the papers of a catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, partial, reduce
from itertools import compress

from tuireader.domain.catalogue import Catalogue
from tuireader.library.blocks import Block, tag_line
from tuireader.library.columns import (
    canonical_tags,
    days_of_papers,
    folded_titles,
    having,
)
from tuireader.library.keyring import Keyring
from tuireader.library.overlay import Overlay
from tuireader.library.people import People
from tuireader.library.seeking import (
    AREAS,
    HEAD_AREAS,
    IN_HEADS,
    Found,
    Seeker,
    Sought,
)
from tuireader.library.tagged import TaggedPapers
from tuireader.library.texts import SearchTexts
from tuireader.query.marked import Marked, among
from tuireader.store.bodies import Bodies
from tuireader.store.body_text import BETWEEN


class CatalogueView:
    """Implements `query.PaperView`; each column is built when first asked for.

    Attributes:
        seeker: Finds the papers that hold a word.
        people: Finds the papers of an author.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        bodies: Bodies,
        keyring: Keyring,
        overlay: Overlay,
        people: People,
    ) -> None:
        self._catalogue = catalogue
        self._keyring = keyring
        self._overlay = overlay
        self.people = people
        self._size = len(catalogue.heads)
        self._areas: Mapping[str, tuple[str, ...]] = AREAS
        self._having: dict[str, Found] = {}
        texts = SearchTexts(catalogue, bodies)
        self.seeker = Seeker(texts, self._size, partial(_own_tags, overlay))
        self._tagged = TaggedPapers()
        overlay.when_retagged(self._retag)

    @cached_property
    def titles(self) -> Sequence[str]:
        """Titles, folded."""
        return folded_titles(self._catalogue)

    @cached_property
    def tags(self) -> list[frozenset[str]]:
        """Tags in the form of `canonical_tag`, the reader's own among them."""
        tags = canonical_tags(self._catalogue)
        for paper, own in self._overlay.own_tags().items():
            tags[paper] |= own
        return tags

    @cached_property
    def dates(self) -> Sequence[tuple[str, ...]]:
        """Days of the appearances of each paper, newest first."""
        return days_of_papers(self._catalogue)

    @property
    def keys(self) -> Sequence[tuple[str, ...]]:
        """All keys of each paper, the strongest first."""
        return self._keyring.column

    def holding(
        self, field: str, word: str, rows: Sequence[int], *, literal: bool = False
    ) -> Sequence[int]:
        """Return those of `rows` that hold a word, or a word with such initials."""
        self.catch_up()
        areas = self.areas(field)
        if not areas:
            return []
        found = [
            self.seeker.papers(Sought(area, word, literal=literal)) for area in areas
        ]
        return among(rows, reduce(Marked.joined, found))

    def resembling(self, word: str, least: float, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` whose title, authors or tags hold the like."""
        return among(rows, self.seeker.papers(Sought("heads", word, least)))

    def tagged(self, names: frozenset[str], rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that have one of some tags, in canonical form."""
        self.catch_up()
        return self._tagged.among(rows, self.tags, names)

    def written_by(self, name: str, rows: Sequence[int]) -> Sequence[int] | None:
        """Return those of `rows` by who bears a name; None if nobody does."""
        found = self.people.papers_of(name)
        return None if found is None else among(rows, found)

    def catch_up(self) -> None:
        """Take what the reader marked since."""
        self._overlay.catch_up()

    def areas(self, field: str) -> tuple[str, ...]:
        """Return where a field is looked for."""
        return self._areas.get(field, (field,))

    def of_heads(self) -> "CatalogueView":
        """Return the view in which papers have no texts beside title, authors, tags."""
        view = copy(self)
        view._areas = IN_HEADS  # noqa: SLF001  its own kind
        return view

    def is_built(self, column: str) -> bool:
        """Tell whether a column, or an area of heads, can be used at once."""
        if column in HEAD_AREAS:
            return self.seeker.texts.has_heads(column)
        if column == "keys":
            return self._keyring.is_built
        return column in self.__dict__

    def build(self, column: str) -> None:
        """Build a column, or an area of heads, unless that was done."""
        if column in HEAD_AREAS:
            self.seeker.texts.heads(column)
        else:
            getattr(self, column)

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper has a link, abstract, commentary, references or tag.

        Raises:
            KeyError: `what` is none of these.
        """
        if what not in self._having:
            tagged = what == "tag"
            marks = map(bool, self.tags) if tagged else having(self._catalogue, what)
            self._having[what] = Found(marks)
        return bool(self._having[what][paper])

    def state(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`.

        Raises:
            KeyError: `what` is none of these.
        """
        return self._overlay.has(paper, what)

    def queue_place(self, paper: int) -> float:
        """Return a paper's place in the queue; behind all places if it has none."""
        place = self._overlay.state(paper).queue
        return float("inf") if place is None else place

    def starred(self) -> Sequence[int]:
        """Return the papers that are starred."""
        return list(compress(range(self._size), self._overlay.flags("starred")))

    def _retag(self, paper: int, tags: frozenset[str]) -> None:
        """Take the tags of a paper into what is built already."""
        self._having.pop("tag", None)
        self.seeker.forget_tags()
        if "tags" in self.__dict__:
            self.tags[paper] = tags
        self._tagged.forget()


def _own_tags(overlay: Overlay) -> Iterator[Block]:
    """Yield the reader's own tags, which the digests' heads are without."""
    for paper, own in overlay.own_tags().items():
        if own:
            text = f"{tag_line(own)}{BETWEEN}".encode("utf-8", "replace")
            yield Block.of([text], (paper,))
