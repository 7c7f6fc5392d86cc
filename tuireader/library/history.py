"""Changes that can be undone: for each, what every paper was and became."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from tuireader.domain.events import Keys, Value, value_in
from tuireader.store.registers import Registers
from tuireader.store.state import Decide, State, Wish
from tuireader.text.counted import counted


class Change(NamedTuple):
    """What was changed, and is on disk."""

    words: str
    """Such as `12 papers marked read`."""
    papers: int


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
    """Changes a state, and remembers in which order, to undo and do again.

    What cannot be kept raises `StateError`; then nothing has changed, here neither.
    """

    def __init__(self, state: State, follow: Callable[[], None]) -> None:
        """Take the state.

        Args:
            state: What is changed.
            follow: Called after each change, by whoever changes.
        """
        self._state = state
        self._follow = follow
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def change(self, words: str, decide: Decide, papers: int = 0) -> Change | None:
        """Do something, after which nothing that was undone can be done again.

        Args:
            words: What it is, to be said after the number of papers if there are more.
            decide: What is wished.
            papers: How many papers to speak of, if not of all that are changed.

        Returns:
            What was changed; None if nothing was wished.
        """
        items = self._carry_out(decide)
        if not items:
            return None
        count = papers or len({item.keys for item in items})
        words = words if count == 1 else f"{counted(count, 'paper')} {words}"
        self._done.append(Step(words, count, tuple(items)))
        self._undone.clear()
        return Change(words, count)

    def undo(self) -> Change | None:
        """Undo the last change that is not undone yet."""
        return self._reverse("undone", self._done, self._undone)

    def redo(self) -> Change | None:
        """Do again what was undone last."""
        return self._reverse("done again", self._undone, self._done)

    def _carry_out(self, decide: Decide) -> list[Item]:
        items: list[Item] = []

        def remembered(found: Registers) -> list[Wish]:
            wishes = list(decide(found))
            items.extend(_items_of(wishes, found))
            return wishes

        self._state.change(remembered)
        self._follow()
        return items

    def _reverse(self, what: str, steps: list[Step], into: list[Step]) -> Change | None:
        while steps:
            step = steps[-1]
            items = self._carry_out(partial(_reversed, step.items))
            steps.pop()
            if items:  # else another program changed all of it since
                into.append(step._replace(items=tuple(items)))
                return Change(f"{what}: {step.words}", step.papers)
        return None


def _items_of(wishes: Iterable[Wish], registers: Registers) -> list[Item]:
    """Return what `wishes` will change, seeing the state before."""
    return [
        Item(wish.kind, keys, value_in(registers.fields(keys), wish.kind), wish.value)
        for wish in wishes
        for keys in wish.papers
    ]


def _reversed(items: Iterable[Item], registers: Registers) -> list[Wish]:
    """Return the wishes that undo what is still as `items` made it.

    What another program changed since is not undone with it.
    """
    papers: dict[tuple[str, str, Value], list[Keys]] = {}
    for kind, keys, before, after in items:
        if value_in(registers.fields(keys), kind) == after:
            papers.setdefault((kind, repr(before), before), []).append(keys)
    return [Wish(kind, value, tuple(keys)) for (kind, _, value), keys in papers.items()]
