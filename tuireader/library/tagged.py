"""Which papers have some tags; remembered until a tag changes."""

from collections.abc import Sequence
from itertools import repeat
from operator import contains

from tuireader.query.marked import Marked, among

_KEPT = 16
"""Conditions that are remembered: more than a filter has."""


class TaggedPapers:
    """Finds papers by their tags."""

    def __init__(self) -> None:
        self._known: dict[frozenset[str], Marked] = {}

    def forget(self) -> None:
        """Forget what was found: a paper has other tags now."""
        self._known = {}  # what is being looked for goes to the dict of before

    def among(
        self,
        rows: Sequence[int],
        tags: Sequence[frozenset[str]],
        names: frozenset[str],
    ) -> Sequence[int]:
        """Return those of `rows` that have one of some tags.

        Args:
            rows: Numbers of papers.
            tags: The canonical tags of all papers; the same list at all times.
            names: The tags to look for, in canonical form.
        """
        if isinstance(rows, list):  # those are few
            return [row for row in rows if not names.isdisjoint(tags[row])]
        known = self._known
        if (found := known.get(names)) is None:
            found = known[names] = _having(tags, names)
            while len(known) > _KEPT:
                known.pop(next(iter(known)), None)
        return among(rows, found)


def _having(tags: Sequence[frozenset[str]], names: frozenset[str]) -> Marked:
    if len(names) == 1:
        (name,) = names
        return Marked(bytes(map(contains, tags, repeat(name))))
    return Marked(bytes(map(names.isdisjoint, tags))).others()
