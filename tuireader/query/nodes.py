"""How terms are put together: all of, any of, none of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from tuireader.query.dates import Days
from tuireader.query.marked import without
from tuireader.query.node import Node
from tuireader.query.terms import Dated
from tuireader.query.view import PaperView


@dataclass(frozen=True, slots=True)
class All:
    """Papers that match every part; with no part, every paper."""

    parts: tuple[Node, ...] = ()

    @property
    def cost(self) -> int:
        """The dearest part's."""
        return max((part.cost for part in self.parts), default=0)

    @property
    def text(self) -> str:
        """How it is typed."""
        return " ".join(grouped(part, within=All) for part in self.parts)

    def describe(self) -> str:
        """Return what it means, in words."""
        return ", ".join(part.describe() for part in self.parts)

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that match every part."""
        for part in sorted(joined(self.parts), key=lambda part: part.cost):
            rows = part.select(view, rows)
        return rows


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Papers that match some part."""

    parts: tuple[Node, ...]

    @property
    def cost(self) -> int:
        """The dearest part's, and some for the union."""
        return max(part.cost for part in self.parts) + 1

    @property
    def text(self) -> str:
        """How it is typed."""
        return " OR ".join(grouped(part, within=AnyOf) for part in self.parts)

    def describe(self) -> str:
        """Return what it means, in words."""
        return " or ".join(
            f"({part.describe()})" if isinstance(part, All) else part.describe()
            for part in self.parts
        )

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that match some part."""
        left = rows
        for part in self.parts:
            left = without(left, part.select(view, left))
        return without(rows, left)


@dataclass(frozen=True, slots=True)
class Not:
    """Papers that do not match."""

    part: Node

    @property
    def cost(self) -> int:
        """The part's."""
        return self.part.cost

    @property
    def text(self) -> str:
        """How it is typed."""
        return "-" + grouped(self.part, within=Not)

    def describe(self) -> str:
        """Return what it means, in words."""
        if isinstance(self.part, All | AnyOf):
            return f"not ({self.part.describe()})"
        return f"not {self.part.describe()}"

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that do not match the part."""
        return without(rows, self.part.select(view, rows))


def all_of(parts: Sequence[Node]) -> Node:
    """Return what matches every part, without a needless level."""
    flat = [inner for part in parts for inner in _parts(part, All)]
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def any_of(parts: Sequence[Node]) -> Node:
    """Return what matches some part (one at least), without a needless level."""
    flat = [inner for part in parts for inner in _parts(part, AnyOf)]
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def none_of(part: Node) -> Node:
    """Return what does not match `part`, without a needless level."""
    return part.part if isinstance(part, Not) else Not(part)


def _parts(node: Node, kind: type[All | AnyOf]) -> tuple[Node, ...]:
    return node.parts if isinstance(node, kind) else (node,)


def grouped(node: Node, within: type[All | AnyOf | Not]) -> str:
    """Return the text of `node`, in parentheses where its surroundings need them."""
    loose = AnyOf if within is All else All | AnyOf
    # A space binds tighter than OR, so a list of ANDed parts needs none within OR.
    if within is AnyOf:
        loose = AnyOf
    if not isinstance(node, loose):
        return node.text
    text = node.text
    # The space keeps the closing one out of a word such as `f(x`.
    return f"({text})" if text.count("(") == text.count(")") else f"({text} )"


def days_of(node: Node) -> Days | None:
    """Return the days a node is about, or None if about something else as well."""
    if isinstance(node, Dated):
        return node.days
    if isinstance(node, All | AnyOf) and node.parts:
        days = [days_of(part) for part in node.parts]
        known = [each for each in days if each is not None]
        if len(known) == len(days):
            return reduce(and_ if isinstance(node, All) else or_, known)
    return None


def joined(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return `parts` with those that are about days alone as one.

    `after:2024 before:2025` asks for one appearance within both, not for one in each.
    """
    about = [(part, days_of(part)) for part in parts]
    known = [days for _, days in about if days is not None]
    if len(known) < 2:  # noqa: PLR2004 - two are needed to join
        return parts
    rest = tuple(part for part, days in about if days is None)
    return (Dated(reduce(and_, known), "", ""), *rest)
