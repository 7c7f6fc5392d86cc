"""How fast digests of each shape are read, against reading their bytes as text."""

import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.papers import SHAPES, library_folder
from tuireader.formats import Source, read_digest
from tuireader.text import decode


def measure(count: int, pairs: int) -> Iterator[Figure]:
    """Measure every shape.

    Args:
        count: Papers of each library.
        pairs: Runs of each side.
    """
    for shape in SHAPES:
        files = sorted(library_folder(shape, count).rglob("*.*"))
        size = sum(file.stat().st_size for file in files) / 1e6
        ours, floors = in_turns(
            lambda files=files: _digests(files),  # type: ignore[misc]
            lambda files=files: _texts(files),  # type: ignore[misc]
            pairs,
        )
        speed = f"{size / (sorted(ours)[len(ours) // 2] / 1000):.1f} MB/s"
        yield Figure(f"reading {shape} {count:,}", "ms", ours, floors, None, speed)


def _digests(files: list[Path]) -> float:
    begun = time.process_time()
    for file in files:
        decoded = decode(file.read_bytes())
        digest = read_digest(Source(file.name, decoded.text, decoded.encoding))
        assert digest.entries, file
    return (time.process_time() - begun) * 1000


def _texts(files: list[Path]) -> float:
    begun = time.process_time()
    for file in files:
        file.read_text(encoding="utf-8")
    return (time.process_time() - begun) * 1000
