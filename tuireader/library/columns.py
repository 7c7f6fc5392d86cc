"""What queries ask of each paper, as columns over the papers of a catalogue."""

from collections.abc import Iterator

from tuireader.domain.catalogue import (
    HAS_ABSTRACT,
    HAS_COMMENTARY,
    HAS_REFERENCES,
    Catalogue,
)
from tuireader.query import fold

_BITS = {
    "abstract": HAS_ABSTRACT,
    "commentary": HAS_COMMENTARY,
    "references": HAS_REFERENCES,
}


def folded_titles(catalogue: Catalogue) -> list[str]:
    """Return the title under which each paper stands, folded."""
    column = catalogue.titles
    titles: list[str] = []
    for block, text in enumerate(column.texts()):
        titles += column.cut(fold(text), block)
    if not catalogue.groups:
        return titles
    return [titles[head] for head in catalogue.heads]


def canonical_tags(catalogue: Catalogue) -> list[frozenset[str]]:
    """Return the tags that the digests give each paper, in canonical form."""
    known = [count.tag for count in catalogue.tags]
    papers = catalogue.paper_tags
    made = {ids: frozenset(known[number] for number in ids) for ids in set(papers)}
    return [made[ids] for ids in papers]


def days_of_papers(catalogue: Catalogue) -> list[tuple[str, ...]]:
    """Return the days of the appearances of each paper, newest first."""
    dates = catalogue.dates
    alone = {day: (day,) for day, _count in catalogue.runs}
    papers: list[tuple[str, ...]] = [alone[dates[head]] for head in catalogue.heads]
    for paper, group in catalogue.grouped.items():
        papers[paper] = tuple(dict.fromkeys(dates[entry] for entry in group))
    return papers


def having(catalogue: Catalogue, what: str) -> Iterator[bool]:
    """Tell for each paper whether an entry has a link, an abstract and so on.

    Args:
        catalogue: Where the papers are.
        what: `link`, `abstract`, `commentary` or `references`.

    Raises:
        KeyError: `what` is none of these.
    """
    if what == "link":
        pairs = zip(catalogue.urls, catalogue.arxiv_ids, strict=True)
        entries = [bool(url or known) for url, known in pairs]
    else:
        bit = _BITS[what]
        entries = [bool(flags & bit) for flags in catalogue.numbers["flags"]]
    grouped = catalogue.grouped if catalogue.groups else {}
    papers = [entries[head] for head in catalogue.heads]
    for paper, group in grouped.items():
        papers[paper] = any(entries[entry] for entry in group)
    return iter(papers)
