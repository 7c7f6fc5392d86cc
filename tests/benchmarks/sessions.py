"""The program and its floors in real terminals, for benchmarks."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import bare_app, bare_input, papers
from tests.program import Program
from tests.terminal.terminal import Terminal
from tuireader.library.library import Library
from tuireader.library.loader import Loader

SECOND = "Kestrel-000001:"
"""What only the list shows; the title of its first paper is in the head as well."""

QUIET = 0.03
"""Seconds without output before the screen is worked out, not beside the program."""
SETTLED = 0.2
"""Seconds without output after which a key counts as dealt with; beyond any timer."""
FRAMES = "120"
"""Frames a second at which both sides draw; what the program asks Textual for.

A key is drawn at the next two ticks of that clock (its echo, then what follows), in the
bare application as well. At different rates a comparison would compare clocks.
"""
_COMPILED = papers.HOME / "compiled"


@dataclass(frozen=True, slots=True)
class Paint:
    """The first paint of a program."""

    ms: float
    """From its start to the text on the screen."""
    cpu_ms: float
    """Processor time of all its threads by then."""
    peak_mib: float
    """Most memory that was resident by then."""


def environment(home: Path, frames: str = FRAMES) -> dict[str, str]:
    """Return the environment of a run whose cache is under `home`.

    Python may keep what it compiles, as it does where the program is installed.
    """
    home.mkdir(parents=True, exist_ok=True)
    kept = Program(home).environment
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {
        "TEXTUAL_FPS": frames, "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": str(_COMPILED),
    }  # fmt: skip


def home_of(library: Path) -> Path:
    """Return the home of the runs on a library; its cache lives there."""
    return library.parent / f"{library.name}-home"


def reader(library: Path) -> list[str]:
    """Return the command that opens a library."""
    return [sys.executable, "-m", "tuireader", str(library)]


def bare(module: object) -> list[str]:
    """Return the command that runs a floor."""
    return [sys.executable, str(getattr(module, "__file__", ""))]


def open_reader(library: Path, count: int, frames: str = FRAMES) -> Terminal:
    """Open a library of `count` papers and wait until it is read and at rest."""
    home = environment(home_of(library), frames)
    terminal = Terminal(reader(library), home, quiet=QUIET)
    terminal.wait_for(f"Papers {count:,}", SECOND, seconds=600)
    terminal.settle(1.0)
    return terminal


def open_floor(frames: str = FRAMES) -> Terminal:
    """Open the bare input."""
    home = environment(Path(tempfile.gettempdir()), frames)
    terminal = Terminal(bare(bare_input), home, quiet=QUIET)
    terminal.wait_for(bare_input.READY)
    terminal.settle(0.5)
    return terminal


def warm(library: Path, count: int, *, fresh: bool = True) -> None:
    """Have a library indexed by the program, from nothing if `fresh`, and opened once.

    A list on the screen is no sign: it may be that of readers of before, while these
    read everything anew.
    """
    if fresh:
        shutil.rmtree(home_of(library), ignore_errors=True)
    command = [sys.executable, "-m", "tuireader", "index", str(library)]
    subprocess.run(
        command, env=environment(home_of(library)), check=True, capture_output=True
    )
    with open_reader(library, count):
        pass


def known(library: Path) -> Library:
    """Return what the program knows of a library that was warmed."""
    found = Loader([library], home_of(library) / "cache").cached()
    assert found is not None, "the cache that the program just wrote"
    return found


def reader_paint(library: Path, count: int) -> Paint:
    """Start the program and measure until its list stands on the screen."""
    command = reader(library)
    texts = (f"Papers {count:,}", SECOND)
    return _paint(command, environment(home_of(library)), texts)


def bare_paint(library: Path) -> Paint:
    """Start the bare application and measure until its word stands on the screen."""
    return _paint(bare(bare_app), environment(home_of(library)), (bare_app.READY,))


def _paint(
    command: Sequence[str], variables: dict[str, str], texts: Sequence[str]
) -> Paint:
    with Terminal(command, variables, quiet=QUIET) as terminal:
        # What it used is read as soon as the bytes are there: the screen that tells
        # whether they are the right ones is worked out when the program is at rest.
        terminal.wait_raw(texts[-1].encode())
        cpu, peak = _processor_ms(terminal.pid), _peak_mib(terminal.pid)
        stamp = terminal.wait_for(*texts)
        return Paint((stamp - terminal.began) * 1000, cpu, peak)


def _processor_ms(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


def _peak_mib(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise AssertionError("the kernel does not tell the peak of resident memory")
