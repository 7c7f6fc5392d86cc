"""Plain digests in the layouts that curators use, each with what it should be read as.

A layout is made of few choices; what a paper says comes from `papers`.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.formats.papers import PAPERS, RELEASE, Paper

ALL = (*PAPERS, RELEASE)
Words = Callable[[Paper], Sequence[str]]


def wrapped(text: str, width: int = 80, indent: str = "") -> str:
    """Return `text` broken at a margin."""
    return "\n".join(
        textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)
    )


def listed(paper: Paper) -> str:
    """Return the authors between commas."""
    return ", ".join(paper.authors)


def hashed(paper: Paper) -> str:
    """Return the tags as hashtags."""
    return " ".join(f"#{tag}" for tag in paper.tags)


def korean(paper: Paper) -> Sequence[str]:
    """Return Korean commentary."""
    return paper.korean


def english(paper: Paper) -> Sequence[str]:
    """Return English commentary."""
    return paper.english


@dataclass(frozen=True)
class Layout:
    """How a digest writes its papers. The parts stand in the order of `order`.

    `T` title, `A` authors, `a` abstract, `W` commentary, `G` tags, `L` own link, `B` an
    empty line.
    """

    papers: Sequence[Paper] = ALL
    head: Sequence[str] = ("2024년 8월 30일",)
    tail: Sequence[str] = ()
    order: str = "TAaWG"
    between: str = ""
    title: Callable[[int, Paper], str] = lambda _, paper: paper.title
    authors: Callable[[Paper], str] = lambda paper: f"({listed(paper)})"
    abstract: Callable[[Paper], str] = lambda paper: paper.abstract
    words: Words = korean
    tags: Callable[[Paper], str] = hashed
    link: Callable[[Paper], str] = lambda paper: f"https://arxiv.org/abs/{paper.id}"
    expected: dict[str, Callable[[Paper], object]] = field(default_factory=dict)
    """By the name of a field, what is read where that is not what the paper has."""

    def text(self, gap: str = "\n") -> str:
        """Return the digest, `gap` between its lines."""
        lines = [*self.head]
        for number, paper in enumerate(self.papers, start=1):
            if self.between and number > 1:
                lines.append(self.between)
            for part in self.order:
                lines += self._part(part, number, paper)
        return gap.join([*lines, *self.tail]) + "\n"

    def _part(self, part: str, number: int, paper: Paper) -> Sequence[str]:
        if part == "W":
            return self.words(paper)
        written = {
            "T": self.title(number, paper),
            "A": self.authors(paper) if paper.authors else None,
            "a": self.abstract(paper) if paper.abstract else None,
            "G": self.tags(paper),
            "L": self.link(paper) if paper.id else None,
            "B": "",
        }[part]
        return [] if written is None else [written]

    def fields(self, paper: Paper) -> dict[str, object]:
        """Return what is to be read about `paper`."""
        linked = "L" in self.order and paper.id
        return {
            "title": paper.title,
            "authors": paper.authors if "A" in self.order else (),
            "abstract": paper.abstract if "a" in self.order else "",
            "words": list(self.words(paper)) if "W" in self.order else [],
            "tags": paper.tags if "G" in self.order else (),
            "arxiv_id": paper.id if linked else None,
        } | {name: expect(paper) for name, expect in self.expected.items()}
