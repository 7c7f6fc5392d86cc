"""Libraries of invented papers, the same for the same seed, about 1.1 KB a paper."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SEED = 20240830
HOME = Path(tempfile.gettempdir()) / f"tuireader-benchmarks-{os.getuid()}"
"""Where libraries, their caches and what Python compiles are kept."""
NEWEST = date(2025, 6, 30)
PER_DAY = 6
"""Papers of one day."""
DAYS = 5_000
"""Days that the largest library spans; beyond that it has more papers a day."""

_KINDS = (
    "diffusion", "attention", "retrieval", "quantization", "alignment", "distillation",
    "routing", "decoding", "segmentation", "reasoning", "pretraining", "tokenization",
)  # fmt: skip
_THINGS = (
    "language models", "video transformers", "sparse experts", "speech encoders",
    "reward models", "small agents", "graph networks", "vision towers", "code models",
)  # fmt: skip
_CLAIMS = (
    "needs half the memory", "follows a power law", "stays stable without warmup",
    "closes most of the gap", "fails on long inputs", "transfers across sizes",
    "matches a dense baseline", "costs one more pass", "survives pruning",
)  # fmt: skip
_KOREAN = (
    "학습이 안정적인지 확인하는 실험이 많은 편이네요.",
    "언어 모델의 규모를 키웠을 때도 같은 경향이 유지되는지는 지켜볼 필요가 있습니다.",
    "데이터 필터링에 대한 분석이 꽤 자세합니다.",
    "기존 방법과 비교하면 추론 비용이 절반 정도로 줄었다고 합니다.",
    "강화 학습 단계에서 보상이 무너지는 문제를 간단한 정규화로 막았습니다.",
    "어텐션 맵을 그대로 증류하는 것보다 출력만 맞추는 쪽이 나았다는 결과.",
    "평가 방법에 대해서는 조금 의문이 남습니다.",
    "코드가 공개되면 작은 모델부터 돌려 보고 싶네요.",
    "토큰 예산을 고정하고 비교한 점이 마음에 듭니다.",
    "벤치마크 점수보다 실패 사례를 모은 부록이 더 재미있습니다.",
)  # fmt: skip
_PEOPLE = (
    "Ada Moor", "Bo Lindqvist", "Chiara Verdi", "Deniz Aksoy", "Emre Kaya", "Fay Okoro",
    "Gil Peretz", "Hana Novak", "Ivo Petrov", "Jun Tanaka", "Kofi Mensah", "Lea Brandt",
)  # fmt: skip
_TAGS = (
    "diffusion", "llm", "moe", "rl", "vision", "efficiency", "retrieval", "video",
    "alignment", "benchmark", "long-context", "multimodal", "quantization", "agent",
    "code", "speech",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """One invented paper; paper 0 is the newest and stands at the top of the list."""

    number: int
    day: date
    title: str
    authors: str
    abstract: str
    commentary: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def arxiv_id(self) -> str:
        """An id that no other paper of the library has."""
        month = self.day.strftime("%y%m")
        return f"{month}.{self.number % 100_000:05}"

    @property
    def name(self) -> str:
        """A word that its title alone has."""
        return f"Kestrel-{self.number:06}:"

    @property
    def mark(self) -> str:
        """A word that its commentary alone has; it stands at the very beginning."""
        return f"n{self.number:05}e"


def papers(count: int, seed: int = SEED) -> Iterator[Paper]:
    """Yield `count` papers, the newest first."""
    per_day = max(PER_DAY, count // DAYS)
    for number in range(count):
        day = NEWEST - timedelta(days=number // per_day)
        yield _paper(number, day, random.Random(f"{seed}-{number}"))  # noqa: S311


def _paper(number: int, day: date, dice: random.Random) -> Paper:
    kind, thing = dice.choice(_KINDS), dice.choice(_THINGS)
    sentences = [
        f"We study {dice.choice(_KINDS)} in {dice.choice(_THINGS)} and find that the "
        f"proposed {dice.choice(_KINDS)} step {dice.choice(_CLAIMS)} at "
        f"{dice.randint(2, 99)}% of the cost."
        for _ in range(dice.randint(4, 9))
    ]
    # Half of the real notes have no abstract; the others' commentary is shorter.
    has_abstract = dice.random() < 0.5
    length = dice.randint(3, 6) if has_abstract else dice.randint(5, 12)
    remarks = dice.choices(_KOREAN, k=length)
    mark = f"n{number:05}e"
    return Paper(
        number,
        day,
        f"Kestrel-{number:06}: {kind.capitalize()} for {thing.title()}",
        ", ".join(dice.sample(_PEOPLE, dice.randint(2, 7))),
        " ".join(sentences) if has_abstract else "",
        (f"{mark} 모델. {remarks[0]}", " ".join(remarks[1:])),
        tuple(dice.sample(_TAGS, dice.randint(1, 4))),
    )


def write_vault(folder: Path, count: int) -> None:
    """Write a note a paper, in a folder a year."""
    for paper in papers(count):
        year = folder / str(paper.day.year)
        year.mkdir(parents=True, exist_ok=True)
        quoted = f"> {paper.abstract}\n\n" if paper.abstract else ""
        text = (
            f"https://arxiv.org/abs/{paper.arxiv_id}\n\n"
            f"*{paper.title}* ({paper.authors})\n\n{quoted}"
            + "\n\n".join(paper.commentary)
            + f"\n\n{_hashtags(paper)}\n"
        )
        name = f"{paper.day:%y%m%d} {paper.title.replace(':', '')}.md"
        (year / name).write_text(text, encoding="utf-8")


def write_plain(folder: Path, count: int) -> None:
    """Write a digest a day, without links."""
    days: dict[date, list[str]] = {}
    for paper in papers(count):
        lines = [paper.title, f"({paper.authors})"]
        lines += [paper.abstract] if paper.abstract else []
        lines += [*paper.commentary, _hashtags(paper)]
        days.setdefault(paper.day, []).append("\n".join(lines))
    for day, entries in days.items():
        head = f"{day.year}년 {day.month}월 {day.day}일\n"
        text = head + "\n".join(entries) + "\n"
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")


def write_markdown(folder: Path, count: int) -> None:
    """Write a Markdown digest a day: a heading a paper, with its link and fields."""
    days: dict[date, list[str]] = {}
    for paper in papers(count):
        link = f"[{paper.title}](https://arxiv.org/abs/{paper.arxiv_id})"
        parts = [f"## {link}", f"**Authors**: {paper.authors}"]
        parts += [f"**Abstract**: {paper.abstract}"] if paper.abstract else []
        parts += [*paper.commentary, " ".join(f"`{tag}`" for tag in paper.tags)]
        days.setdefault(paper.day, []).append("\n\n".join(parts))
    for day, entries in days.items():
        text = f"# Papers of {day}\n\n" + "\n\n".join(entries) + "\n"
        (folder / f"{day}.md").write_text(text, encoding="utf-8")


def _hashtags(paper: Paper) -> str:
    return " ".join(f"#{tag}" for tag in paper.tags)


SHAPES: dict[str, Callable[[Path, int], None]] = {
    "vault": write_vault,
    "plain": write_plain,
    "markdown": write_markdown,
}


def library_folder(shape: str, count: int) -> Path:
    """Return the folder of a library of `count` papers; it is written once and kept."""
    folder = HOME / f"{shape}-{count}-{SEED}"
    if not folder.exists():
        begun = HOME / f"{folder.name}.{os.getpid()}"
        begun.mkdir(parents=True)
        SHAPES[shape](begun, count)
        try:
            begun.rename(folder)
        except OSError:  # another run was faster
            shutil.rmtree(begun)
    return folder
