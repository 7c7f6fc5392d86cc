"""A small library to ask, as columns; its texts are made up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tuireader.domain.identity import canonical_tag
from tuireader.query import Query, fold

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
        self.authors = [fold(each.authors) for each in samples]
        self.abstracts = [fold(each.abstract) for each in samples]
        self.commentaries = [fold(each.commentary) for each in samples]
        self.heads = [
            "\n".join((title, names, fold(" ".join(each.tags))))
            for title, names, each in zip(
                self.titles, self.authors, samples, strict=True
            )
        ]
        self.texts = [
            "\n".join(parts)
            for parts in zip(self.heads, self.commentaries, self.abstracts, strict=True)
        ]
        self.tags = [frozenset(map(canonical_tag, each.tags)) for each in samples]
        self.dates = [each.dates for each in samples]
        self.keys = [each.keys for each in samples]

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
    return Query.parse(text, TODAY).select(papers, range(len(papers.samples)))
