"""The papers of one catalogue: made one at a time, found by key, with their bodies."""

from collections.abc import Callable, Container, Sequence
from functools import cached_property
from pathlib import PurePath

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.catalogue import HAS_ABSTRACT, HAS_COMMENTARY, Catalogue
from tuireader.domain.entry import Paragraph
from tuireader.domain.identity import canonical_tag
from tuireader.domain.links import Link, LinkOrigin, title_search
from tuireader.domain.paper import Appearance, Body, Paper
from tuireader.library.facets import Authors, Facets, with_own
from tuireader.library.keyring import Keyring
from tuireader.library.marks import Marks
from tuireader.library.overlay import Overlay
from tuireader.library.tally import Tally
from tuireader.library.view import CatalogueView
from tuireader.store.bodies import Bodies
from tuireader.store.body_text import parse_body
from tuireader.text import sanitise

_DAMAGED = Body(
    commentary=(
        Paragraph(
            "(The cache of this text is damaged; reading the digests again mends it.)"
        ),
    )
)


_MOST_MERGED, _MOST_BYTES = 200, 1_048_576
"""Entries of one paper whose texts are merged, and how much of those texts: the screen
waits for them, and made-up digests have thousands, or megabytes."""


class Shelf:
    """What every view of a library shares.

    Text from the catalogue is made safe again on its way out, a paper at a time: the
    cache is a file that anybody may have changed.
    """

    def __init__(
        self, catalogue: Catalogue, bodies: Bodies, marks: Marks | None = None
    ) -> None:
        self.catalogue = catalogue
        self.marks = marks or Marks()
        self._keyring = Keyring(catalogue)
        self.overlay = Overlay(catalogue, self._keyring, self.marks)
        self.view = CatalogueView(catalogue, bodies, self._keyring, self.overlay)
        self.authors = Authors(catalogue)
        self._bodies = bodies

    @property
    def by_key(self) -> dict[str, int]:
        """Paper numbers under each of their keys; a key's strongest claim wins."""
        return self._keyring.by_key

    @cached_property
    def facets(self) -> Facets:
        """Counts of all papers, without the reader's own tags."""
        return Facets(self.catalogue.tags, self.catalogue.days)

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
        return with_own(facets, self.catalogue, of_listed, self.overlay.labels)

    @cached_property
    def tally(self) -> Tally:
        """Counts over all papers; the overlay has to be built."""
        catalogue = self.catalogue
        dates, heads = catalogue.dates, catalogue.heads
        return self.tally_of(range(len(heads)), lambda paper: dates[heads[paper]])

    def tally_of(self, papers: Sequence[int], day_of: Callable[[int], str]) -> Tally:
        """Return counts over some papers, given the day that each is listed under."""
        return Tally(self.overlay, papers, day_of, self.view.tags)

    def title(self, entry: int) -> str:
        """Return the title of an entry."""
        return sanitise(self.catalogue.titles[entry])

    def key(self, paper: int) -> str:
        """Return the strongest key of a paper."""
        return self.keys(self.catalogue.entries_of(paper))[0]

    def keys(self, entries: Sequence[int]) -> tuple[str, ...]:
        """Return the keys of the paper that `entries` are about."""
        return self._keyring.keys(entries)

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
        return self.by_key.get(self.keys((entries.index(file),))[0])

    @cached_property
    def _files(self) -> dict[str, int]:
        sources = self.catalogue.sources
        return {PurePath(source).stem: file for file, source in enumerate(sources)}

    def current(self, paper: Paper) -> Paper:
        """Return `paper` with the entries it has here; it may come from elsewhere.

        An interface may hold a paper of the library before the last refresh.
        """
        entries = paper.entries
        known = entries and max(entries) < self.catalogue.size
        if known and self.keys(entries) == paper.keys:
            return paper
        numbers = (self.by_key.get(key) for key in paper.keys)
        number = next((number for number in numbers if number is not None), None)
        if number is None:
            return paper._replace(entries=())
        return self.paper(number, self.catalogue.heads[number])

    def paper(self, number: int, shown: int) -> Paper:
        """Return a paper under one of its entries."""
        catalogue = self.catalogue
        entries = catalogue.entries_of(number)
        keys = self.keys(entries)
        flags = 0
        for entry in entries:
            flags |= catalogue.numbers["flags"][entry]
        seen = self._appearance(shown)
        ids = [catalogue.arxiv_ids[entry] for entry in (shown, *entries)]
        return Paper(
            key=keys[0],
            keys=keys,
            title=self.title(shown),
            authors=tuple(map(sanitise, self._authors(shown, entries))),
            date=seen.date,
            tags=self._tags((shown, *entries)),
            arxiv_id=next(filter(None, ids), None),
            url=sanitise(catalogue.url_of(shown) or "") or None,
            has_abstract=bool(flags & HAS_ABSTRACT),
            has_commentary=bool(flags & HAS_COMMENTARY),
            source=seen.source,
            line=seen.line,
            format=seen.format,
            appearances=tuple(map(self._appearance, entries)),
            entry=shown,
            entries=entries,
        )

    def body(self, paper: Paper) -> Body:
        """Return the long texts of a paper, those of the entry shown first."""
        paper = self.current(paper)
        if not paper.entries:
            return Body()
        room = _MOST_BYTES
        bodies: list[Body] = []
        for entry in dict.fromkeys((paper.entry, *paper.entries)):
            bodies.append(self._body(entry, room))
            room -= self.catalogue.numbers["length"][entry]
            if room <= 0 or len(bodies) == _MOST_MERGED:
                break
        return merged(bodies)

    def link(self, paper: Paper) -> Link:
        """Return the address that stands for a paper, the surest there is."""
        paper = self.current(paper)
        if not paper.entries:
            return (
                Link(paper.url, LinkOrigin.OWN)
                if paper.url
                else title_search(paper.title)
            )
        if url := self._own_link(paper.entry):
            return Link(url, LinkOrigin.OWN)
        for entry in paper.entries:
            if url := self._own_link(entry):
                source = self._appearance(entry).source
                return Link(url, LinkOrigin.OTHER_ENTRY, source)
        return title_search(paper.title)

    def _own_link(self, entry: int) -> str | None:
        """Return an entry's own link, rebuilt where it is an arXiv address."""
        if found := ArxivId.parse(self.catalogue.arxiv_ids[entry]):
            return found.abs_url
        url = sanitise(self.catalogue.url_of(entry) or "")
        return url if url.startswith(("https://", "http://")) else None

    def _appearance(self, entry: int) -> Appearance:
        catalogue = self.catalogue
        file = catalogue.numbers["file"][entry]
        return Appearance(
            sanitise(catalogue.dates[entry]),
            sanitise(catalogue.sources[file]),
            catalogue.numbers["line"][entry],
            catalogue.formats[file],
        )

    def _authors(self, shown: int, entries: Sequence[int]) -> tuple[str, ...]:
        found = (self.catalogue.authors_of(entry) for entry in (shown, *entries))
        return next(filter(None, found), ())

    def _tags(self, entries: Sequence[int]) -> tuple[str, ...]:
        first: dict[str, str] = {}
        for entry in entries:
            for tag in self.catalogue.tags_of(entry):
                first.setdefault(canonical_tag(tag), sanitise(tag))
        return tuple(first.values())

    def _body(self, entry: int, most: int) -> Body:
        numbers = self.catalogue.numbers
        length = numbers["length"][entry]
        place = numbers["shard"][entry], numbers["offset"][entry], min(length, most)
        try:
            return parse_body(self._bodies.read(*place), whole=length <= most)
        except (ValueError, OSError):
            return _DAMAGED


def merged(bodies: Sequence[Body]) -> Body:
    """Return the texts of several entries as one: each paragraph and reference once."""
    if len(bodies) == 1:
        return bodies[0]
    said: dict[str, Paragraph] = {}
    for paragraph in (paragraph for body in bodies for paragraph in body.commentary):
        said.setdefault(paragraph.text, paragraph)
    return Body(
        next((body.abstract for body in bodies if body.abstract), ""),
        tuple(said.values()),
        tuple(dict.fromkeys(found for body in bodies for found in body.references)),
        tuple(dict.fromkeys(link for body in bodies for link in body.wikilinks)),
    )
