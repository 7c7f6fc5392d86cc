"""Reads a query's text once, and notes what is asked of it later."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tuireader.query.clauses import Clause, QueryProblem
from tuireader.query.node import Node
from tuireader.query.nodes import All, AnyOf, Not, days_of, grouped
from tuireader.query.parser import parse
from tuireader.query.ranking import sought_words
from tuireader.query.terms import Dated, Tagged


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was read as."""

    root: Node
    """What papers have to match."""
    clauses: tuple[Clause, ...]
    """Its parts that all have to hold."""
    words: tuple[str, ...]
    """Folded words that are looked for."""
    sort: str
    """The order asked for; empty for the usual one."""
    problems: tuple[QueryProblem, ...]
    """What was left out or guessed."""


def read(text: str, today: date, aliases: Mapping[str, str]) -> Reading:
    """Return what `text` means.

    Args:
        text: The query, sanitised.
        today: The day from which ages in dates count.
        aliases: Canonical tags that count as others.
    """
    parsed = parse(text, today)
    root = renamed(parsed.root, aliases) if aliases else parsed.root
    return Reading(
        root,
        tuple(map(_clause, root.parts if isinstance(root, All) else (root,))),
        tuple(dict.fromkeys(sought_words(root))),
        parsed.sort,
        tuple(parsed.problems),
    )


def renamed(node: Node, aliases: Mapping[str, str]) -> Node:
    """Return a node that asks for what tags count as, in place of these tags."""
    if isinstance(node, All | AnyOf):
        return replace(node, parts=tuple(renamed(part, aliases) for part in node.parts))
    if isinstance(node, Not):
        return Not(renamed(node.part, aliases))
    if not isinstance(node, Tagged):
        return node
    names = {aliases.get(name, name) for name in node.names}
    if node.prefixes:
        names |= {aliases[tag] for tag in aliases if tag.startswith(node.prefixes)}
    return replace(node, names=frozenset(names))


def _clause(node: Node) -> Clause:
    inner = node.part if isinstance(node, Not) else node
    return Clause(
        node,
        grouped(node, within=All),
        _single_tag(inner),
        excluding=inner is not node,
        about_days=days_of(node) is not None,
        dates=_dates(node),
    )


def _single_tag(node: Node) -> str:
    if isinstance(node, Tagged) and not node.prefixes and len(node.names) == 1:
        return next(iter(node.names))
    return ""


def _dates(node: Node) -> tuple[str, ...]:
    if not isinstance(node, Dated) or not node.text.startswith("date:"):
        return ()
    return tuple(node.text.removeprefix("date:").split(","))


def on_day(node: Node, day: str) -> bool | None:
    """Tell whether an appearance on a day is one that `node` is about.

    Args:
        node: A query's root, or a part of it.
        day: ISO date, or empty where there is none.

    Returns:
        None where it says nothing about days.
    """
    days = days_of(node)
    if days is not None:
        return day in days
    if not isinstance(node, All | AnyOf):
        return None
    answers = [on_day(part, day) for part in node.parts]
    told = [answer for answer in answers if answer is not None]
    if isinstance(node, All):
        return all(told) if told else None
    return any(told) if len(told) == len(answers) else None
