"""Looks for words in the texts of a library, a slice of work at a time, and remembers.

What a word was found in is a byte a paper. It stays right for as long as the library
does, whatever else a query asks, so a key that is taken back costs nothing, and a word
that is typed on is looked for only where its beginning stood.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from tuireader.library.blocks import ANY_PART, Block, parts_of
from tuireader.library.texts import SearchTexts
from tuireader.query.initials import initials_pattern
from tuireader.query.marked import Marked

Found = bytearray
Matcher = Callable[[Block, Found], None]
_LAST = ANY_PART[1]
HEAD_AREAS = frozenset(("title", "author", "tag", "heads"))
_BODIES = {"abstract": (0, 1), "note": (1, _LAST), "bodies": ANY_PART}
AREAS = {"": ("heads", "bodies"), "text": ("heads", "bodies")}
"""Where a field is looked for, if not in what it names."""
IN_HEADS = {"": ("heads",), "text": ("heads",), "abstract": (), "note": ()}
"""The same, in titles, authors and tags alone."""
_WITH_TAGS = frozenset(("tag", "heads"))
_KEPT = 96
"""Words that are remembered."""
_FEW = 10
"""A word is looked for paper by paper if only one in so many can hold it."""


class Sought(NamedTuple):
    """One word in one place."""

    area: str
    """`title`, `author`, `tag`, `heads` (those), `abstract`, `note`, `bodies`."""
    word: str
    """Folded."""
    least: float = 0.0
    """Percentage of likeness that is enough; 0 where the word itself has to stand."""
    literal: bool = False
    """Whether initial consonants stand for themselves."""

    @property
    def in_bodies(self) -> bool:
        """Whether abstracts or commentaries are searched."""
        return self.area in _BODIES

    @property
    def is_plain(self) -> bool:
        """Whether the word itself is looked for."""
        return not self.least and (self.literal or not initials_pattern(self.word))

    def matcher(self) -> Matcher:
        """Return what marks the papers of a block that hold it."""
        parts = _BODIES.get(self.area, ANY_PART)
        if self.least:
            return partial(_mark_like, self.word, self.least)
        if self.is_plain:
            return _Plain(self.word.encode("utf-8", "replace"), parts).mark
        return partial(_mark_initials, self.word, parts)


class _Plain(NamedTuple):
    word: bytes
    parts: tuple[int, int]

    def mark(self, block: Block, marks: Found) -> None:
        block.mark(self.word, self.parts, marks)


class Seeker:
    """Finds papers by words, and knows those it found."""

    def __init__(
        self,
        texts: SearchTexts,
        papers: int,
        own_tags: Callable[[], Iterable[Block]] = tuple,
    ) -> None:
        """Take where to look.

        Args:
            texts: What the digests say.
            papers: How many papers there are.
            own_tags: Gives the tags that the reader added.
        """
        self.texts = texts
        self._own_tags = own_tags
        self._papers = papers
        self._known: dict[Sought, Marked] = {}

    def knows(self, sought: Sought) -> bool:
        """Tell whether a word was looked for already."""
        return sought in self._known

    def forget_tags(self) -> None:
        """Forget what depends on the tags, which changed."""
        for sought in list(self._known):
            if sought.area in _WITH_TAGS:
                self._known.pop(sought, None)

    def papers(self, sought: Sought) -> Marked:
        """Return the papers that hold the word."""
        for _slice in self.seek(sought):
            pass
        return self._known[sought]

    def seek(self, sought: Sought) -> Iterator[None]:
        """Look for a word; yields after each slice of the work."""
        if (known := self._known.pop(sought, None)) is None:
            found = Found(self._papers)
            matcher = sought.matcher()
            for block in self._blocks(sought):
                matcher(block, found)
                yield
            known = Marked(found)
        self._known[sought] = known  # now the last to be forgotten
        while len(self._known) > _KEPT:
            self._known.pop(next(iter(self._known)), None)

    def _blocks(self, sought: Sought) -> Iterable[Block]:
        """Return the texts that may hold a word, given what is known."""
        within = self._within(sought)
        if not sought.in_bodies:
            own = self._own_tags() if sought.area in _WITH_TAGS else ()
            heads = chain(self.texts.heads(sought.area), own)
            return self._worth_a_look(heads, within)
        if within is not None and len(within) * _FEW < self._papers:
            return self._single(within)
        return self._worth_a_look(self.texts.bodies(), within)

    def _within(self, sought: Sought) -> Marked | None:
        """Return the fewest papers that the word can be in; None for all."""
        if not sought.is_plain:
            return None
        wider = [
            papers
            for known, papers in list(self._known.items())
            if known.area == sought.area
            and known.word in sought.word
            and known.is_plain
        ]
        return min(wider, key=len, default=None)

    def _single(self, within: Marked) -> Iterator[Block]:
        for paper in within:
            for body in self.texts.body(paper):
                yield Block.of([body], (paper,))

    @staticmethod
    def _worth_a_look(
        blocks: Iterable[Block], within: Marked | None
    ) -> Iterator[Block]:
        for block in blocks:
            if within is None or within.any_in(block.reach):
                yield block


def _mark_initials(
    word: str, parts: tuple[int, int], block: Block, marks: Found
) -> None:
    pattern = initials_pattern(word)
    assert pattern is not None, "a word of initials"  # noqa: S101  its caller asked
    for owner, text in zip(block.owners, block.texts(), strict=False):
        if pattern.search(parts_of(text, parts)):
            marks[owner] = 1


def _mark_like(word: str, least: float, block: Block, marks: Found) -> None:
    from rapidfuzz.fuzz import partial_ratio

    for owner, text in zip(block.owners, block.texts(), strict=False):
        if word in text or partial_ratio(word, text, score_cutoff=least) >= least:
            marks[owner] = 1
