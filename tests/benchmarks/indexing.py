"""Indexing against reading: a first index, and a start with nothing changed.

Processor time in new processes, the files in the kernel's cache. The goals are for the
work itself, as the floors are; what the program imports for it is in the rows that say
so, and does not grow with the library.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.papers import library_folder
from tests.benchmarks.sessions import environment

FIRST = 4.0
UNCHANGED = 2.5
FEW = 8
"""Papers of the library that is read to warm a process up."""


def measure(shape: str, count: int, pairs: int) -> Iterator[Figure]:
    """Measure both.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        pairs: Runs of each side.
    """
    yield from measure_folder(library_folder(shape, count), f"{shape} {count:,}", pairs)


def measure_folder(folder: Path, name: str, pairs: int) -> Iterator[Figure]:
    """Measure both on the digests of a folder, which are UTF-8.

    Args:
        folder: The folder.
        name: What the figures call it.
        pairs: Runs of each side.
    """
    small = library_folder("vault", FEW)
    with tempfile.TemporaryDirectory() as cache:
        again = partial(_run, "refresh", folder, cache)
        known = partial(_run, "cached", folder, cache)
        read, stat = partial(_run, "read", folder), partial(_run, "stat", folder)

        def anew(*more: Path) -> float:
            shutil.rmtree(cache)
            return again(*more)

        claims: tuple[
            tuple[str, Callable[[], float], Callable[[], float], float | None], ...
        ] = (
            ("first index", lambda: anew(small), read, FIRST),
            ("first index with imports", anew, read, None),
            ("nothing changed", lambda: again(small), stat, UNCHANGED),
            ("nothing changed with imports", again, stat, None),
            ("the catalogue alone with imports", known, stat, None),
        )
        for claim, ours, floor, goal in claims:
            turns = in_turns(ours, floor, pairs)
            yield Figure(f"{claim}, {name}", "ms", *turns, goal, "processor")


def _run(piece: str, folder: Path, cache: str = "", *warming: Path) -> float:
    """Return the milliseconds of processor time that a piece of work takes."""
    words = [piece, str(folder), cache, *map(str, warming)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.work", *words],
        capture_output=True,
        text=True,
        env=environment(Path(tempfile.gettempdir())),
        check=True,
    )
    return float(done.stdout) * 1000
