"""A small library to ask, as columns; its texts are made up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.fuzz import partial_ratio

from tuireader.domain.identity import canonical_tag
from tuireader.query import Query, fold
from tuireader.query.initials import initials_pattern

TODAY = date(2024, 8, 31)


@dataclass(frozen=True)
class Sample:
    """One paper."""

    title: str
    authors: str = ""
    tags: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    abstract: str = ""
    commentary: str = ""
    keys: tuple[str, ...] = ()
    states: frozenset[str] = frozenset({"unread"})


class Columns:
    """A `PaperView` over samples."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.samples = samples
        self.titles = [fold(each.title) for each in samples]
        authors = [fold(each.authors) for each in samples]
        abstracts = [fold(each.abstract) for each in samples]
        notes = [fold(each.commentary) for each in samples]
        tags = [fold(" ".join(each.tags)) for each in samples]
        self.heads = list(map("\n".join, zip(self.titles, authors, tags, strict=True)))
        texts = list(map("\n".join, zip(self.heads, abstracts, notes, strict=True)))
        self.fields = {
            "title": self.titles, "author": authors, "tag": tags,
            "abstract": abstracts, "note": notes, "": texts, "text": texts,
        }  # fmt: skip
        self.tags = [frozenset(map(canonical_tag, each.tags)) for each in samples]
        self.dates = [each.dates for each in samples]
        self.keys = [each.keys for each in samples]

    def holding(
        self, field: str, word: str, rows: Sequence[int], *, literal: bool = False
    ) -> list[int]:
        pattern = None if literal else initials_pattern(word)
        found = pattern or re.compile(re.escape(word))
        return [row for row in rows if found.search(self.fields[field][row])]

    def written_by(self, name: str, rows: Sequence[int]) -> list[int] | None:
        people = [set(fold(each.authors).split(", ")) for each in self.samples]
        if not any(name in names for names in people):
            return None
        return [row for row in rows if name in people[row]]

    def tagged(self, names: frozenset[str], rows: Sequence[int]) -> list[int]:
        return [row for row in rows if not names.isdisjoint(self.tags[row])]

    def resembling(self, word: str, least: float, rows: Sequence[int]) -> list[int]:
        heads = self.heads
        return [
            row
            for row in rows
            if word in heads[row] or partial_ratio(word, heads[row]) >= least
        ]

    def has(self, paper: int, what: str) -> bool:
        sample = self.samples[paper]
        parts = {
            "link": any(not key.startswith("title:") for key in sample.keys),
            "abstract": bool(sample.abstract),
            "commentary": bool(sample.commentary),
            "tag": bool(sample.tags),
            "references": "arXiv:" in sample.commentary,
        }
        return parts[what]

    def state(self, paper: int, what: str) -> bool:
        return what in self.samples[paper].states


SAMPLES = (
    Sample(
        "Mixing Experts Cheaply",
        "Kim Minsu, Ana Ruiz",
        ("moe", "Auto_Regressive"),
        ("2024-08-30",),
        "We route tokens to sparse experts (top-2).",
        "전문가 혼합 모델의 비용을 줄인다.",
        ("arxiv:2408.16293", "title:mixingexpertscheaply"),
    ),
    Sample(
        "Diffusion Without Tears",
        "Quoc Le",
        ("diffusion", "vision-language"),
        ("2024-07-31", "2023-01-15"),
        "Samplers with 2:1 ratio.",
        "확산 모델. arXiv:2401.01862 참고.",
        ("arxiv:2407.00001",),
        frozenset({"read", "starred"}),
    ),
    Sample(
        "Rewards, Reasoned",
        "Kim Jiwoo",
        ("rl", "reasoning"),
        ("2024-02-29",),
        "",
        "강화 학습으로 추론을.",
        ("arxiv:hep-th/9901001",),
        frozenset({"unread", "queued"}),
    ),
    Sample(
        "Vision Transformers at Dawn",
        "",
        ("vision", "vision_transformer"),
        ("2023-12-31",),
        "An image is words. See https://example.org/x?a=1",
        "",
        ("url:example.org/dawn",),
        frozenset({"read", "noted"}),
    ),
    Sample("A Note Nobody Dated", "É. Müller-Straße", ("a tag",), ("",), "", "moe?"),
    Sample("Diffusion Of Rewards", "", ("rl", "diffusion"), (), "policy", "", ()),
)
PAPERS = Columns(SAMPLES)
EVERY = range(len(SAMPLES))


def found(text: str, papers: Columns = PAPERS) -> list[int]:
    """Return the papers that a query finds."""
    return list(Query.parse(text, TODAY).select(papers, range(len(papers.samples))))
