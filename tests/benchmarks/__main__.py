"""Runs the benchmarks: `python -m tests.benchmarks --help`."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import (
    facets,
    indexing,
    keys,
    lag,
    marking,
    peers,
    scale,
    start,
    throughput,
)
from tests.benchmarks.figures import HEAD, Figure


def third(pairs: int) -> int:
    """Return how many rounds of keys those are: one is three queries, or nine `j`."""
    return max(1, pairs // 3)


CLAIMS: dict[str, Callable[[argparse.Namespace], Iterator[Figure]]] = {
    "start": lambda asked: _each(asked, start.measure),
    "growth": lambda asked: start.measure_growth(
        asked.shape, min(asked.papers), max(asked.papers), asked.pairs
    ),
    "facets": lambda asked: _each(asked, facets.measure),
    "typing": lambda asked: _each(
        asked,
        lambda shape, count, pairs: keys.measure_typing(shape, count, third(pairs)),
    ),
    "moving": lambda asked: keys.measure_moving(
        asked.shape, asked.papers, third(asked.pairs)
    ),
    "scale": lambda asked: scale.measure(
        asked.shape, max(asked.papers), third(asked.pairs)
    ),
    "peers": lambda asked: _each(asked, peers.measure),
    "indexing": lambda asked: (
        indexing.measure_folder(asked.folder, asked.folder.name, asked.pairs)
        if asked.folder
        else _each(asked, indexing.measure)
    ),
    "lag": lambda asked: lag.measure(asked.size),
    "marking": lambda asked: _each(
        asked, lambda _shape, count, pairs: marking.measure(count, pairs)
    ),
    "throughput": lambda asked: throughput.measure(min(asked.papers), asked.pairs),
}


def _each(
    asked: argparse.Namespace, measure: Callable[[str, int, int], Iterator[Figure]]
) -> Iterator[Figure]:
    for count in asked.papers:
        yield from measure(asked.shape, count, asked.pairs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("claims", nargs="*", metavar="CLAIM", help=" ".join(CLAIMS))
    parser.add_argument("--shape", choices=["vault", "plain"], default="vault")
    parser.add_argument(
        "--papers", type=int, action="append", help="sizes of the libraries"
    )
    parser.add_argument("--folder", type=Path, help="of your own digests, for indexing")
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument(
        "--quick", action="store_true", help="2,477 papers, three pairs"
    )
    parser.add_argument(
        "--size", type=int, default=1_000, help="of `lag`: thousandths of the full size"
    )
    asked = parser.parse_args()
    if unknown := set(asked.claims) - set(CLAIMS):
        parser.error(f"no such claim: {', '.join(sorted(unknown))}")
    if asked.quick:
        asked.papers, asked.pairs = asked.papers or [2_477], 3
    asked.papers = asked.papers or [2_477, 10_000]
    return asked


def main() -> int:
    """Print a row a figure.

    Returns:
        1 if a goal is missed.
    """
    asked = _arguments()
    missed = False
    print(HEAD)
    for claim in asked.claims or CLAIMS:
        for figure in CLAIMS[claim](asked):
            print(figure.row, flush=True)
            missed |= not figure.kept
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
