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
from tuireader.domain.identity import keys_from, merged_keys, strong_key
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

    def __init__(self, catalogue: Catalogue, bodies: Bodies) -> None:
        self._catalogue = catalogue
        self._bodies = bodies

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
    def tags(self) -> Sequence[frozenset[str]]:
        """Tags in the form of `canonical_tag`."""
        known = [count.tag for count in self._catalogue.tags]
        papers = self._catalogue.paper_tags
        made = {ids: frozenset(known[number] for number in ids) for ids in set(papers)}
        return [made[ids] for ids in papers]

    @cached_property
    def heads(self) -> Sequence[str]:
        """Title, authors and tags of each paper, a line each."""
        lines = {tags: " ".join(sorted(tags)) for tags in set(self.tags)}
        return [
            f"{title}\n{authors}\n{lines[tags]}"
            for title, authors, tags in zip(
                self.titles, self.authors, self.tags, strict=True
            )
        ]

    @cached_property
    def texts(self) -> Sequence[str]:
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

    @cached_property
    def keys(self) -> Sequence[tuple[str, ...]]:
        """All keys of each paper, the strongest first."""
        catalogue = self._catalogue
        strong = map(strong_key, catalogue.arxiv_ids, catalogue.urls)
        entries = [
            keys_from(key, title, folded)
            for key, title, folded in zip(
                strong, catalogue.titles, catalogue.folded, strict=True
            )
        ]
        papers = [entries[head] for head in catalogue.heads]
        for paper, group in catalogue.grouped.items():
            papers[paper] = merged_keys([entries[entry] for entry in group])
        return papers

    def has(self, paper: int, what: str) -> bool:
        """Tell whether a paper has a link, abstract, commentary, references or tag.

        Raises:
            KeyError: `what` is none of these.
        """
        catalogue = self._catalogue
        if what == "tag":
            return bool(catalogue.paper_tags[paper])
        entries = catalogue.entries_of(paper)
        if what == "link":
            return any(catalogue.url_of(entry) for entry in entries)
        flags = catalogue.numbers["flags"]
        return any(flags[entry] & _BITS[what] for entry in entries)

    def state(self, paper: int, what: str) -> bool:  # noqa: ARG002  the protocol's
        """Tell whether a paper is `unread`, `read`, `starred`, …: all are unread."""
        return what == "unread"

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
