"""Who wrote which papers of a library: counted, and found by whole names."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue, by_paper
from tuireader.domain.column import SEPARATOR
from tuireader.library.facets import rest_of
from tuireader.query import fold_phrase
from tuireader.query.marked import Marked
from tuireader.text.others import stands_for_others
from tuireader.text.tex import is_tex, readable

_KEPT = 32
"""People whose papers are remembered."""
_NOBODY = -1
"""The number of `et al.`"""


class _Known(NamedTuple):
    """People by number."""

    names: Sequence[str]
    """Each as first written."""
    numbers: dict[str, int]
    """Who bears a folded name."""
    wrote: Sequence[tuple[int, ...]]
    """Who wrote each paper."""


class People:
    """The authors of a catalogue; names that differ in case are one.

    So are a name in TeX and what it stands for, as which it is shown. Counting and
    finding go by the same names: what is counted of one is what is found. `et al.` is
    nobody.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._found: dict[str, Marked] = {}

    def knows(self, name: str) -> bool:
        """Tell whether `papers_of` answers at once; else it is for a worker to ask."""
        built = "_known" in self.__dict__
        return built and (name in self._found or not self.bears(name))

    def counts(self, papers: Sequence[int]) -> tuple[tuple[str, int], ...]:
        """Return the authors of some papers and their number, the busiest first."""
        names, _numbers, wrote = self._known
        rest = rest_of(papers, len(wrote))
        few = papers if rest is None else rest
        counted = Counter(chain.from_iterable(map(wrote.__getitem__, few)))
        if rest is not None:
            whole = self._whole.copy()
            whole.subtract(counted)
            counted = +whole
        return tuple((names[n], count) for n, count in counted.most_common())

    def bears(self, name: str) -> bool:
        """Tell whether a folded name is the whole name of somebody."""
        return name in self._known.numbers

    def papers_of(self, name: str) -> Marked | None:
        """Return the papers of whoever bears a folded name; None if nobody does."""
        number = self._known.numbers.get(name)
        if number is None:
            return None
        if (found := self._found.pop(name, None)) is None:
            found = Marked(bytes(number in people for people in self._known.wrote))
        self._found[name] = found  # now the last to be forgotten
        for forgotten in [*self._found][:-_KEPT]:
            self._found.pop(forgotten, None)  # threads may do this at the same time
        return found

    @cached_property
    def _whole(self) -> Counter[int]:
        return Counter(chain.from_iterable(self._known.wrote))

    @cached_property
    def _known(self) -> _Known:
        numbers: dict[str, int] = {}
        names: list[str] = []
        folded: dict[str, int] = {}
        entries: list[tuple[int, ...]] = []
        for joined in self._catalogue.authors:
            people = joined.split(SEPARATOR) if joined else ()
            for name in people:
                if name not in numbers:
                    numbers[name] = _told_apart(name, names, folded)
            wrote = dict.fromkeys(map(numbers.__getitem__, people))
            wrote.pop(_NOBODY, None)
            entries.append(tuple(wrote))
        return _Known(names, folded, by_paper(self._catalogue, entries))


def _told_apart(name: str, names: list[str], folded: dict[str, int]) -> int:
    """Return the number of whoever bears a name, a new one if that is new."""
    if stands_for_others(name):
        return _NOBODY
    meant = _meant(name)
    number = folded.setdefault(fold_phrase(meant), len(names))
    if number == len(names):
        names.append(meant)
    if meant is not name:  # typed as it is written, it is found, too
        folded.setdefault(fold_phrase(name), number)
    return number


def _meant(name: str) -> str:
    """Return a name as it is shown."""
    return " ".join(readable(name).split()) or name if is_tex(name) else name
