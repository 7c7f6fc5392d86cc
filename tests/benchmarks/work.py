"""One piece of work in a process of its own, which prints the processor time it took.

python -m tests.benchmarks.work PIECE FOLDER [CACHE]
"""

import gc
import os
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path


def files(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the files under a folder in the plainest way that there is."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files(entry.path)
            else:
                yield entry


def walk_and_read(folder: str, _: str) -> None:
    """Read every file as text."""
    for parent, _folders, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118  the plainest way
            with open(path, encoding="utf-8") as file:  # noqa: PTH123  likewise
                file.read()


def walk_and_stat(folder: str, _: str) -> None:
    """Ask for size and time of every file."""
    for entry in files(folder):
        entry.stat(follow_symlinks=False)


def refresh(folder: str, cache: str) -> None:
    """Do what a start does: read the catalogue, then look what changed."""
    from tuireader.library.loader import Loader

    loader = Loader([Path(folder)], Path(cache))
    loader.cached()
    loader.refresh()


def cached(folder: str, cache: str) -> None:
    """Do what the program does before its first screen."""
    from tuireader.library.loader import Loader

    assert Loader([Path(folder)], Path(cache)).cached() is not None


PIECES: dict[str, Callable[[str, str], None]] = {
    "read": walk_and_read,
    "stat": walk_and_stat,
    "refresh": refresh,
    "cached": cached,
}


def processor_seconds() -> float:
    """Processor time of this process and of those it started and saw the end of."""
    found = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(who)
        found += used.ru_utime + used.ru_stime
    return found


def main() -> None:
    """Do one piece of work."""
    piece, folder, cache, *warming = sys.argv[1:]
    gc.disable()  # as the program does until its first screen, and as a refresh does
    for small in warming:
        refresh(small, cache)
        PIECES[piece](small, cache)
    before = processor_seconds()
    PIECES[piece](folder, cache)
    print(processor_seconds() - before)


if __name__ == "__main__":
    main()
