"""The query language: text to `Query`, and `Query` to the papers that match."""

from tuireader.query.clauses import Clause, Culprit, QueryProblem, Sort, Step
from tuireader.query.fold import fold, fold_phrase
from tuireader.query.query import Query
from tuireader.query.spans import find_spans
from tuireader.query.view import PaperView

__all__ = [
    "Clause",
    "Culprit",
    "PaperView",
    "Query",
    "QueryProblem",
    "Sort",
    "Step",
    "find_spans",
    "fold",
    "fold_phrase",
]
