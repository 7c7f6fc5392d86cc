"""What has to do with a paper: what it cites, what mentions it, where it stands."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.query import Query

_MOST = 500
"""Papers that are looked into for a mention: what more would have is no mention."""


class Neighbour(NamedTuple):
    """A paper that has to do with another, or another appearance of the same."""

    how: str
    """`cites`, `mentioned by` or `also in`."""
    label: str
    date: str = ""
    key: str = ""
    """The paper's key; empty if the library does not have it."""
    arxiv_id: str = ""


def neighbours(whole: Library, paper: Paper) -> list[Neighbour]:
    """Return what has to do with a paper; slow, so call it from a worker.

    Args:
        whole: The library with nothing filtered.
        paper: The paper.
    """
    cited = [*_cited(whole, paper)]
    return [*cited, *_mentioning(whole, paper), *_appearances(paper)]


def _cited(whole: Library, paper: Paper) -> Iterator[Neighbour]:
    body = whole.body(paper)
    for identity in body.references:
        row = whole.row_of(f"arxiv:{identity}")
        if row is None:
            yield Neighbour("cites", f"arXiv {identity}", "", "", identity)
        else:
            yield _listed("cites", whole, row)
    for target in body.wikilinks:
        row = whole.row_of_note(_stem(target))
        if row is not None:
            yield _listed("cites", whole, row)


def _mentioning(whole: Library, paper: Paper) -> Iterator[Neighbour]:
    notes = {PurePosixPath(seen.source).stem for seen in paper.appearances}
    names = [*((paper.arxiv_id,) if paper.arxiv_id else ()), *sorted(notes)]
    wanted = " OR ".join(f'"{name}"' for name in names if '"' not in name)
    found = whole.matching(Query.parse(wanted)) if wanted else whole
    for other in found.listed_papers() if len(found) <= _MOST else ():
        body = whole.body(other)
        linked = notes.intersection(map(_stem, body.wikilinks))
        if other.key != paper.key and (paper.arxiv_id in body.references or linked):
            yield Neighbour("mentioned by", other.title, other.date, other.key)


def _appearances(paper: Paper) -> Iterator[Neighbour]:
    for seen in paper.appearances:
        if (seen.source, seen.line) != (paper.source, paper.line):
            place = f"{seen.source}:{seen.line}"
            yield Neighbour("also in", place, seen.date, paper.key)


def _listed(how: str, whole: Library, row: int) -> Neighbour:
    title, date = whole.title_at(row), whole.date_at(row)
    return Neighbour(how, title, date, whole.key_at(row))


def _stem(target: str) -> str:
    """Return the name of the note that a wikilink leads to."""
    return target.partition("|")[0].partition("#")[0].strip().rpartition("/")[2]
