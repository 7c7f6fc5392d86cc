"""What the screen keeps from one run to the next, beside the state of papers."""

from pathlib import Path
from typing import NamedTuple, Self

from tuireader.store.history import FilterHistory
from tuireader.store.searches import SavedSearches


class Kept(NamedTuple):
    """Filters."""

    history: FilterHistory
    """Those that were typed."""
    searches: SavedSearches
    """Those that were saved under a name."""

    @classmethod
    def nowhere(cls) -> Self:
        """Return what is kept for this run alone."""
        return cls(FilterHistory(), SavedSearches())

    @classmethod
    def within(cls, folder: Path) -> Self:
        """Return what is kept in `folder`, which need not exist yet."""
        return cls(FilterHistory(folder), SavedSearches(folder))
