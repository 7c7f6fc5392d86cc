"""When one query's papers are surely among those of another."""

from tuireader.query.address import Address
from tuireader.query.dates import Days
from tuireader.query.initials import initials_pattern
from tuireader.query.node import Node
from tuireader.query.nodes import All, AnyOf, Not, days_of, joined
from tuireader.query.terms import Contains, Flagged, Known, Tagged

_MOST = 4_000
"""Comparisons after which the answer is no; only a pasted page has so many words."""


def implies(stronger: Node, weaker: Node) -> bool:
    """Tell whether surely every paper that matches `stronger` matches `weaker`.

    It answers no where it cannot tell.
    """
    return _Comparison().implies(stronger, weaker)


class _Comparison:
    """Remembers answers, as the same parts meet along many paths."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], bool] = {}
        self.kept: list[Node] = []  # an id stands for a node only while that lives
        self.days: dict[int, Days | None] = {}
        self.parts: dict[int, tuple[Node, ...]] = {}

    def implies(self, stronger: Node, weaker: Node) -> bool:
        pair = id(stronger), id(weaker)
        if pair not in self.known:
            if len(self.known) > _MOST:
                return False
            self.kept += (stronger, weaker)
            self.known[pair] = False
            self.known[pair] = self._compare(stronger, weaker)
        return self.known[pair]

    def _days(self, node: Node) -> Days | None:
        if id(node) not in self.days:
            self.days[id(node)] = days_of(node)
        return self.days[id(node)]

    def _joined(self, node: All) -> tuple[Node, ...]:
        if id(node) not in self.parts:
            self.parts[id(node)] = joined(node.parts)
        return self.parts[id(node)]

    def _compare(self, stronger: Node, weaker: Node) -> bool:
        days, other_days = self._days(stronger), self._days(weaker)
        if days is not None and other_days is not None:
            return days <= other_days
        if isinstance(weaker, All) and other_days is None:
            return all(self.implies(stronger, part) for part in self._joined(weaker))
        if isinstance(stronger, AnyOf):
            return all(self.implies(part, weaker) for part in stronger.parts)
        return self._by_parts(stronger, weaker) or _term_implies(stronger, weaker)

    def _by_parts(self, stronger: Node, weaker: Node) -> bool:
        if isinstance(weaker, AnyOf) and any(
            self.implies(stronger, part) for part in weaker.parts
        ):
            return True
        if isinstance(stronger, All) and any(
            self.implies(part, weaker) for part in self._joined(stronger)
        ):
            return True
        return (
            isinstance(stronger, Not)
            and isinstance(weaker, Not)
            and self.implies(weaker.part, stronger.part)
        )


def _term_implies(stronger: Node, weaker: Node) -> bool:
    match stronger, weaker:
        case Contains(), Contains():
            wider = weaker.field in {"", "text", stronger.field}
            return wider and _holds(stronger.folded, weaker.folded)
        case Tagged(), Tagged():
            names = all(
                name in weaker.names or name.startswith(weaker.prefixes)
                for name in stronger.names
            )
            return names and all(
                prefix.startswith(weaker.prefixes) for prefix in stronger.prefixes
            )
        case Flagged(), Flagged():
            same = stronger.key == weaker.key
            return same and set(stronger.names) <= set(weaker.names)
        case Address(), Address():
            inside = _term_implies(stronger.inside, weaker.inside)
            return inside and _term_implies(stronger.own, weaker.own)
        case Known(), Known():
            keys = all(
                key in weaker.keys or key.casefold().startswith(weaker.starts)
                for key in stronger.keys
            )
            return keys and all(
                start.startswith(weaker.starts) for start in stronger.starts
            )
        case _:
            return stronger == weaker


def _holds(word: str, part: str) -> bool:
    """Tell whether a text that matches `word` matches `part`."""
    pattern = initials_pattern(part)
    if pattern is None or initials_pattern(word):
        # Initials ask of each place what they ask alone.
        return part in word
    return pattern.search(word) is not None
