"""A pasted web address: the paper it belongs to, or a text that holds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tuireader.domain.identity import strong_key
from tuireader.query.fold import fold
from tuireader.query.node import Node
from tuireader.query.terms import Contains, Known
from tuireader.query.view import PaperView


@dataclass(frozen=True, slots=True)
class Address:
    """A paper has this address, or one that begins so, or its text names it."""

    inside: Contains
    """What texts are searched for."""
    own: Known
    """What keys are searched for."""
    cost: ClassVar[int] = 7

    @property
    def text(self) -> str:
        """How it is typed."""
        return self.inside.text

    def describe(self) -> str:
        """Return what it means, in words."""
        return f"at or {self.inside.describe()}"

    def select(self, view: PaperView, rows: Sequence[int]) -> list[int]:
        """Return those of `rows` that match either way."""
        own = set(self.own.select(view, rows))
        held = set(self.inside.select(view, [row for row in rows if row not in own]))
        return [row for row in rows if row in own or row in held]


def address_or_word(word: str) -> Node:
    """Return what a bare word means that is no arXiv id.

    Args:
        word: As typed, unquoted.
    """
    inside = Contains("", fold(word), word)
    if not word.lower().startswith(("https://", "http://")):
        return inside
    start = strong_key("", word).casefold()
    if start == "url:":  # nothing of the address itself is typed yet
        return inside
    return Address(inside, Known(frozenset(), (start,), ""))
