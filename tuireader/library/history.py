"""What can be undone: for each change, what every paper was and became."""

from collections.abc import Iterable
from typing import NamedTuple

from tuireader.domain.events import Keys, Value, value_in
from tuireader.store.registers import Registers
from tuireader.store.state import Wish


class Item(NamedTuple):
    """One thing about one paper that a change changed."""

    kind: str
    keys: Keys
    before: Value
    after: Value


class Step(NamedTuple):
    """A change as the reader made it."""

    words: str
    """What it was, such as `12 papers marked read`."""
    papers: int
    items: tuple[Item, ...]


class History:
    """Changes in order, and those that were undone."""

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember a change; what was undone before it cannot be redone any more."""
        self.done.append(step)
        self.undone.clear()


def items_of(wishes: Iterable[Wish], registers: Registers) -> list[Item]:
    """Return what `wishes` will change, seeing the state before."""
    return [
        Item(wish.kind, keys, value_in(registers.fields(keys), wish.kind), wish.value)
        for wish in wishes
        for keys in wish.papers
    ]


def reverse(items: Iterable[Item], registers: Registers) -> list[Wish]:
    """Return the wishes that undo what is still as `items` made it.

    What another program changed since is not undone with it.
    """
    papers: dict[tuple[str, str, Value], list[Keys]] = {}
    for kind, keys, before, after in items:
        if value_in(registers.fields(keys), kind) == after:
            papers.setdefault((kind, repr(before), before), []).append(keys)
    return [Wish(kind, value, tuple(keys)) for (kind, _, value), keys in papers.items()]
