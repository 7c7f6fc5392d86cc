"""A warm start to the painted list, against the bare Textual application."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.papers import library_folder
from tests.benchmarks.sessions import Paint, bare_paint, reader_paint, warm

GOALS = {2_477: 1.35, 10_000: 1.4, 100_000: 2.2}
GROWTH = 2.0
"""What a start with many papers may take against one with few."""
MEMORY = {2_477: 1.6, 10_000: 1.6, 100_000: 4.0}


def measure(shape: str, count: int, pairs: int) -> Iterator[Figure]:
    """Measure time, processor time and memory of the same starts.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        pairs: Starts of each side.
    """
    library = library_folder(shape, count)
    warm(library, count)
    ours: list[Paint] = []
    floors: list[Paint] = []
    for _ in range(pairs):
        ours.append(reader_paint(library, count))
        floors.append(bare_paint(library))
    what = f"{shape} {count:,}"
    yield Figure(
        f"start, {what}", "ms", [paint.ms for paint in ours],
        [paint.ms for paint in floors], GOALS.get(count),
    )  # fmt: skip
    yield Figure(
        f"start, processor, {what}", "ms", [paint.cpu_ms for paint in ours],
        [paint.cpu_ms for paint in floors],
    )  # fmt: skip
    yield Figure(
        f"memory at first paint, {what}", "MiB", [paint.peak_mib for paint in ours],
        [paint.peak_mib for paint in floors], MEMORY.get(count),
    )  # fmt: skip


def measure_growth(shape: str, few: int, many: int, pairs: int) -> Iterator[Figure]:
    """Start the program on a small and a large library in turns.

    Args:
        shape: Shape of the digests.
        few: Papers of the one.
        many: Papers of the other.
        pairs: Starts of each.
    """
    if few == many:
        return
    small, large = library_folder(shape, few), library_folder(shape, many)
    warm(small, few, fresh=False)
    warm(large, many, fresh=False)
    ours, floors = in_turns(
        lambda: reader_paint(large, many).ms,
        lambda: reader_paint(small, few).ms,
        pairs,
    )
    what = f"start at {many:,} against {few:,}, {shape}"
    yield Figure(what, "ms", ours, floors, GROWTH)
