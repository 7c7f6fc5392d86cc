"""The folded texts of a library: heads in memory, bodies where they are kept."""

from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue
from tuireader.library.blocks import BLOCK_BYTES, Block, reach_of
from tuireader.library.heads import head_blocks
from tuireader.query import fold
from tuireader.store.bodies import Bodies
from tuireader.store.body_text import BETWEEN, texts_of_body
from tuireader.store.text_file import Texts

HEADS = "heads"
_PARTS = {"title": 0, "author": 1, "tag": 2}
_BATCH = 64
"""Bodies folded at once: enough to be fast, few enough that the screen's thread, which
waits for the interpreter meanwhile, stays quick."""


class _Cut(NamedTuple):
    """What is known of a block without its content."""

    start: int
    end: int
    ends: Sequence[int]
    """Where each text ends, counted from `start`."""
    owners: Sequence[int]
    reach: range


class _ShardTexts(NamedTuple):
    """The folded texts of one file of bodies."""

    texts: Texts
    cuts: Sequence[_Cut]


class SearchTexts:
    """What words are looked for in; built when first asked for, or by `warm_…`."""

    def __init__(self, catalogue: Catalogue, bodies: Bodies) -> None:
        self._catalogue = catalogue
        self._bodies = bodies
        self._heads: dict[str, Sequence[Block]] = {}

    @property
    def bodies_ready(self) -> bool:
        """Whether abstracts and commentaries can be searched at once."""
        return "_shards" in self.__dict__

    def warm_bodies(self) -> None:
        """Fold the bodies that no search has folded before; call it from a worker."""
        import stringzilla as _searches  # noqa: F401  the first search need not wait

        _built = self._shards, self._places

    def heads(self, area: str = HEADS) -> Sequence[Block]:
        """Return titles, authors and tags of all papers, as the parts of a text each.

        Args:
            area: `heads`, or `title`, `author` or `tag` for one of these alone.
        """
        if area not in self._heads:
            part = _PARTS.get(area)
            blocks = (
                head_blocks(self._catalogue)
                if part is None
                else (block.part(part) for block in self.heads())
            )
            self._heads[area] = [block.with_views() for block in blocks]
        return self._heads[area]

    def has_heads(self, area: str) -> bool:
        """Tell whether these can be searched at once."""
        return area in self._heads

    def bodies(self) -> Iterator[Block]:
        """Yield the abstracts and paragraphs, as the parts of a text each."""
        for texts, cuts in self._shards:
            for start, end, ends, owners, reach in cuts:
                yield Block(texts.read(start, end), ends, owners, reach)

    def body(self, paper: int) -> Iterator[bytes]:
        """Yield the folded body of each entry of a paper."""
        shards, places = self._shards, self._places
        for entry in self._catalogue.entries_of(paper):
            texts = shards[self._catalogue.numbers["shard"][entry]].texts
            place = places[entry]
            start = texts.ends[place - 1] if place else 0
            yield texts.read(start, texts.ends[place])

    @cached_property
    def _order(self) -> list[list[int]]:
        """The entries of each shard in the order of their bodies."""
        numbers = self._catalogue.numbers
        shards: list[list[int]] = [[] for _ in self._catalogue.shards]
        for entry, shard in enumerate(numbers["shard"]):
            shards[shard].append(entry)
        for entries in shards:
            entries.sort(key=numbers["offset"].__getitem__)
        return shards

    @cached_property
    def _places(self) -> "array[int]":
        """The place of each entry's text in its shard."""
        places = array("I", bytes(4 * self._catalogue.size))
        for entries in self._order:
            for place, entry in enumerate(entries):
                places[entry] = place
        return places

    @cached_property
    def _shards(self) -> Sequence[_ShardTexts]:
        papers = _paper_of(self._catalogue)
        found = []
        for shard, entries in enumerate(self._order):
            texts = self._bodies.texts(shard)
            if texts is None or len(texts.ends) != len(entries):
                content, ends = self._fold(shard, entries)
                texts = self._bodies.keep_texts(shard, content, ends)
            owners = array("I", map(papers.__getitem__, entries))
            found.append(_ShardTexts(texts, list(_cuts(texts.ends, owners))))
        return found

    def _fold(self, shard: int, entries: Sequence[int]) -> tuple[bytes, "array[int]"]:
        offsets, lengths = (self._catalogue.numbers[n] for n in ("offset", "length"))
        folded: list[bytes] = []
        for start in range(0, len(entries), _BATCH):
            batch = entries[start : start + _BATCH]
            read = [self._bodies.read(shard, offsets[e], lengths[e]) for e in batch]
            whole = fold(BETWEEN.encode().join(read).decode("utf-8", "replace"))
            texts = whole.replace("\n", " ").split(BETWEEN)
            texts = (texts + [""] * len(batch))[: len(batch)]
            folded += [(texts_of_body(text) + BETWEEN).encode() for text in texts]
        return b"".join(folded), array("I", accumulate(map(len, folded)))


def _cuts(ends: Sequence[int], owners: Sequence[int]) -> Iterator[_Cut]:
    first = start = 0
    last = len(ends) - 1
    for number, end in enumerate(ends):
        if end - start >= BLOCK_BYTES or number == last:
            places = [place - start for place in ends[first : number + 1]]
            papers = owners[first : number + 1]
            yield _Cut(start, end, places, papers, reach_of(papers))
            first, start = number + 1, end


def _paper_of(catalogue: Catalogue) -> Sequence[int]:
    """Return the paper of each entry."""
    if not catalogue.groups:
        return range(catalogue.size)
    papers = array("I", bytes(4 * catalogue.size))
    for paper, head in enumerate(catalogue.heads):
        papers[head] = paper
    for paper, group in catalogue.grouped.items():
        for entry in group:
            papers[entry] = paper
    return papers
