"""A warm start to the painted list, against the bare Textual application."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.papers import library_folder
from tests.benchmarks.sessions import Paint, bare_paint, reader_paint, warm

GOALS = {2_477: 1.35, 10_000: 1.4, 100_000: 2.2}
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
