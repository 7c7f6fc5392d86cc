"""What is counted of the papers that a library lists."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tuireader.domain.identity import canonical_tag
from tuireader.library.explaining import Explained, explaining
from tuireader.library.library import Library
from tuireader.query import Query


def explained(library: Library, text: str) -> Explained:
    """Return what the clauses of a filter do, once all of them were looked at."""
    *_looks, found = explaining(library.matching(Query.parse(text)))
    assert found is not None
    return found


def test_an_empty_list_names_the_condition_to_drop(library: Library) -> None:
    empty = explained(library, "#llm 어텐션만 date:2017").culprit
    assert empty is not None
    assert empty.clause.text == "tag:llm"
    assert empty.without == 1
    assert explained(library, "scaling").culprit is None


def test_explaining_a_long_filter_can_be_left_and_keeps_no_other_waiting(
    library: Library,
) -> None:
    words = " ".join(f"word{number}" for number in range(300))
    long = explaining(library.matching(Query.parse(words)))
    assert next(long) is None

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(explained, library, "#llm 어텐션만").result(timeout=30)
    assert [step.clause.text for step in other.steps] == ["tag:llm", "어텐션만"]


def test_months_have_no_holes_and_tell_where_they_begin(library: Library) -> None:
    months = library.months
    assert months[0].month == "2020-01"
    assert months[-1].month == "2024-08"
    assert len(months) == 4 * 12 + 8
    assert sum(month.count for month in months) == library.total
    for month in months:
        if month.count:
            assert library.date_at(month.row).startswith(month.month)


def test_authors_are_counted_once_whatever_their_case(library: Library) -> None:
    names = [re.sub(r"\s+", " ", name) for name, _ in library.authors]
    assert len(names) == len({name.casefold() for name in names})
    assert dict(library.authors)["Jared Kaplan"] == 1


@pytest.mark.parametrize("text", ["", "-scaling", "scaling OR attention", "-e", "e"])
def test_authors_and_tags_of_most_papers_are_counted_by_the_rest(
    library: Library, text: str
) -> None:
    found = library.matching(Query.parse(text))
    papers = list(found.listed_papers())
    authors = Counter(name for paper in papers for name in set(paper.authors))
    assert dict(found.authors) == authors
    tags = Counter(tag for p in papers for tag in set(map(canonical_tag, p.tags)))
    assert {count.tag: count.count for count in found.facets.tags} == tags
