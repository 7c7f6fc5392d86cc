"""The order of `sort:match`: title before tag before author before other text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tuireader.query.address import Address
from tuireader.query.initials import initials_pattern
from tuireader.query.node import Node
from tuireader.query.nodes import All, AnyOf, Not
from tuireader.query.spans import find_like, find_spans, merged
from tuireader.query.terms import Contains, Named, Resembles
from tuireader.query.view import PaperView

_QUERIES = 16
"""Fields of queries whose words are kept: each line of a screen asks for the same."""
PLACES = ("title", "tag", "author", "")
"""Where a word counts most, and so on down to any text."""


def ranked(root: Node, view: PaperView, rows: Sequence[int]) -> list[int]:
    """Return `rows` with the best matches first, else in their order.

    Each word counts by the best place it stands in; a word that only its initials were
    given of comes below, and last what is merely like a word.

    Args:
        root: What was asked for.
        view: The papers.
        rows: Papers that match, in the order that decides between equals.
    """
    ranks = dict.fromkeys(rows, 0)
    for word in dict.fromkeys(sought_words(root)):
        left: Sequence[int] = rows
        for rank, (place, literal) in enumerate(places_of(word)):
            found = set(view.holding(place, word, left, literal=literal))
            for row in found:
                ranks[row] += rank
            left = [row for row in left if row not in found]
        for row in left:
            ranks[row] += 2 * len(PLACES)
    return sorted(rows, key=ranks.__getitem__)


def places_of(word: str) -> list[tuple[str, bool]]:
    """Return where a word is looked for to rank it, and whether as it is written."""
    places = [(place, True) for place in PLACES]
    if initials_pattern(word):
        places += [(place, False) for place in PLACES]
    return places


def sought_words(node: Node) -> list[str]:
    """Return the folded words that `node` looks for; not those it excludes."""
    if isinstance(node, Contains | Named | Resembles):
        return [node.folded]
    if isinstance(node, All | AnyOf):
        return [word for part in node.parts for word in sought_words(part)]
    return []


def spans_of(root: Node, text: str, field: str = "") -> list[tuple[int, int]]:
    """Return the places in `text` that `root` looks for, as `Conditions.spans` does.

    Args:
        root: What was asked for.
        text: As it is shown.
        field: Which field it is of, or empty.
    """
    words, likes = _shown_in(root, field)
    spans = find_spans(words, text)
    for like in likes:
        spans += find_like(like.folded, like.least, text)
    return merged(spans)


@lru_cache(_QUERIES)
def _shown_in(root: Node, field: str) -> tuple[tuple[str, ...], tuple[Resembles, ...]]:
    """Return the words that `root` looks for in a field, and what is to be like one."""
    words = []
    likes = []
    for each in _positive(root):
        term = each.part if isinstance(each, Named) else each
        if isinstance(term, Contains) and (
            not field or term.field in {"", "text", field}
        ):
            words.append(term.folded)
        elif isinstance(term, Resembles) and field not in {"abstract", "note"}:
            likes.append(term)
    return tuple(words), tuple(likes)


def _positive(node: Node) -> Iterator[Node]:
    if isinstance(node, All | AnyOf):
        for part in node.parts:
            yield from _positive(part)
    elif isinstance(node, Address):
        yield node.inside
    elif not isinstance(node, Not):
        yield node


def terms_of(node: Node) -> Iterator[Node]:
    """Yield every term of `node`, the excluded ones as well."""
    if isinstance(node, All | AnyOf):
        for part in node.parts:
            yield from terms_of(part)
    elif isinstance(node, Not):
        yield from terms_of(node.part)
    elif isinstance(node, Address):
        yield from (node.inside, node.own)
    else:
        yield node
