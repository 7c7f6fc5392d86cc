"""What one star costs, against an update of TinyDB's own storage."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tinydb import TinyDB

from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.papers import Paper, papers
from tuireader.domain.events import READ, STAR, Keys
from tuireader.store.state import State, Wish

STARS = 40
"""Stars over which the time of one is taken; the clock is coarse."""


def measure(count: int, pairs: int) -> Iterator[Figure]:
    """Measure stars where `count` papers are marked already."""
    with tempfile.TemporaryDirectory() as folder:
        ours = starring(Path(folder) / "state", count)
        for what, row, goal in (
            ("one star", _whole, 0.1),
            ("one star, papers apart", _mark, None),
        ):
            with TinyDB(Path(folder) / f"{what}.json") as database:
                found = in_turns(ours, updating(database, count, row), pairs)
            name = f"{what}, {count:,}"
            yield Figure(name, "ms", *found, goal=goal, note="processor")


def starring(folder: Path, count: int) -> Callable[[], float]:
    """Return what stars papers of a state, and tells the milliseconds of one."""
    state = State.open(folder)
    keys = [_keys(paper) for paper in papers(count)]
    # Marked one by one, as by reading, not all at once.
    state.change(lambda _: [Wish(READ, True, (each,)) for each in keys])
    state.tidy(always=True)
    number = 0

    def run() -> float:
        nonlocal number
        number += 1
        before = time.process_time()
        for each in keys[:STARS]:
            wish = Wish(STAR, bool(number % 2), (each,))
            state.change(lambda _: [wish])  # noqa: B023  called at once
            state.tidy()
        return (time.process_time() - before) * 1e3 / min(STARS, count)

    return run


def updating(
    database: TinyDB, count: int, row: Callable[[Paper], dict[str, object]]
) -> Callable[[], float]:
    """Return what updates a row of a TinyDB, and tells the milliseconds that took."""
    table = database.table("papers")
    table.insert_multiple(map(row, papers(count)))

    def run() -> float:
        before = time.process_time()
        table.update({"starred": True}, doc_ids=[1])
        return (time.process_time() - before) * 1e3

    return run


def _whole(paper: Paper) -> dict[str, object]:
    return {**asdict(paper), "day": paper.day.isoformat(), **_mark(paper)}


def _mark(paper: Paper) -> dict[str, object]:
    return {"keys": list(_keys(paper)), "read": True, "starred": False}


def _keys(paper: Paper) -> Keys:
    return f"arxiv:2401.{paper.number:05}", f"title:{paper.title.lower()}"
