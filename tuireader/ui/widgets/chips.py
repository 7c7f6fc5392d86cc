"""The filter as chips: each condition with its count, and a cross that removes it."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from tuireader.query import Clause, Query, Step
from tuireader.ui.palette import Palette
from tuireader.ui.render import Piece, count, fit, line_of, strip_of

CROSS = "×"
_GAP = 1
_LONGEST = 32
"""Cells of a condition's text; a pasted page would else hide the others."""


class Chip(NamedTuple):
    """One condition of the filter."""

    words: str
    """As it is shown."""
    clause: Clause | None
    """What it stands for; None for the order."""
    papers: int | None = None
    """Papers that it matches by itself, once that is known."""

    def dropped_from(self, query: Query) -> Query:
        """Return `query` without what the chip stands for."""
        return query.without(self.clause) if self.clause else query.with_sort("new")

    @property
    def number(self) -> str:
        """Its count as it is shown; empty while it is not known."""
        return "" if self.papers is None else count(self.papers)

    @property
    def cells(self) -> int:
        """How wide it is."""
        return cell_len(self.words) + len(self.number) + bool(self.number) + 4


def chips_of(query: Query, steps: Sequence[Step] = ()) -> tuple[Chip, ...]:
    """Return the chips of a filter, in its order.

    Args:
        query: The filter.
        steps: What is known of its clauses, by `Query.steps`.
    """
    counts = {step.clause: step.alone for step in steps}
    chips = [
        Chip(_words(clause), clause, counts.get(clause)) for clause in query.clauses
    ]
    if query.sort != "new":
        chips.append(Chip(f"sort:{query.sort}", None))
    return tuple(chips)


def _words(clause: Clause) -> str:
    if clause.tag:
        return fit(f"{'−' if clause.excluding else ''}#{line_of(clause.tag)}", _LONGEST)
    return fit(line_of(clause.text), _LONGEST)


def draw_chips(chips: Sequence[Chip], width: int, palette: Palette) -> Strip:
    """Return the chips on a line; what has no room is cut."""
    pieces: list[Piece] = []
    for chip in chips:
        pieces += [*_drawn(chip, palette), (" " * _GAP, palette.text)]
    return strip_of(pieces, width, palette.text)


def _drawn(chip: Chip, palette: Palette) -> list[Piece]:
    ground, quiet = palette.bar["information"], palette.bar_words
    style = ground
    if chip.clause and chip.clause.tag:
        excluding = chip.clause.excluding
        style = palette.bar["error"] if excluding else palette.tag(chip.words, ground)
    number = f" {chip.number}" if chip.number else ""
    return [(f" {chip.words}", style), (number, quiet), (f" {CROSS} ", quiet)]


def chip_at(chips: Sequence[Chip], x: int) -> tuple[Chip, bool] | None:
    """Return the chip drawn at cell `x`, and whether its cross is there."""
    start = 0
    for chip in chips:
        end = start + chip.cells
        if start <= x < end:
            return chip, x >= end - 3
        start = end + _GAP
    return None
