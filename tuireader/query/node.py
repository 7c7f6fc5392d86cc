"""What every part of a query can do."""

from collections.abc import Sequence
from typing import Protocol

from tuireader.query.view import PaperView


class Node(Protocol):
    """Something that papers match or do not."""

    @property
    def cost(self) -> int:
        """How dear it is to ask; the cheap narrow the candidates for the dear."""

    @property
    def text(self) -> str:
        """How it is typed; parsing this gives an equal node."""

    def describe(self) -> str:
        """Return what it means, in words."""

    def __hash__(self) -> int:
        """It is a value; what is known of it may be kept."""

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that match, in their order."""
