"""What the screen keeps from one run to the next, beside the state of papers."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tuireader.store.history import FilterHistory
from tuireader.store.searches import SavedSearches


@dataclass(frozen=True)
class Kept:
    """Filters; by default for this run alone."""

    history: FilterHistory = field(default_factory=FilterHistory)
    """Those that were typed."""
    searches: SavedSearches = field(default_factory=SavedSearches)
    """Those that were saved under a name."""

    @classmethod
    def within(cls, folder: Path) -> Self:
        """Return what is kept in `folder`, which need not exist yet."""
        return cls(FilterHistory(folder), SavedSearches(folder))
