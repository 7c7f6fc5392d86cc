"""Reads a typed query into nodes; what cannot be used is left out and named.

Precedence, the tightest first: `-` and `NOT`, then a space or `AND`, then `OR`.
"""

from dataclasses import dataclass, field
from datetime import date

from tuireader.query.choices import SORTS, unknown
from tuireader.query.clauses import QueryProblem
from tuireader.query.lexer import Token, tokenise
from tuireader.query.making import Unusable, make_term
from tuireader.query.node import Node
from tuireader.query.nodes import all_of, any_of, none_of

MAX_DEPTH = 40
"""Parentheses within one another; deeper ones are left out."""


@dataclass(slots=True)
class Parsed:
    """What a text was read as."""

    root: Node
    """What papers have to match."""
    sort: str = ""
    """Value of the last `sort:`, if any."""
    problems: list[QueryProblem] = field(default_factory=list)
    """What was left out or guessed, in order of place."""


def parse(text: str, today: date) -> Parsed:
    """Return what `text` means; every text means something.

    Args:
        text: The query as typed.
        today: The day from which ages in dates count.
    """
    reader = _Reader(tokenise(text), today)
    root = reader.whole()
    reader.problems.sort(key=lambda problem: problem.start)
    return Parsed(root, reader.sort, reader.problems)


class _Reader:
    """Recursive descent over the tokens."""

    def __init__(self, tokens: list[Token], today: date) -> None:
        self.tokens = tokens
        self.today = today
        self.at = 0
        self.depth = 0
        self.sort = ""
        self.problems: list[QueryProblem] = []

    def whole(self) -> Node:
        """Read everything, stepping over parentheses that close nothing."""
        parts: list[Node] = []
        while self.at < len(self.tokens):
            if (part := self._alternatives()) is not None:
                parts.append(part)
            if self.at < len(self.tokens):
                self._name(self._take(), "closes nothing")
        return all_of(parts)

    def _peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _name(self, token: Token, what: str, *, unfinished: bool = True) -> None:
        self.problems.append(QueryProblem(token.text, token.start, what, unfinished))

    def _alternatives(self) -> Node | None:
        """Read parts with OR between them, up to a closing parenthesis or the end."""
        found: list[Node] = []
        pending: Token | None = None
        while True:
            part = self._sequence()
            if part is not None:
                found.append(part)
            lone = pending if part is None else None
            token = self._peek()
            if token is None or token.kind != "or":
                if lone:
                    self._name(lone, "nothing to choose from beside it")
                return any_of(found) if found else None
            pending = self._take()
            if part is None:
                self._name(lone or pending, "nothing to choose from beside it")

    def _sequence(self) -> Node | None:
        """Read parts that all have to hold, up to OR, the group's end or the end."""
        found: list[Node] = []
        while (token := self._peek()) and token.kind not in {"or", "close"}:
            if token.kind == "and":
                self._joint(self._take(), first=not found)
            elif (part := self._item()) is not None:
                found.append(part)
        return all_of(found) if found else None

    def _joint(self, token: Token, *, first: bool) -> None:
        following = self._peek()
        if first or following is None or following.kind in {"or", "close", "and"}:
            self._name(token, "nothing to join beside it")

    def _item(self) -> Node | None:
        """Read one term or group, with the negations before it."""
        negated: Token | None = None
        positive = True
        while (token := self._peek()) and token.kind in {"minus", "not"}:
            negated, positive = self._take(), not positive
        if token is None or token.kind in {"or", "and", "close"}:
            if negated:
                self._name(negated, "nothing to exclude after it")
            return None
        node = self._atom(self._take(), negated=not positive)
        return node if node is None or positive else none_of(node)

    def _atom(self, token: Token, *, negated: bool) -> Node | None:
        if token.kind == "open":
            return self._group(token)
        if token.kind == "dash":
            self._name(token, "nothing to exclude after it")
            return None
        if not token.closed:
            self._name(token, "the quote is not closed")
        if token.key == "sort":
            self._sorting(token, negated=negated)
            return None
        made = make_term(token, self.today)
        if isinstance(made, Unusable):
            if token.closed:
                self._name(token, made.what, unfinished=made.unfinished)
            return None
        return made

    def _group(self, opening: Token) -> Node | None:
        if self.depth == MAX_DEPTH:
            self._name(opening, "too many parentheses within one another")
            return None
        self.depth += 1
        node = self._alternatives()
        self.depth -= 1
        if self._peek() is None:
            self._name(opening, "is not closed")
        else:
            self._take()
            if node is None:
                self._name(opening, "nothing between the parentheses")
        return node

    def _sorting(self, token: Token, *, negated: bool) -> None:
        value = token.values[0].text.strip().casefold() if token.values else ""
        if negated:
            self._name(token, "an order cannot be excluded")
        elif not value:
            self._name(token, "no value yet")
        elif value not in SORTS:
            self._name(token, unknown("sort", value), unfinished=False)
        else:
            self.sort = value
