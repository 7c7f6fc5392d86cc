"""What the sidebar counts of a filtered library: tags, days and states; and authors.

Each filter is applied anew, which does not count, and its counts are taken once, in
this process. The figure is that of the filter whose counts take longest.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from tests.benchmarks.figures import Figure
from tests.benchmarks.papers import library_folder
from tests.benchmarks.sessions import known, warm
from tuireader.library.library import Library

QUERIES = (
    "", "모델", "diffusion", "quantization", "#moe", "-#moe", "author:moor",
    "after:2024", "n0012", "sort:old diffusion",
)  # fmt: skip
GOAL = 5.0
"""Milliseconds."""
_GOAL_FOR = 10_000
"""Papers for which that is the goal, and fewer."""


def measure(
    shape: str, count: int, rounds: int, queries: Sequence[str] = QUERIES
) -> Iterator[Figure]:
    """Count what each query lists.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        rounds: How often each query is counted.
        queries: What to filter by.
    """
    folder = library_folder(shape, count)
    warm(folder, count, fresh=False)
    library = known(folder)
    library.warm()
    goal = 1.0 if count <= _GOAL_FOR else None
    counted: dict[str, tuple[Callable[[Library], object], float | None]] = {
        "tags, days and states": (lambda found: (found.facets, found.counts), goal),
        "authors": (lambda found: found.authors, None),
    }
    for what, (count_it, limit) in counted.items():
        times = {query: _times(library, query, count_it, rounds) for query in queries}
        slowest = max(times, key=lambda query: statistics.median(times[query]))
        middle = statistics.median(statistics.median(each) for each in times.values())
        note = f"slowest of {len(times)} filters, `{slowest}`; median {middle:.1f} ms"
        yield Figure(
            f"counts of {what}, {shape} {count:,}", "ms", times[slowest],
            [GOAL] * rounds, limit, note,
        )  # fmt: skip


def _times(
    library: Library, query: str, count: Callable[[Library], object], rounds: int
) -> list[float]:
    found = []
    for _ in range(rounds):
        listed = library.matching(library.parse(query))
        begun = time.process_time()
        count(listed)
        found.append((time.process_time() - begun) * 1000)
    return found
