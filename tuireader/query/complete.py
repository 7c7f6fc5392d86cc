"""What may be meant by what is being typed: fields, values, tags and authors."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from tuireader.domain.identity import canonical_tag
from tuireader.query.choices import PARTS, SORTS, STATES
from tuireader.query.fold import fold
from tuireader.query.lexer import Token, tokenise
from tuireader.query.spelling import plain_or_quoted, quoted

Kind = Literal["field", "value", "tag", "author", "saved"]

_FIELDS = (
    "tag", "author", "title", "abstract", "note", "text", "date", "after", "before",
    "is", "has", "id", "sort",
)  # fmt: skip
_DAYS = ("today", "yesterday", "week", "month", "undated")
_AGES = ("7d", "30d", "3m", "1y")
_VALUES = {
    "is": STATES,
    "has": PARTS,
    "sort": SORTS,
    "date": (*_DAYS, *_AGES),
    "after": _AGES,
    "before": _AGES,
}
_SHORTEST = 2
"""Letters of a bare word from which tags and authors are offered for it."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on."""

    kind: Kind
    """What it is."""
    label: str
    """What to show."""
    count: int | None
    """Papers that it would match among those counted, if that is known."""
    text: str
    """The whole query with it."""
    cursor: int
    """Where the cursor stands then."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What is being typed."""

    key: str
    typed: str
    start: int
    used: frozenset[str]


def completions(
    text: str,
    cursor: int,
    tags: Sequence[tuple[str, int]] = (),
    authors: Sequence[tuple[str, int]] = (),
    limit: int = 8,
) -> tuple[Completion, ...]:
    """Return ways to go on with what stands before the cursor, the likeliest first.

    Args:
        text: The query as typed so far.
        cursor: Where in it the cursor stands.
        tags: Tags as they are shown, with the papers listed now; the most used first.
        authors: Authors, likewise.
        limit: How many to return at most.
    """
    place = _place(text[:cursor])
    if place is None:
        return ()
    found = islice(_offers(place, tags, authors), limit)
    rest = text[cursor:]
    made = []
    for kind, label, count, insert in found:
        before = text[: place.start] + insert
        made.append(Completion(kind, label, count, before + rest, len(before)))
    return tuple(made)


def named(text: str, names: Iterable[str], limit: int = 8) -> tuple[Completion, ...]:
    """Return the saved searches that `@` and the beginning of a name may mean.

    Args:
        text: The query as typed so far.
        names: Of the saved searches.
        limit: How many to return at most.
    """
    typed = fold(text[1:])
    fitting = (name for name in names if fold(name).startswith(typed))
    return tuple(
        Completion("saved", name, None, f"@{name}", len(name) + 1)
        for name in islice(fitting, limit)
    )


_Offer = tuple[Kind, str, int | None, str]


def _offers(
    place: _Place,
    tags: Sequence[tuple[str, int]],
    authors: Sequence[tuple[str, int]],
) -> Iterator[_Offer]:
    if place.key == "":
        yield from _fields(place.typed)
        if len(place.typed) < _SHORTEST:
            return
    if place.key in {"", "tag"}:
        lead = "" if place.key else "tag:"
        for tag, count in _tags(place, tags):
            yield "tag", tag, count, lead + plain_or_quoted(tag)
    if place.key in {"", "author"}:
        lead = "" if place.key else "author:"
        for author, count in _authors(place.typed, authors):
            yield "author", author, count, lead + quoted(author)
    yield from _values(place)


def _values(place: _Place) -> Iterator[_Offer]:
    for value in _VALUES.get(place.key, ()):
        if value.startswith(place.typed.lower()) and value not in place.used:
            yield "value", value, None, value


def _fields(typed: str) -> Iterator[_Offer]:
    for name in _FIELDS:
        if name.startswith(typed.lower()):
            yield "field", f"{name}:", None, f"{name}:"


def _place(before: str) -> _Place | None:
    """Return what is being typed at the end of `before`, or None if nothing is."""
    tokens = tokenise(before)
    if not tokens or tokens[-1].kind != "term" or tokens[-1].end != len(before):
        return None
    token = tokens[-1]
    values = token.values
    if token.key == "" and values:
        value = values[0]
        return (
            None if value.quoted else _Place("", value.text, value.start, frozenset())
        )
    if not values or (before.endswith(",") and token.closed):
        used = frozenset(canonical_tag(value.text) for value in values)
        return _Place(token.key, "", len(before), used)
    return _typing(token)


def _typing(token: Token) -> _Place | None:
    *earlier, value = token.values
    if value.quoted and token.closed:  # it is finished
        return None
    used = frozenset(canonical_tag(each.text) for each in earlier)
    return _Place(token.key, value.text, value.start, used)


def _tags(place: _Place, tags: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield the tags that begin with what is typed, then those that hold it."""
    sought = canonical_tag(place.typed)
    inside = []
    for tag, count in tags:
        name = canonical_tag(tag)
        if name in place.used:
            continue
        if name.startswith(sought):
            yield tag, count
        elif sought in name:
            inside.append((tag, count))
    yield from inside


def _authors(
    typed: str, authors: Iterable[tuple[str, int]]
) -> Iterator[tuple[str, int]]:
    """Yield the authors with a name that begins with what is typed."""
    sought = fold(typed)
    for author, count in authors:
        name = fold(author)
        if name.startswith(sought) or f" {sought}" in name:
            yield author, count
