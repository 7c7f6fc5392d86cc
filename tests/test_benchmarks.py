"""The benchmarks run: each claim on a library of a few papers."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks import (
    asv,
    facets,
    indexing,
    keys,
    lag,
    marking,
    papers,
    peers,
    scale,
    start,
    throughput,
)
from tests.benchmarks.figures import Figure
from tests.benchmarks.peer import Peer

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="they read memory and processor time from /proc"
)
FEW = 12
CLAIMS: dict[str, Callable[[], Iterator[Figure]]] = {
    "start": lambda: start.measure("vault", FEW, 1),
    "growth": lambda: start.measure_growth("vault", 3, FEW, 1),
    "facets": lambda: facets.measure("vault", FEW, 1, queries=("kestrel",)),
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


@pytest.mark.parametrize("peer", peers.PEERS, ids=lambda peer: peer.name)
def test_each_peer_that_is_installed_is_measured(
    peer: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "HOME", tmp_path)
    figures = list(peers.beside(peer, "vault", FEW, 1))
    assert len(figures) == (1 + peer.is_started if peer.program() else 0)
    for figure in figures:
        assert peer.name in figure.row
        assert figure.ratio > 0


def test_no_peer_is_measured_where_none_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "HOME", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(asv.PROGRAM, raising=False)
    assert not list(peers.measure("vault", FEW, 1))


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
