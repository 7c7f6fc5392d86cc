"""The keys that the papers of a catalogue answer to."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.identity import keys_from, merged_keys, strong_key

_MANY = 100
"""Entries of one paper that are not looked through again for each question."""


class Keyring:
    """Keys of one paper at a time, or of all once they are asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._of_many: dict[tuple[int, ...], tuple[str, ...]] = {}

    @property
    def is_built(self) -> bool:
        """Whether the keys of all papers are known."""
        return "column" in self.__dict__

    @cached_property
    def column(self) -> Sequence[tuple[str, ...]]:
        """All keys of each paper, the strongest first."""
        catalogue = self._catalogue
        strong = map(strong_key, catalogue.arxiv_ids, catalogue.urls)
        entries = [
            keys_from(key, title, folded)
            for key, title, folded in zip(
                strong, catalogue.titles, catalogue.folded, strict=True
            )
        ]
        papers = [entries[head] for head in catalogue.heads]
        for paper, group in catalogue.grouped.items():
            papers[paper] = merged_keys([entries[entry] for entry in group])
        return papers

    @cached_property
    def by_key(self) -> dict[str, int]:
        """Paper numbers under each of their keys; a key's strongest claim wins."""
        found: dict[str, int] = {}
        weak: dict[str, int] = {}
        for paper, keys in enumerate(self.column):
            found.setdefault(keys[0], paper)
            for key in keys[1:]:
                weak.setdefault(key, paper)
        return weak | found

    @cached_property
    def namesakes(self) -> dict[str, tuple[int, ...]]:
        """Papers that share a key with others, such as a title, by that key."""
        first = self.by_key
        shared: dict[str, list[int]] = {}
        for paper, keys in enumerate(self.column):
            for key in keys:
                if first[key] != paper:
                    shared.setdefault(key, [first[key]]).append(paper)
        return {key: tuple(papers) for key, papers in shared.items()}

    def under(self, keys: Sequence[str]) -> set[int]:
        """Return the papers that answer to any of `keys`."""
        found: set[int] = set()
        for key in keys:
            if key in self.namesakes:
                found.update(self.namesakes[key])
            elif (paper := self.by_key.get(key)) is not None:
                found.add(paper)
        return found

    def keys(self, entries: Sequence[int]) -> tuple[str, ...]:
        """Return the keys of the paper that `entries` are about."""
        if len(entries) < _MANY:
            return self._merged(entries)
        catalogue = self._catalogue
        paper = bisect_left(catalogue.heads, entries[0])
        if self.is_built and catalogue.grouped.get(paper) == entries:
            return self.column[paper]
        made = tuple(entries)
        if made not in self._of_many:
            self._of_many[made] = self._merged(made)
        return self._of_many[made]

    def _merged(self, entries: Sequence[int]) -> tuple[str, ...]:
        catalogue = self._catalogue
        return merged_keys(
            keys_from(
                strong_key(catalogue.arxiv_ids[entry], catalogue.urls[entry]),
                catalogue.titles[entry],
                catalogue.folded[entry],
            )
            for entry in entries
        )
