"""Turns one typed term into the node it means, or says why it means nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial, reduce
from operator import or_

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.identity import canonical_tag
from tuireader.query.address import address_or_word
from tuireader.query.choices import CHOICES, unknown
from tuireader.query.dates import Days, parse_days
from tuireader.query.fold import fold_phrase
from tuireader.query.lexer import TEXT_KEYS, Token, Value
from tuireader.query.node import Node
from tuireader.query.nodes import any_of
from tuireader.query.spelling import quoted
from tuireader.query.terms import (
    Contains,
    Dated,
    Flagged,
    Known,
    Named,
    Resembles,
    Tagged,
)

_SPELLINGS = {"links": "link", "tags": "tag", "reference": "references"}


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a term means nothing."""

    what: str
    """In words, for the reader."""
    unfinished: bool = False
    """Whether it merely ends too early, as while typing."""


def make_term(token: Token, today: date) -> Node | Unusable:
    """Return what a term token means.

    Args:
        token: A token of kind `term`; not `sort:`.
        today: The day from which ages in dates count.
    """
    values = tuple(value for value in token.values if value.text.strip())
    if not values:
        lack = "no value yet" if token.key else "nothing between the quotes"
        return Unusable(lack, unfinished=True)
    if token.key in {"date", "after", "before"}:
        return _dated(token.key, values, today)
    return _MAKERS[token.key](token.key, values)


def written(key: str, values: tuple[Value, ...]) -> str:
    """Return a term as it is typed."""
    lead = key if key in {"", "~"} else f"{key}:"
    return lead + ",".join(
        quoted(value.text) if value.quoted else value.text for value in values
    )


def _word(key: str, values: tuple[Value, ...]) -> Node | Unusable:
    value = values[0]
    if not key and not value.quoted:
        paper = ArxivId.parse(value.text) or ArxivId.parse(value.text.rstrip(".,;"))
        if paper is not None:
            return Known(frozenset({f"arxiv:{paper}"}), (), f"id:{paper}")
        return address_or_word(value.text)
    key = "note" if key == "commentary" else key
    return Contains(key, fold_phrase(value.text), written(key, values))


def _fuzzy(key: str, values: tuple[Value, ...]) -> Node | Unusable:
    return Resembles(fold_phrase(values[0].text), written(key, values))


def _author(key: str, values: tuple[Value, ...]) -> Node | Unusable:
    kinds = ((Named if value.quoted else partial(Contains, key)) for value in values)
    return any_of(
        [
            make(fold_phrase(value.text), written(key, (value,)))
            for make, value in zip(kinds, values, strict=True)
        ]
    )


def _tagged(key: str, values: tuple[Value, ...]) -> Node | Unusable:
    names: set[str] = set()
    prefixes: set[str] = set()
    for value in values:
        name = value.text.strip()
        if not value.quoted:
            name = name.removeprefix("#")
        if name.endswith("*") and not value.quoted:
            # Not canonical_tag: the end of a beginning may well be a hyphen.
            prefixes.add(name.rstrip("*").casefold().replace("_", "-").lstrip("-"))
        elif canonical := canonical_tag(name):
            names.add(canonical)
    if not names and not prefixes:
        return Unusable("no tag yet", unfinished=True)
    return Tagged(frozenset(names), tuple(sorted(prefixes)), written(key, values))


def _flagged(key: str, values: tuple[Value, ...]) -> Node | Unusable:
    names = set()
    for value in values:
        name = value.text.strip().casefold()
        name = _SPELLINGS.get(name, name)
        if name not in CHOICES[key]:
            return Unusable(unknown(key, name))
        names.add(name)
    return Flagged(key, tuple(sorted(names)), written(key, values))


def _known(key: str, values: tuple[Value, ...]) -> Node | Unusable:
    keys: set[str] = set()
    starts: set[str] = set()
    for value in values:
        text = value.text.strip()
        if paper := ArxivId.parse(text):
            keys.add(f"arxiv:{paper}")
        elif text.startswith(("arxiv:", "url:", "title:")):
            starts.add(text.casefold())
        else:
            starts.add(f"arxiv:{text.casefold()}")
    return Known(frozenset(keys), tuple(sorted(starts)), written(key, values))


def _dated(key: str, values: tuple[Value, ...], today: date) -> Node | Unusable:
    days: list[Days] = []
    for value in values:
        found = parse_days(key, value.text, today)
        if found is None:
            return Unusable(f"“{value.text}” is no day, month, year, range or age")
        days.append(found)
    lead = {"date": "on", "after": "since", "before": "before"}[key]
    names = " or ".join(value.text for value in values)
    return Dated(reduce(or_, days), written(key, values), f"{lead} {names}")


_MAKERS: dict[str, Callable[[str, tuple[Value, ...]], Node | Unusable]] = {
    "": _word,
    "~": _fuzzy,
    "tag": _tagged,
    "author": _author,
    "is": _flagged,
    "has": _flagged,
    "id": _known,
    **dict.fromkeys(TEXT_KEYS, _word),
}
