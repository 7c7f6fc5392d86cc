"""Days in queries: both ends of ranges, ends of months, and one appearance for all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.papers import EVERY, PAPERS, TODAY, found
from tuireader.query import Query
from tuireader.query.dates import ago, parse_days


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("date:2024-08-30", [0]),
        ("date:2024-8", [0]),
        ("date:2024/07", [1]),
        ("date:2024.02.29", [2]),
        ("date:2024", [0, 1, 2]),
        ("date:2024-", [0, 1, 2]),
        ("date:2023", [1, 3]),
        ("date:2024-02..2024-07", [1, 2]),
        ("date:2024-07..2024-02", [1, 2]),
        ("date:2024-02-29..2024-07-31", [1, 2]),
        ("date:..2023", [1, 3]),
        ("date:2024-07..", [0, 1]),
        ("date:2023-12,2024-08", [0, 3]),
        ("date:yesterday", [0]),
        ("date:today", []),
        ("date:week", [0]),
        ("date:month", [0, 1]),
        ("date:7d", [0]),
        ("date:60d..30d", [1]),
        ("date:undated", [4, 5]),
        ("date:undated,2024-08", [0, 4, 5]),
        # after: has its day, before: has not.
        ("after:2024-07-31", [0, 1]),
        ("after:2024-08-01", [0]),
        ("before:2024-02-29", [1, 3]),
        ("before:2024-03-01", [1, 2, 3]),
        ("before:2024", [1, 3]),
        ("after:2024", [0, 1, 2]),
        ("after:1d", [0]),
        ("after:31d", [0, 1]),
        ("after:1m", [0, 1]),
        ("after:6m", [0, 1, 2]),
        ("before:6m", [1, 3]),
        ("before:0001", []),
        ("after:99999y", [0, 1, 2, 3]),
        ("-date:2024", [3, 4, 5]),
        # One appearance has to be within all, not one within each.
        ("after:2023 before:2024", [1, 3]),
        ("after:2023-02 before:2024-07", [2, 3]),
        ("after:2023-02 kim before:2024-07", [2]),
        ("after:2023-02 (before:2024-07 OR date:2024-08)", [0, 2, 3]),
        ("date:2023 date:2024-07", []),
        ("(date:2023 diffusion) date:2024-07", []),
        ("date:2024-07 -date:2023", []),
    ],
)
def test_days_find(text: str, rows: list[int]) -> None:
    assert found(text) == rows
    assert Query.parse(text, TODAY).problems == ()


@pytest.mark.parametrize(
    ("day", "age", "then"),
    [
        ("2024-05-31", (3, "m"), "2024-02-29"),
        ("2023-05-31", (3, "m"), "2023-02-28"),
        ("2024-03-31", (1, "m"), "2024-02-29"),
        ("2024-01-31", (1, "m"), "2023-12-31"),
        ("2024-02-29", (1, "y"), "2023-02-28"),
        ("2024-02-29", (4, "y"), "2020-02-29"),
        ("2024-08-31", (18, "m"), "2023-02-28"),
        ("2024-03-01", (1, "d"), "2024-02-29"),
        ("2024-01-03", (1, "w"), "2023-12-27"),
        ("2024-01-03", (0, "m"), "2024-01-03"),
        ("2024-01-03", (99999, "w"), "0107-06-29"),
        ("2024-01-03", (9999, "y"), "0001-01-01"),
    ],
)
def test_ages_keep_to_the_ends_of_months(
    day: str, age: tuple[int, str], then: str
) -> None:
    assert ago(date.fromisoformat(day), *age) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("text", "day", "meant"),
    [
        ("date:2024-08", "2024-08-30", True),
        ("date:2024-08", "2024-07-30", False),
        ("kim after:2024 before:2024-06", "2024-03-01", True),
        ("kim after:2024 before:2024-06", "2023-03-01", False),
        ("kim", "2024-03-01", None),
        ("-date:2024", "2024-03-01", None),
        ("date:2024 OR kim", "2023-03-01", None),
        ("(date:2024 kim) OR date:2022", "2024-03-01", True),
        ("(date:2024 kim) OR date:2022", "2023-03-01", False),
        ("date:undated", "", True),
        ("date:2024", "", False),
        ("before:2024", "", False),
    ],
)
def test_the_shown_appearance_is_one_the_query_is_about(
    text: str, day: str, *, meant: bool | None
) -> None:
    assert Query.parse(text, TODAY).matches_date(day) is meant


@given(
    st.sampled_from(["date", "after", "before"]),
    st.text("0123456789-./dwmytodayesrnk한", max_size=12),
    st.dates(),
)
def test_any_value_means_days_or_nothing(key: str, value: str, today: date) -> None:
    days = parse_days(key, value, today)
    assert days is None or all(first <= last for first, last in days.spans)


@given(st.dates(), st.dates())
def test_every_day_is_after_it_or_before_it(day: date, pivot: date) -> None:
    after = parse_days("after", pivot.isoformat(), TODAY)
    before = parse_days("before", pivot.isoformat(), TODAY)
    assert after is not None
    assert before is not None
    assert (day.isoformat() in after) is (day >= pivot)
    assert (day.isoformat() in before) is (day < pivot)


def test_each_listed_paper_has_an_appearance_to_be_shown_under() -> None:
    query = Query.parse("after:2023-01 before:2024-02 OR date:2024-08", TODAY)
    for row in query.select(PAPERS, EVERY):
        assert any(query.matches_date(day) for day in PAPERS.dates[row])
