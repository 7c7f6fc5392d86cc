"""Kills programs that star papers, and counts what is gone of what they acknowledged.

python -m tests.store.kills [KILLS]
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import filelock  # noqa: F401  here, so that those who are killed need no time for it
import tinydb  # noqa: F401

from tests.store.events import star, starred
from tuireader.store.state import State

LONGEST = 0.03
"""Seconds a program lives at most after its first star: some dozen stars."""


def star_for_ever(folder: Path, first: int, acknowledge: int) -> None:
    """Star paper after paper, and write each number once that is on disk.

    The journal is folded into the table every few stars, so that kills meet that too.
    """
    state = State.open(folder)
    for number in range(first, first + 10_000):
        star(state, number)
        os.write(acknowledge, b"%d\n" % number)
        if number % 5 == 4:
            state.tidy(always=True)


def killed_once(folder: Path, first: int, delay: float) -> list[int]:
    """Start a program that stars, kill it, and return what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            star_for_ever(folder, first, writing)
        finally:
            os._exit(1)  # only a failure leads here
    os.close(writing)
    with open(reading, "rb") as pipe:  # noqa: PTH123
        begun = pipe.readline()
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, "it ended before it was killed"
        return [int(line) for line in (begun + pipe.read()).splitlines()]


def lost_in_kills(folder: Path, kills: int, seed: int = 0) -> tuple[int, set[int]]:
    """Kill programs that star, and open the state after each.

    Returns:
        How many stars were acknowledged, and which of them are gone.
    """
    delays = random.Random(seed)  # noqa: S311
    acknowledged: set[int] = set()
    lost: set[int] = set()
    for kill in range(kills):
        delay = delays.uniform(0, LONGEST)
        acknowledged.update(killed_once(folder, kill * 10_000, delay))
        state = State.open(folder)
        assert not state.messages, state.messages
        assert not state.read_only
        lost |= acknowledged - starred(state, acknowledged)
    return len(acknowledged), lost


def main() -> int:
    """Print what was lost.

    Returns:
        1 if anything was.
    """
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        stars, lost = lost_in_kills(Path(folder) / "state", kills)
        left = len(list((Path(folder) / "state").glob(".tuireader-*")))
    print(f"{kills} kills, {stars} stars acknowledged, {len(lost)} lost", end="")
    print(f", {left} temporary files left")
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
