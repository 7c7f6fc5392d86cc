"""Makes the papers of one catalogue, one at a time, with their links and texts."""

from collections.abc import Iterable, Sequence
from itertools import islice

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.catalogue import Catalogue
from tuireader.domain.entry import Paragraph
from tuireader.domain.identity import canonical_tag
from tuireader.domain.links import Link, LinkOrigin, title_search
from tuireader.domain.paper import Appearance, Body, Paper
from tuireader.library.keyring import Keyring
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
_MOST_TOLD = 200
"""Appearances that a paper tells of, for the same reason."""


class Papers:
    """Makes papers from their entries.

    Text from the catalogue is made safe again on its way out, a paper at a time: the
    cache is a file that anybody may have changed.
    """

    def __init__(self, catalogue: Catalogue, bodies: Bodies, keyring: Keyring) -> None:
        self.catalogue = catalogue
        self._bodies = bodies
        self._keyring = keyring

    def title(self, entry: int) -> str:
        """Return the title of an entry."""
        return sanitise(self.catalogue.titles[entry])

    def key(self, paper: int) -> str:
        """Return the strongest key of a paper."""
        return self._keyring.keys(self.catalogue.entries_of(paper))[0]

    def current(self, paper: Paper) -> Paper:
        """Return `paper` with the entries it has here; it may come from elsewhere.

        An interface may hold a paper of the library before the last refresh.
        """
        entries = paper.entries
        known = entries and max(entries) < self.catalogue.size
        if known and self._keyring.keys(entries) == paper.keys:
            return paper
        numbers = (self._keyring.by_key.get(key) for key in paper.keys)
        number = next((number for number in numbers if number is not None), None)
        if number is None:
            return paper._replace(entries=())
        return self.paper(number, self.catalogue.heads[number])

    def paper(self, number: int, shown: int) -> Paper:
        """Return a paper under one of its entries."""
        catalogue = self.catalogue
        entries = catalogue.entries_of(number)
        keys = self._keyring.keys(entries)
        seen = self._appearance(shown)
        own_id = catalogue.arxiv_ids[shown]
        return Paper(
            key=keys[0],
            keys=keys,
            title=self.title(shown),
            authors=tuple(map(sanitise, self._authors(shown, entries))),
            date=seen.date,
            tags=self.tags(number, shown),
            arxiv_id=own_id or _arxiv_id_in(keys[0]),
            url=sanitise(catalogue.url_of(shown) or "") or None,
            source=seen.source,
            line=seen.line,
            format=seen.format,
            appearances=tuple(map(self._appearance, self._told(entries))),
            entry=shown,
            entries=entries,
        )

    def appearances(self, paper: Paper) -> Iterable[Appearance]:
        """Return every appearance of a paper, however many there are."""
        return map(self._appearance, self.current(paper).entries)

    def body(self, paper: Paper) -> Body:
        """Return the long texts of a paper, those of the entry shown first."""
        paper = self.current(paper)
        if not paper.entries:
            return Body()
        room = _MOST_BYTES
        bodies: list[Body] = []
        entries = dict.fromkeys((paper.entry, *paper.entries[:_MOST_MERGED]))
        for entry in islice(entries, _MOST_MERGED):
            bodies.append(self._body(entry, room))
            room -= self.catalogue.numbers["length"][entry]
            if room <= 0:
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
        linked = not paper.key.startswith("title:")
        for entry in paper.entries if linked else ():
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

    def tags(self, number: int, shown: int) -> tuple[str, ...]:
        """Return the tags of a paper, those of one of its entries first."""
        first: dict[str, str] = {}
        entries = self.catalogue.entries_of(number)
        for tag in self.catalogue.tags_among((shown, *entries)):
            first.setdefault(canonical_tag(tag), sanitise(tag))
        return tuple(first.values())

    def _told(self, entries: Sequence[int]) -> Sequence[int]:
        """Return the newest entries; of very many also the oldest, and an undated one.

        These decide whether the paper is from before the reader's first day.
        """
        told, rest = entries[:_MOST_TOLD], entries[_MOST_TOLD:]
        dates = self.catalogue.dates
        dated = [entry for entry in rest if dates[entry]]
        undated = (entry for entry in rest if not dates[entry])
        return (*told, *dated[-1:], *islice(undated, 1))

    def _body(self, entry: int, most: int) -> Body:
        numbers = self.catalogue.numbers
        length = numbers["length"][entry]
        place = numbers["shard"][entry], numbers["offset"][entry], min(length, most)
        try:
            return parse_body(self._bodies.read(*place), whole=length <= most)
        except (ValueError, OSError):
            return _DAMAGED


def _arxiv_id_in(key: str) -> str | None:
    """Return the id that the strongest key of a paper tells."""
    kind, _, rest = key.partition(":")
    return rest if kind == "arxiv" else None


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
