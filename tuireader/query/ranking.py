"""The order of `sort:match`: title before tag before author before other text."""

from collections.abc import Sequence

from tuireader.query.node import Node
from tuireader.query.nodes import All, AnyOf
from tuireader.query.terms import Contains, Resembles
from tuireader.query.view import PaperView

_TITLE, _TAG, _AUTHOR, _TEXT, _LIKE = range(5)


def ranked(root: Node, view: PaperView, rows: Sequence[int]) -> list[int]:
    """Return `rows` with the best matches first, else in their order.

    Each word counts by the best place it stands in; what is merely like it comes last.

    Args:
        root: What was asked for.
        view: The papers.
        rows: Papers that match, in the order that decides between equals.
    """
    words = tuple(dict.fromkeys(sought_words(root)))
    if not words:
        return list(rows)
    return sorted(rows, key=lambda row: sum(_place(view, row, word) for word in words))


def sought_words(node: Node) -> list[str]:
    """Return the folded words that `node` looks for; not those it excludes."""
    if isinstance(node, Contains | Resembles):
        return [node.folded]
    if isinstance(node, All | AnyOf):
        return [word for part in node.parts for word in sought_words(part)]
    return []


def _place(view: PaperView, row: int, word: str) -> int:
    if word in view.titles[row]:
        return _TITLE
    if any(word in tag for tag in view.tags[row]):
        return _TAG
    if word in view.authors[row]:
        return _AUTHOR
    return _TEXT if word in view.texts[row] else _LIKE
