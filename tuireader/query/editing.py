"""What edits make of the clauses of a query, and how the outcome is typed."""

from collections.abc import Iterable, Sequence

from tuireader.query.clauses import Clause, Sort

_ORDERS_OF: dict[str, Sort] = {"is:queued": "queue", "is:unread": "interest"}
"""Conditions, and the orders that are asked for with them: they go with them, too."""


def with_each(clauses: Sequence[Clause], more: Iterable[Clause]) -> list[Clause]:
    """Return `clauses` and those of `more` that they do not say already."""
    return [*clauses, *(each for each in more if not _among(each, clauses))]


def without_opposites(
    clauses: Iterable[Clause], others: Iterable[Clause]
) -> list[Clause]:
    """Return `clauses` without the opposites of `others`.

    Together they would leave nothing.
    """
    from tuireader.query.nodes import none_of

    opposites = [each._replace(node=none_of(each.node)) for each in others]
    return [each for each in clauses if not _among(each, opposites)]


def toggled(clauses: Sequence[Clause], others: Sequence[Clause]) -> list[Clause]:
    """Return `clauses` without those they share with `others`, else with them."""
    kept = [each for each in clauses if not _among(each, others)]
    if len(kept) < len(clauses):
        return kept
    return with_each(without_opposites(clauses, others), others)


def order_left(sort: Sort, before: Iterable[Clause], after: Iterable[Clause]) -> Sort:
    """Return the order when an edit left no more than some of the clauses.

    Args:
        sort: The order before.
        before: The clauses before.
        after: Those after the edit.
    """
    gone = {each.text for each in before} - {each.text for each in after}
    orders = {_ORDERS_OF[text] for text in gone & _ORDERS_OF.keys()}
    return "new" if sort in orders else sort


def typed(clauses: Sequence[Clause], sort: Sort) -> str:
    """Return the plainest spelling of the query that has these clauses and order."""
    if len(clauses) == 1 and sort == "new":
        return clauses[0].node.text  # alternatives alone need no parentheses
    order = () if sort == "new" else (f"sort:{sort}",)
    return " ".join([*(clause.text for clause in clauses), *order])


def _among(clause: Clause, others: Iterable[Clause]) -> bool:
    """Tell whether one of `others` surely lets the same papers pass as `clause`."""
    from tuireader.query.narrowing import implies

    one = clause.node
    return any(implies(one, each.node) and implies(each.node, one) for each in others)
