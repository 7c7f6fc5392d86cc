"""What every reader that the program is compared with has: how to open and filter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import papers
from tests.benchmarks.papers import Paper
from tests.benchmarks.sessions import environment
from tests.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Peer:
    """Another reader, over the texts of the same papers."""

    name: str
    program: Callable[[], str | None]
    """The path of its executable; None where it is not installed."""
    start: Callable[[str, int], Terminal]
    """Start that executable on so many papers; what it reads is written before."""
    listed: Callable[[Terminal, int], float]
    """Wait for its list; return when that was on the screen."""
    filtered: Callable[[Terminal, str, int], float]
    """Filter by a word; return the milliseconds, once all is listed again."""
    how: str
    """How it filters, for the note of a figure."""
    goals: Mapping[int, float] = field(default_factory=dict)
    """Ratios that the program's filter must not pass, by number of papers."""
    is_started: bool = True
    """Whether its start is measured; once is enough for a reader with two filters."""
    most: int = 100_000
    """Papers beyond which it is not measured, as it takes minutes to show any."""


def body_of(paper: Paper) -> str:
    """Return what a peer is to search: abstract and commentary."""
    return "\n\n".join(filter(None, (paper.abstract, *paper.commentary)))


def home_of_peer(name: str, count: int) -> Path:
    """Return the folder of what a peer reads and writes; it is made and kept."""
    home = papers.HOME / f"{name}-{count}"
    home.mkdir(parents=True, exist_ok=True)
    return home


def variables(home: Path) -> dict[str, str]:
    """Return the environment of a peer: the program's, less what is for it alone.

    A Textual application that draws 120 frames a second without being made for that
    may be busy with nothing else.
    """
    ours = {"TEXTUAL_FPS", "PYTHONPATH", "PYTHONPYCACHEPREFIX"}
    return {
        name: value for name, value in environment(home).items() if name not in ours
    }
