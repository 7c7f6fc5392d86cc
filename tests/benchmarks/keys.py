"""Keys against the bare input's: typing a filter, and moving from paper to paper.

Both programs are open at once and take a key in turns. Both draw at the same rate of
frames: Textual draws at ticks of a clock, and a key that changes something twice (its
echo, then what follows) waits for two of them, so that at 60 frames a second more than
half of the bare input's time is waiting for the clock. With different clocks the ratio
would say which clock is faster. The program asks for 120 itself.

A filter key counts as painted when the screen shows the query as typed so far together
with the number of papers that match it; the echo alone does not count. A move counts
when the text of the next paper's commentary is there. Each pair is a whole query typed,
or some moves: the median of its keys on either side.
"""

import statistics
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.papers import library_folder, papers
from tests.benchmarks.sessions import (
    FRAMES,
    SETTLED,
    known,
    open_floor,
    open_reader,
    warm,
)
from tests.terminal.terminal import Terminal
from tuireader.library.library import Library
from tuireader.query import Query

QUERIES = ("diffusion", "언어 모델", "#moe quant")
TYPING = 2.0
MOVING = 1.5
FLAT = 1.5
STEPS = 9
EMPTY = "\x15"
"""Ctrl-U, which empties Textual's input."""

Screen = Callable[[str], bool]


def measure_typing(
    shape: str,
    count: int,
    rounds: int,
    frames: str = FRAMES,
    queries: Sequence[str] = QUERIES,
) -> Iterator[Figure]:
    """Type each query a key at a time, the program and the bare input in turns.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        rounds: How often each query is typed.
        frames: Frames a second of both.
        queries: What is typed.
    """
    folder = library_folder(shape, count)
    warm(folder, count, fresh=False)
    library = known(folder)
    with open_reader(folder, count, frames) as reader, open_floor(frames) as floor:
        keys = [
            _typed(_steps(query, library), reader, floor)
            for query in [*queries] * rounds
        ]
    yield _figure(f"filter key, {shape} {count:,}, {frames} fps", keys, TYPING)


def _figure(
    what: str, keys: Sequence[tuple[list[float], list[float]]], goal: float
) -> Figure:
    ours = [statistics.median(mine) for mine, _ in keys]
    floors = [statistics.median(bare) for _, bare in keys]
    late = (max(one for run in side for one in run) for side in zip(*keys, strict=True))
    note = "slowest key {:.0f}, floor {:.0f} ms".format(*late)
    return Figure(what, "ms", ours, floors, goal, note)


def _steps(query: str, library: Library) -> list[tuple[str, Screen | None]]:
    """Return each beginning of a query, and how the list looks that it leaves."""
    texts = [query[:end] for end in range(len(query) + 1)]
    steps: list[tuple[str, Screen | None]] = []
    for before, text in pairwise(texts):
        changed = Query.parse(text).clauses != Query.parse(before).clauses
        # A blank, or a lone `#`, lists what was listed: there is nothing to wait for.
        steps.append((text, _lists(text, library) if changed else None))
    return steps


def _lists(typed: str, library: Library) -> Screen:
    found = len(library.matching(Query.parse(typed)))
    title = f"Papers {found:,} of {library.total:,} "
    return lambda screen: title in screen and typed in screen.split("\n", 1)[0]


def _typed(
    steps: Sequence[tuple[str, Screen | None]], reader: Terminal, floor: Terminal
) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    floors: list[float] = []
    reader.press("/")
    for text, listed in steps:
        mine = _key(reader, text[-1], listed)
        bare = _key(floor, text[-1], _holds(f"for {text}|"))
        if listed:
            ours.append(mine)
            floors.append(bare)
    for terminal in (reader, floor):
        _key(terminal, EMPTY, None)
    _key(reader, "\r", None)
    return ours, floors


def _holds(text: str) -> Screen:
    return lambda screen: text in screen


def _key(terminal: Terminal, key: str, holds: Screen | None) -> float:
    """Press a key and return the milliseconds to the screen it leads to."""
    sent = terminal.send(key)
    painted = terminal.wait_until(holds, f"what {key!r} leads to") if holds else sent
    terminal.settle(SETTLED)
    return (painted - sent) * 1000


def measure_moving(shape: str, counts: Sequence[int], rounds: int) -> Iterator[Figure]:
    """Press `j` in libraries of several sizes, each in turns with the bare input.

    Args:
        shape: Shape of the digests.
        counts: Papers of the libraries; the first is what the others are held against.
        rounds: How many pairs of moves.
    """
    first: Figure | None = None
    for count in counts:
        folder = library_folder(shape, count)
        warm(folder, count, fresh=False)
        figure = _figure(
            f"`j`, {shape} {count:,}", _moves(folder, count, rounds), MOVING
        )
        yield figure
        if first:
            what = f"`j` at {count:,} against {counts[0]:,}, {shape}"
            yield Figure(what, "ms", figure.ours, first.ours, FLAT)
        first = first or figure


def _moves(
    folder: Path, count: int, rounds: int
) -> list[tuple[list[float], list[float]]]:
    marks = [paper.mark for paper in islice(papers(count), 1, rounds * STEPS + 1)]
    keys = []
    with open_reader(folder, count) as reader, open_floor() as floor:
        for at in range(0, len(marks), STEPS):
            ours = []
            floors = []
            for step, mark in enumerate(marks[at : at + STEPS], 1):
                ours.append(_key(reader, "j", _holds(mark)))
                floors.append(_key(floor, "j", _holds(f"for {'j' * step}|")))
            _key(floor, EMPTY, None)
            keys.append((ours, floors))
    return keys
