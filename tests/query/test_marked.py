"""Papers as a byte each: what a list of their numbers would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.query.marked import (
    Marked,
    among,
    ascending,
    common,
    looked_up,
    without,
)

SIZE = 40
CHOSEN = st.sets(st.integers(0, SIZE - 1))


def marked(papers: set[int], size: int = SIZE) -> Marked:
    return Marked(bytes(number in papers for number in range(size)))


@given(st.sets(st.integers(0, 1999)), st.slices(30))
def test_it_reads_as_the_list_of_its_numbers(papers: set[int], part: slice) -> None:
    whole, expected = marked(papers, 2000), sorted(papers)
    assert len(whole) == len(expected)
    assert list(whole) == expected
    assert whole[part] == expected[part]
    assert [whole[row] for row in range(len(whole))] == expected
    assert [whole[-row] for row in range(1, len(whole) + 1)] == expected[::-1]
    assert [number in whole for number in range(2000)] == [
        number in papers for number in range(2000)
    ]
    assert [whole.index(number) for number in expected] == list(range(len(expected)))


@pytest.mark.parametrize("papers", [set(), {3}, set(range(SIZE))])
def test_what_is_not_there_is_told_as_by_a_list(papers: set[int]) -> None:
    whole = marked(papers)
    for row in (len(papers), -len(papers) - 1):
        with pytest.raises(IndexError):
            whole[row]
    for number in (4 if len(papers) < SIZE else SIZE, -1, SIZE):
        assert number not in whole
        with pytest.raises(ValueError, match=str(number)):
            whole.index(number)
    assert not whole.__contains__("3")


@given(CHOSEN, CHOSEN)
def test_sets_are_put_together_as_sets_are(one: set[int], other: set[int]) -> None:
    first, second = marked(one), marked(other)
    assert list(first.within(second)) == sorted(one & other)
    assert list(first.without(second)) == sorted(one - other)
    assert list(first.joined(second)) == sorted(one | other)
    assert list(first.others()) == sorted(set(range(SIZE)) - one)
    ends = list(range(7, SIZE + 7, 7))
    starts = [0, *ends[:-1]]
    assert first.between(starts, ends) == [
        sum(start <= number < end for number in one)
        for start, end in zip(starts, ends, strict=True)
    ]
    assert first.any_in(range(5, 9)) is any(5 <= number < 9 for number in one)


@given(st.lists(st.integers(0, SIZE - 1), unique=True), CHOSEN)
def test_rows_of_any_kind_keep_their_order(rows: list[int], found: set[int]) -> None:
    """Whether rows are a list, all papers or marked, and so what is found of them."""
    for papers in (rows, range(SIZE), marked(set(rows))):
        order = list(papers)
        left = [number for number in order if number in found]
        assert list(among(papers, marked(found))) == left
        rest = [number for number in order if number not in found]
        for hits in (left, marked(set(left))):
            assert list(without(papers, hits)) == rest
            assert list(common(papers, hits)) == left
        assert list(ascending(papers)) == sorted(order)
        assert [n in looked_up(papers) for n in range(SIZE)] == [
            n in order for n in range(SIZE)
        ]
