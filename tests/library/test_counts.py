"""What the command line counts in years of real notes, against ten lines of Python.

The ten lines know nothing of catalogues, blocks or queries: they take the papers as
`tuireader list --format jsonl` prints them, or the files as they lie there.
"""

import json
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program

CORPUS = os.environ.get("TUIREADER_CORPUS", "")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="TUIREADER_CORPUS names no folder"),
]
Record = dict[str, Any]


def folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def tags(paper: Record) -> set[str]:
    return {tag.casefold().replace("_", "-").strip("-") for tag in paper["tags"]}


def text(paper: Record) -> str:
    names = ", ".join(paper["authors"])
    spelled = " ".join([*tags(paper), *(tag.replace("-", "_") for tag in tags(paper))])
    parts = [paper["title"], names, spelled, paper["abstract"], paper["commentary"]]
    return folded("\n".join(parts))


def days(paper: Record) -> list[str]:
    return [place["date"] for place in paper["appearances"] if place["date"]]


def initial(char: str) -> str:
    place = (ord(char) - 0xAC00) // 588
    return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[place] if 0 <= place < 19 else char


CASES: list[tuple[str, Callable[[Record], object]]] = [
    ("", lambda p: p["title"]),
    ("diffusion", lambda p: "diffusion" in text(p)),
    ("Diffusion transformer", lambda p: {"diffusion", "transformer"} <= {
        word for word in ("diffusion", "transformer") if word in text(p)}),
    ('"vision transformer"', lambda p: "vision transformer" in text(p)),
    ("언어 모델", lambda p: "언어" in text(p) and "모델" in text(p)),
    ("강화", lambda p: "강화" in text(p)),
    ("ㅎㄱ", lambda p: "ㅎㄱ" in "".join(map(initial, text(p)))),
    ("#moe", lambda p: "moe" in tags(p)),
    ("tag:Autoregressive_Model", lambda p: "autoregressive-model" in tags(p)),
    ("tag:rl,reasoning", lambda p: tags(p) & {"rl", "reasoning"}),
    ("tag:vision*", lambda p: any(t.startswith("vision") for t in tags(p))),
    ("-#llm quantization", lambda p: "llm" not in tags(p) and (
        "quantization" in text(p))),
    ("gan OR vae", lambda p: "gan" in text(p) or "vae" in text(p)),
    ("-(gan OR vae) #llm", lambda p: "llm" in tags(p) and not (
        "gan" in text(p) or "vae" in text(p))),
    ("date:2023", lambda p: any(day[:4] == "2023" for day in days(p))),
    ("date:2023-02", lambda p: any(day[:7] == "2023-02" for day in days(p))),
    ("after:2024-02-29", lambda p: any(day >= "2024-02-29" for day in days(p))),
    ("before:2020", lambda p: any(day < "2020" for day in days(p))),
    ("date:2023-11..2024-02", lambda p: any(
        "2023-11-01" <= day <= "2024-02-29" for day in days(p))),
    ("date:undated", lambda p: not days(p)),
    ("has:abstract", lambda p: p["abstract"]),
    ("-has:commentary", lambda p: not p["commentary"]),
    ("-has:tag", lambda p: not p["tags"]),
    ("has:references", lambda p: p["references"]),
    ("title:attention", lambda p: "attention" in folded(p["title"])),
    ("abstract:attention -title:attention", lambda p: "attention" in folded(
        p["abstract"]) and "attention" not in folded(p["title"])),
    ("author:zhang", lambda p: "zhang" in folded(", ".join(p["authors"]))),
    ("note:데이터", lambda p: "데이터" in folded(p["commentary"])),
    ("id:2401", lambda p: (p["arxiv_id"] or "").startswith("2401")),
    ("zzzzqq", lambda p: "zzzzqq" in text(p)),
]  # fmt: skip


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def papers(program: Program) -> list[Record]:
    done = program.run("list", "--format", "jsonl", Path(CORPUS, "vault"))
    return [json.loads(line) for line in done.lines]


@pytest.mark.parametrize(("query", "holds"), CASES)
def test_the_count_is_that_of_looking_into_each_paper(
    program: Program,
    papers: list[Record],
    query: str,
    holds: Callable[[Record], object],
) -> None:
    done = program.run("list", "--count", "-q", query, Path(CORPUS, "vault"))
    assert int(done.out) == sum(bool(holds(paper)) for paper in papers)


@pytest.mark.parametrize("tag", ["moe", "gan", "state-space-model", "long_context"])
def test_the_count_of_a_tag_is_that_of_grep(program: Program, tag: str) -> None:
    """Each note of the vault is one paper, but for those that share a title."""
    wanted = re.compile(f"#{re.sub('[-_]', '[-_]', tag)}(?![-\\w])", re.IGNORECASE)
    found = set()
    for file in Path(CORPUS, "vault").rglob("*.md"):
        if wanted.search(file.read_text(encoding="utf-8")):
            found.add(re.sub(r"\W+", "", file.stem.partition(" ")[2].casefold()))
    done = program.run("list", "--count", "-q", f"#{tag}", Path(CORPUS, "vault"))
    assert int(done.out) == len(found)
