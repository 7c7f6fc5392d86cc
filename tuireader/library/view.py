"""The folded columns that queries read, over the papers of a catalogue."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from tuireader.domain.catalogue import (
    HAS_ABSTRACT,
    HAS_COMMENTARY,
    HAS_REFERENCES,
    LIST_SEPARATOR,
    SEPARATOR,
    Catalogue,
)
from tuireader.library.keyring import Keyring
from tuireader.library.overlay import Overlay
from tuireader.query import fold
from tuireader.store.bodies import Bodies
from tuireader.store.body_text import BETWEEN, PART, texts_of_body

_BATCH = 64
"""Bodies folded at once: enough to be fast, few enough that the screen's thread, which
waits for the interpreter meanwhile, stays quick."""
_BITS = {
    "abstract": HAS_ABSTRACT,
    "commentary": HAS_COMMENTARY,
    "references": HAS_REFERENCES,
}


class CatalogueView:
    """Implements `query.PaperView`; each column is built when first asked for."""

    def __init__(
        self, catalogue: Catalogue, bodies: Bodies, keyring: Keyring, overlay: Overlay
    ) -> None:
        self._catalogue = catalogue
        self._bodies = bodies
        self._keyring = keyring
        self._overlay = overlay
        overlay.when_retagged(self._retag)

    @cached_property
    def titles(self) -> Sequence[str]:
        """Titles; of all appearances, where they differ."""
        return self._by_paper(self._folded("titles", SEPARATOR))

    @cached_property
    def authors(self) -> Sequence[str]:
        """Names of the authors, joined by commas."""
        names = self._folded("authors", LIST_SEPARATOR)
        return self._by_paper([name.replace(SEPARATOR, ", ") for name in names])

    @cached_property
    def tags(self) -> list[frozenset[str]]:
        """Tags in the form of `canonical_tag`, the reader's own among them."""
        known = [count.tag for count in self._catalogue.tags]
        papers = self._catalogue.paper_tags
        made = {ids: frozenset(known[number] for number in ids) for ids in set(papers)}
        tags = [made[ids] for ids in papers]
        for paper, own in self._overlay.own_tags().items():
            tags[paper] |= own
        return tags

    @cached_property
    def heads(self) -> list[str]:
        """Title, authors and tags of each paper, a line each."""
        lines = {tags: " ".join(sorted(tags)) for tags in set(self.tags)}
        return [
            f"{title}\n{authors}\n{lines[tags]}"
            for title, authors, tags in zip(
                self.titles, self.authors, self.tags, strict=True
            )
        ]

    @cached_property
    def texts(self) -> list[str]:
        """Everything a bare word is looked for in: head, abstract, commentary."""
        bodies = self._folded_bodies()
        papers = [bodies[head] for head in self._catalogue.heads]
        for paper, group in self._catalogue.grouped.items():
            parts = [bodies[entry].partition(PART) for entry in group]
            abstracts, _parts, commentaries = zip(*parts, strict=True)
            papers[paper] = f"{_line(abstracts)}{PART}{_line(commentaries)}"
        return [
            f"{head}{PART}{body}" for head, body in zip(self.heads, papers, strict=True)
        ]

    @cached_property
    def abstracts(self) -> Sequence[str]:
        """Abstracts."""
        return [text.split(PART, 2)[1] for text in self.texts]

    @cached_property
    def commentaries(self) -> Sequence[str]:
        """The curator's words."""
        return [text.split(PART, 2)[2] for text in self.texts]

    @cached_property
    def dates(self) -> Sequence[tuple[str, ...]]:
        """Days of the appearances of each paper, newest first."""
        dates = self._catalogue.dates
        papers: list[tuple[str, ...]] = [
            (dates[head],) for head in self._catalogue.heads
        ]
        for paper, group in self._catalogue.grouped.items():
            papers[paper] = tuple(dict.fromkeys(dates[entry] for entry in group))
        return papers

    @property
    def keys(self) -> Sequence[tuple[str, ...]]:
        """All keys of each paper, the strongest first."""
        return self._keyring.column

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper has a link, abstract, commentary, references or tag.

        Raises:
            KeyError: `what` is none of these.
        """
        catalogue = self._catalogue
        if what == "tag":
            return bool(self.tags[paper])
        entries = catalogue.entries_of(paper)
        if what == "link":
            return any(catalogue.url_of(entry) for entry in entries)
        flags = catalogue.numbers["flags"]
        return any(flags[entry] & _BITS[what] for entry in entries)

    def state(self, paper: int, what: str) -> bool:
        """Tell whether a paper is `unread`, `read`, `starred`, `queued` or `noted`.

        Raises:
            KeyError: `what` is none of these.
        """
        return self._overlay.has(paper, what)

    def _retag(self, paper: int) -> None:
        """Take the tags of a paper into the columns that are built already."""
        built = self.__dict__
        if "tags" not in built:
            return
        known = self._catalogue.tags
        tags = frozenset(known[n].tag for n in self._catalogue.paper_tags[paper])
        self.tags[paper] = tags | self._overlay.own_tags().get(paper, frozenset())
        if "heads" not in built:
            return
        line = " ".join(sorted(self.tags[paper]))
        self.heads[paper] = f"{self.titles[paper]}\n{self.authors[paper]}\n{line}"
        if "texts" in built:
            rest = self.texts[paper].partition(PART)[2]
            self.texts[paper] = f"{self.heads[paper]}{PART}{rest}"

    def _by_paper(self, column: list[str]) -> list[str]:
        """Return a column over entries as one over papers."""
        catalogue = self._catalogue
        if not catalogue.groups:
            return column
        papers = [column[head] for head in catalogue.heads]
        for paper, group in catalogue.grouped.items():
            papers[paper] = _line([column[entry] for entry in group])
        return papers

    def _folded(self, column: str, separator: str) -> list[str]:
        """Fold a packed column whole, which is faster than value by value."""
        if not self._catalogue.size:
            return []
        return fold(self._catalogue.texts[column]).split(separator)

    def _folded_bodies(self) -> list[str]:
        """Return abstract and commentary of each entry, folded, `PART` between them."""
        numbers = self._catalogue.numbers
        places = zip(
            numbers["shard"], numbers["offset"], numbers["length"], strict=True
        )
        bodies: list[str] = []
        while batch := [self._bodies.read(*place) for place in islice(places, _BATCH)]:
            whole = fold(BETWEEN.encode().join(batch).decode("utf-8", "replace"))
            bodies += map(texts_of_body, whole.split(BETWEEN))
        return bodies


def _line(values: Sequence[str]) -> str:
    """Return the different ones of `values`, a line each."""
    return "\n".join(filter(None, dict.fromkeys(values)))
