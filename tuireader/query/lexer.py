"""Cuts a typed query into tokens; any text is some list of tokens."""

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["open", "close", "or", "and", "not", "minus", "dash", "term"]

LIST_KEYS = frozenset({"tag", "author", "date", "after", "before", "is", "has", "id"})
"""Fields whose value may be a list: `tag:rl,reasoning` means either."""
TEXT_KEYS = frozenset({"title", "abstract", "note", "commentary", "text"})
"""Fields whose value is text; a comma in it is a comma."""
KEYS = LIST_KEYS | TEXT_KEYS | {"sort"}
"""Every field there is; anything else before a colon is text, as in `https://…`."""

_OPERATOR = re.compile(r"(OR|AND|NOT)(?=[\s()]|$)")
_KEY = re.compile(r"([A-Za-z]+):")
_ESCAPED = re.compile(r'\\(["\\])')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)(")?', re.DOTALL)
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a term."""

    text: str
    """What is meant, without quotes and escapes."""
    quoted: bool = False
    """Whether it stood in quotes; then `*` is a character like any other."""
    start: int = field(default=0, compare=False)
    """Where it begins in the query, with its quote."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query."""

    kind: Kind
    text: str
    """The piece as typed."""
    start: int
    """Where it begins in the query."""
    key: str = ""
    """Field of a term, in lower case; `~` for a fuzzy word, empty for a bare one."""
    values: tuple[Value, ...] = ()
    """Values of a term; none where a field was typed without one."""
    closed: bool = True
    """Whether its quotes were closed."""

    @property
    def end(self) -> int:
        """Where it ends in the query."""
        return self.start + len(self.text)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`, in order; white space belongs to none."""
    tokens: list[Token] = []
    at = _skip_space(text, 0)
    while at < len(text):
        token = _token(text, at)
        tokens.append(token)
        at = _skip_space(text, token.end)
    return tokens


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _token(text: str, at: int) -> Token:
    if operator := _OPERATOR.match(text, at):
        kinds: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not"}
        return Token(kinds[operator[1]], operator[1], at)
    match text[at]:
        case "(":
            return Token("open", "(", at)
        case ")":
            return Token("close", ")", at)
        case "-":
            last = at + 1 == len(text) or text[at + 1].isspace()
            return Token("dash" if last else "minus", "-", at)
        case _:
            return _term(text, at)


def _term(text: str, start: int) -> Token:
    key, at = "", start
    if text[at] == "#":
        key, at = "tag", at + 1
    elif text[at] == "~":
        key, at = "~", at + 1
    elif (match := _KEY.match(text, at)) and match[1].lower() in KEYS:
        key, at = match[1].lower(), match.end()
    values: list[Value] = []
    closed = True
    while True:
        value, at, closed = _value(text, at, listing=key in LIST_KEYS)
        if value.text or value.quoted:
            values.append(value)
        if key not in LIST_KEYS or text[at : at + 1] != ",":
            break
        at += 1
    return Token("term", text[start:at], start, key, tuple(values), closed)


def _value(text: str, at: int, *, listing: bool) -> tuple[Value, int, bool]:
    """Return the value at `at`, where it ends, and whether its quotes are closed."""
    quoted = _QUOTED.match(text, at)
    if quoted is None:
        end = _run_end(text, at, listing=listing)
        return Value(text[at:end], start=at), end, True
    if quoted[2]:
        inside = _ESCAPED.sub(r"\1", quoted[1])
        return Value(inside, quoted=True, start=at), quoted.end(), True
    inside = _ESCAPED.sub(r"\1", text[at + 1 :])
    return Value(inside, quoted=True, start=at), len(text), False


def _run_end(text: str, at: int, *, listing: bool) -> int:
    """Return where the unquoted value at `at` ends; `f(x)` is one, `x)` is not."""
    depth = 0
    for place in range(at, len(text)):
        char = text[place]
        if char == "(" and place > at:
            depth += 1
        elif char == ")":
            if depth == 0:
                return place
            depth -= 1
        elif (
            char.isspace() or (char == "(" and place == at) or (listing and char == ",")
        ):
            return place
    return len(text)
