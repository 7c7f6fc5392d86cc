"""A column of texts that stays packed: no object per value until one is asked for."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import overload

SEPARATOR = "\x7f"
"""Between the values of a text column; safe text never holds it."""
LIST_SEPARATOR = SEPARATOR * 2
"""Between the values of a text column whose values are lists themselves."""

BLOCK = 256
"""Values cut at once: about what a screen and its surroundings show."""
_KEPT = 64
"""Blocks that stay cut: more than the lines of a screen, each in another block."""


class TextColumn(Sequence[str]):
    """Texts in UTF-8, `BLOCK` of them joined at a time.

    Never raises for what is stored wrongly: a block then gives replaced characters or
    empty texts, as whoever wrote the file may have meant harm.
    """

    __slots__ = ("_cut", "ends", "packed", "separator", "size")

    def __init__(
        self,
        packed: bytes | memoryview,
        ends: Sequence[int],
        size: int,
        separator: str = SEPARATOR,
    ) -> None:
        """Take what `of` packed.

        Args:
            packed: The blocks one after another.
            ends: Where in `packed` each block ends.
            size: How many values there are.
            separator: What stands between values of a block.
        """
        self.packed = packed
        self.ends = ends
        self.size = size
        self.separator = separator
        self._cut: dict[int, list[str]] = {}

    @classmethod
    def of(cls, values: Sequence[str], separator: str = SEPARATOR) -> "TextColumn":
        """Return the column of `values`, none of which holds the separator."""
        starts = range(0, len(values), BLOCK)
        blocks = [
            separator.join(values[start : start + BLOCK]).encode("utf-8", "replace")
            for start in starts
        ]
        ends = array("I", accumulate(map(len, blocks)))
        return cls(b"".join(blocks), ends, len(values), separator)

    def text(self, block: int) -> str:
        """Return the values of a block as they are packed, separators between them."""
        start = self.ends[block - 1] if block else 0
        return str(self.packed[start : self.ends[block]], "utf-8", "replace")

    def texts(self) -> Iterator[str]:
        """Yield the blocks, each as `text` returns it."""
        return map(self.text, range(len(self.ends)))

    def cut(self, text: str, block: int) -> list[str]:
        """Return the values in the text of a block, also if it was folded meanwhile."""
        size = min(BLOCK, self.size - block * BLOCK)
        values = text.split(self.separator)
        if len(values) != size:
            values = (values + [""] * size)[:size]
        return values

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self.size))]
        if not 0 <= place < self.size:
            raise IndexError(place)
        block, rest = divmod(place, BLOCK)
        values = self._cut.get(block)
        if values is None:
            if len(self._cut) >= _KEPT:
                self._cut.clear()
            values = self._cut[block] = self.cut(self.text(block), block)
        return values[rest]

    def __iter__(self) -> Iterator[str]:
        for block, text in enumerate(self.texts()):
            yield from self.cut(text, block)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        raise TypeError("a column of texts is compared, not hashed")
