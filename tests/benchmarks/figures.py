"""Ratios of the program to its floor, measured turn by turn."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim: what the program takes, what its floor takes, and how they compare."""

    what: str
    unit: str
    ours: Sequence[float]
    floors: Sequence[float]
    """Each taken right after the one of `ours` at the same place."""
    goal: float | None = None
    """The ratio that must not be passed."""
    note: str = ""
    ratios: list[float] = field(init=False)

    def __post_init__(self) -> None:
        pairs = zip(self.ours, self.floors, strict=True)
        object.__setattr__(self, "ratios", [ours / floor for ours, floor in pairs])

    @property
    def ratio(self) -> float:
        """The median of the ratios of the pairs; of single keys that of the medians."""
        return statistics.median(self.ratios)

    @property
    def kept(self) -> bool:
        """Whether the goal is kept."""
        return self.goal is None or self.ratio <= self.goal

    @property
    def row(self) -> str:
        """The figure as a row of the README's table."""
        ours, floor = statistics.median(self.ours), statistics.median(self.floors)
        goal = "" if self.goal is None else f"{self.goal:g}"
        verdict = "" if self.goal is None else "kept" if self.kept else "**missed**"
        low, high = min(self.ratios), max(self.ratios)
        return (
            f"| {self.what} | {ours:.1f} {self.unit} | {floor:.1f} {self.unit} "
            f"| **{self.ratio:.2f}** | {low:.2f}–{high:.2f} | {len(self.ratios)} "
            f"| {goal} | {verdict} | {self.note} |"
        )


HEAD = (
    "| what | tuireader | floor | ratio | range | n | goal | | note |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def in_turns(
    ours: Callable[[], float], floor: Callable[[], float], pairs: int
) -> tuple[list[float], list[float]]:
    """Measure A B A B …: what the machine does beside it then meets both alike.

    Args:
        ours: Measures the program once.
        floor: Measures its floor once.
        pairs: How many times; each is run once more before, to warm up.
    """
    ours(), floor()
    found: tuple[list[float], list[float]] = [], []
    for _ in range(pairs):
        found[0].append(ours())
        found[1].append(floor())
    return found
