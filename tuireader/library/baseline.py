"""What counted as read when a library was first read: all before its newest day.

Else whoever opens ten years of digests would have ten years to read.
"""

from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue
from tuireader.library.keyring import Keyring


class Baseline(NamedTuple):
    """Which papers count as read although nobody said so."""

    day: str
    """The first day whose papers do not; empty where no paper had a day."""
    undated: "array[int] | None" = None
    """Hashes of the keys of papers without a day that do, in order; None for all."""

    @classmethod
    def of_day(cls, catalogue: Catalogue, today: date) -> "Baseline":
        """Return the baseline of a library as it is, all undated papers counting."""
        # A misprinted year would make everything that is yet to come count as read.
        last = (today + timedelta(days=1)).isoformat()
        days = (day for day, _count in catalogue.runs if day and day <= last)
        return cls(next(days, ""))

    @classmethod
    def parse(cls, text: str) -> "Baseline":
        """Return the baseline that `text` gave; what it cannot be says nothing."""
        day, _, packed = text.partition(" ")
        try:
            undated = array("Q", b64decode(packed, validate=True))
        except ValueError:
            return cls(day, array("Q"))
        return cls(day, undated)

    def naming(self, catalogue: Catalogue, keyring: Keyring) -> "Baseline":
        """Return this baseline for only those undated papers that there are now."""
        runs = catalogue.runs
        undated = runs[-1][1] if runs and not runs[-1][0] else 0
        entries = range(catalogue.size - undated, catalogue.size)
        keys = (key for entry in entries for key in keyring.keys([entry]))
        return Baseline(self.day, array("Q", sorted(set(map(_hash, keys)))))

    @property
    def text(self) -> str:
        """The baseline as it is kept."""
        return f"{self.day} {b64encode(self.undated or b'').decode()}"

    def unread(self, catalogue: Catalogue, keyring: Keyring) -> Iterator[int]:
        """Yield the papers of a library that do not count as read, by their numbers."""
        dates, heads, grouped = catalogue.dates, catalogue.heads, catalogue.grouped
        older = (n for n, head in enumerate(heads) if dates[head] < self.day)
        end = next(older, len(heads))  # the newest come first, and the undated last
        first = len(heads) if self.undated is None else len(heads) - _undated(catalogue)
        for paper in (*range(end), *range(max(first, end), len(heads))):
            entries = catalogue.entries_of(paper)
            seen = [dates[entry] for entry in entries]
            sure = paper not in grouped and seen[0]
            if sure or not self.counts(seen, keyring.keys(entries)):
                yield paper

    def counts(self, dates: Sequence[str], keys: Iterable[str]) -> bool:
        """Tell whether a paper counts as read.

        Args:
            dates: Days of its appearances; empty ones where the digest tells none.
            keys: Its keys.
        """
        if any(seen and seen < self.day for seen in dates):
            return True
        if "" not in dates:
            return False
        if self.undated is None:
            return True
        return any(self._names(_hash(key)) for key in keys)

    def _names(self, wanted: int) -> bool:
        known = self.undated or ()
        place = bisect_left(known, wanted)
        return place < len(known) and known[place] == wanted


def _undated(catalogue: Catalogue) -> int:
    """Return how many papers, the last ones, have no day."""
    days = catalogue.days
    return days[-1][1] if days and not days[-1][0] else 0


def _hash(key: str) -> int:
    from hashlib import blake2b  # only libraries with undated papers need it

    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
