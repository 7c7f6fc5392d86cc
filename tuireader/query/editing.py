"""Edits of a query, as text that reads back as what was meant."""

import re
from collections.abc import Iterable, Sequence

from tuireader.domain.identity import canonical_tag
from tuireader.query.narrowing import implies
from tuireader.query.nodes import All, Not, all_of, days_of, grouped
from tuireader.query.terms import Node, Tagged, quoted

UNDATED = "undated"
"""Value of `date:` that stands for papers without a date."""

_PLAIN = re.compile(r'[^\s()",*#\\]+')


def spelled(nodes: Sequence[Node], sort: str) -> str:
    """Return the text of a query with these conditions and this order."""
    if sort == "new":
        return all_of(nodes).text
    return " ".join([*(grouped(node, within=All) for node in nodes), f"sort:{sort}"])


def plain_or_quoted(value: str) -> str:
    """Return `value` as it is typed after a colon, in quotes where it needs them."""
    return value if _PLAIN.fullmatch(value) else quoted(value)


def tag_text(tag: str, *, exclude: bool) -> str:
    """Return the clause that requires or excludes a tag."""
    return f"{'-' if exclude else ''}tag:{plain_or_quoted(tag.strip())}"


def same(one: Node, other: Node) -> bool:
    """Tell whether two conditions surely let the same papers pass."""
    return implies(one, other) and implies(other, one)


def single_tag(node: Node) -> str:
    """Return the one tag that `node` asks for, canonical, or an empty string."""
    if isinstance(node, Tagged) and not node.prefixes and len(node.names) == 1:
        return next(iter(node.names))
    return ""


def without_tag(nodes: Iterable[Node], tag: str) -> list[Node]:
    """Return `nodes` but those that require or exclude this tag and nothing else."""
    name = canonical_tag(tag.strip())
    return [node for node in nodes if tag_required(node, name) is None]


def tag_required(node: Node, name: str) -> bool | None:
    """Return True if `node` requires the tag, False if it excludes it, else None."""
    inner = node.part if isinstance(node, Not) else node
    return inner is node if name and single_tag(inner) == name else None


def without_days(nodes: Iterable[Node]) -> list[Node]:
    """Return `nodes` but those that are about days alone."""
    return [node for node in nodes if days_of(node) is None]
