"""Typing a filter over a hundred thousand papers: echo, first list, whole list.

What titles, authors and tags hold is listed first and what texts hold when they are
searched; each has its goal, for the slowest of twenty keys against the bare input's
median. Only keys that change the number of papers count, as that number tells on the
screen that a list is there. The echo is the frame in which the typed letter stands:
while a search runs nothing may keep that waiting.
"""

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.benchmarks.figures import Figure
from tests.benchmarks.keys import EMPTY
from tests.benchmarks.papers import library_folder
from tests.benchmarks.sessions import (
    SETTLED,
    known,
    open_floor,
    open_reader,
    warm,
)
from tests.terminal.terminal import Terminal
from tuireader.library.library import Library
from tuireader.query import Query

QUERIES = (
    "diffusion", "언어 모델", "#moe quant", "n01234e", "kestrel-0123", "speech enc",
    "moor 필터링", "author:ada vision", "note:토큰 예산", "warmup -dense",
)  # fmt: skip
FIRST, WHOLE = 3.5, 10.0
BLOCKED = 100.0
"""Milliseconds that no frame may be kept waiting beyond those of the bare input."""
_LATE = 0.95


def measure(
    shape: str, count: int, rounds: int, queries: Sequence[str] = QUERIES
) -> Iterator[Figure]:
    """Type each query a key at a time, the program and the bare input in turns.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        rounds: How often each query is typed.
        queries: What is typed.
    """
    folder = library_folder(shape, count)
    warm(folder, count, fresh=False)
    library = known(folder)
    keys: list[tuple[float, float, float, float]] = []
    with open_reader(folder, count) as reader, open_floor() as floor:
        reader.settle(3.0)  # whatever it prepares for searches
        for query in [*queries] * rounds:
            keys += _typed(query, library, reader, floor)
    echoes, firsts, wholes, floors = zip(*keys, strict=True)
    what = f"{shape} {count:,}"
    median = statistics.median(floors)
    for name, times, goal in (
        ("first list", firsts, FIRST),
        ("whole list", wholes, WHOLE),
        ("echo", echoes, BLOCKED / median + 1),
    ):
        note = f"of {len(keys)} keys; median {statistics.median(times):.0f} ms"
        late = [_late(times)]
        yield Figure(f"{name}, p95, {what}", "ms", late, [median], goal, note)


def _late(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(_LATE * len(times)))]


def _typed(
    query: str, library: Library, reader: Terminal, floor: Terminal
) -> Iterator[tuple[float, float, float, float]]:
    reader.press("/")
    total = f"of {library.total:,}"
    texts = [query[:end] for end in range(len(query) + 1)]
    for before, text in pairwise(texts):
        now = Query.parse(text)
        whole = len(library.matching(now))
        changed = whole != len(library.matching(Query.parse(before)))
        heads = len(library.matching(now, heads_only=True))
        of = "" if now.is_empty else total
        titles = [f"Papers {number:,} {of}" for number in (whole, heads)]
        times = _key(reader, text, titles if changed else [])
        sent = floor.send(text[-1])
        bare = floor.wait_for(f"for {text}|") - sent
        floor.settle(SETTLED)
        if changed:
            echo, first, last = (1000 * time for time in times)
            yield echo, first, last, 1000 * bare
    for terminal in (reader, floor):
        terminal.send(EMPTY)
        terminal.settle(SETTLED)
    reader.press("\r")


def _key(reader: Terminal, text: str, titles: Sequence[str]) -> tuple[float, ...]:
    """Press a key; return the seconds to its echo, the first list and the whole."""
    sent = reader.send(text[-1])
    stamp = 0.0
    times = []
    for held in ([""], titles, titles[:1]) if titles else ():

        def shown(screen: str, held: Sequence[str] = held) -> bool:
            line = screen.split("\n", 1)[0]
            return text in line and any(title in screen for title in held)

        if not stamp or not shown(reader.shown):
            stamp = reader.wait_until(shown, f"what {text!r} leads to")
        times.append(stamp - sent)
    reader.settle(SETTLED)
    return tuple(times)
