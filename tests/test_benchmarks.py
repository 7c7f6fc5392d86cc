"""The benchmarks run: each claim on a library of a few papers."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks import (
    indexing,
    keys,
    lag,
    marking,
    papers,
    scale,
    start,
    throughput,
)
from tests.benchmarks.figures import Figure

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="they read memory and processor time from /proc"
)
FEW = 12
CLAIMS: dict[str, Callable[[], Iterator[Figure]]] = {
    "start": lambda: start.measure("vault", FEW, 1),
    "typing": lambda: keys.measure_typing("plain", FEW, 1, queries=("모델",)),
    "scale": lambda: scale.measure("vault", FEW, 1, queries=("000001",)),
    "moving": lambda: keys.measure_moving("vault", [3, 4], 1),
    "indexing": lambda: indexing.measure("plain", FEW, 1),
    "lag": lambda: lag.measure(2),
    "marking": lambda: marking.measure(FEW, 1),
    "throughput": lambda: throughput.measure(FEW, 1),
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_each_claim_is_measured(
    claim: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "HOME", tmp_path)
    figures = list(CLAIMS[claim]())
    assert figures
    for figure in figures:
        assert figure.ratio > 0
        assert figure.row.count("|") == 10


def test_the_same_seed_gives_the_same_papers() -> None:
    assert list(papers.papers(3)) == list(papers.papers(30))[:3]


@pytest.mark.parametrize("shape", ["vault", "plain"])
def test_a_paper_is_as_long_as_papers_are(
    shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "HOME", tmp_path)
    folder = papers.library_folder(shape, 200)
    sizes = [file.stat().st_size for file in folder.rglob("*.*")]
    assert 900 < sum(sizes) / 200 < 1_300
