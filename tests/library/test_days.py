"""The days of what is listed, counted without looking at each paper."""

from hypothesis import given
from hypothesis import strategies as st

from tuireader.library.days import Days
from tuireader.query.marked import Marked

COUNTS = st.lists(st.integers(1, 5), max_size=12)


@given(COUNTS, st.data())
def test_the_days_of_some_papers_are_those_of_each(
    counts: list[int], data: st.DataObject
) -> None:
    every = Days([f"day {number}" for number in range(len(counts))], counts)
    owner = [name for name, count in every.pairs for _ in range(count)]
    flags = data.draw(st.lists(st.booleans(), min_size=len(owner), max_size=len(owner)))
    papers = [number for number, flag in enumerate(flags) if flag]
    expected: dict[str, int] = {}
    for number in papers:
        expected[owner[number]] = expected.get(owner[number], 0) + 1
    for some in (papers, Marked(bytes(flags))):
        found = every.among(some)
        assert found.pairs == tuple(expected.items())
        assert found.rows == [
            sum(list(expected.values())[:place]) for place in range(len(expected))
        ]


def test_without_papers_there_are_no_days() -> None:
    assert Days().rows == []
    assert Days().among([]) == Days.of([])
    assert Days(["2024-08-30"], [3]).among(Marked(bytes(3))).pairs == ()
