"""Dates in lines."""

import pytest

from tuireader.formats.date_patterns import valid
from tuireader.formats.dates import date_of_line, find_date


@pytest.mark.parametrize(
    "line",
    [
        "2024년 8월 30일",
        "2024년 8월 30일 (금)",
        "2024년 08월 30일 금요일",
        "2024年8月30日",
        "2024-08-30",
        "2024.08.30",
        "2024. 8. 30.",
        "2024/08/30",
        "2024_08_30",
        "20240830",
        "24.8.30",
        "'24/08/30",
        "30.08.2024",
        "08/30/2024",
        "30/08/2024",
        "August 30, 2024",
        "Aug. 30th, 2024",
        "Friday, August 30 2024",
        "Fri, 30 Aug 2024",
        "30th of August 2024",
        "## 2024-08-30",
        "[2024-08-30]",
        "**2024-08-30 (Fri)**",
        "📅 2024-08-30",
        "arXiv digest 2024-08-30",
        "오늘의 논문 2024년 8월 30일",
        "Date: 2024-08-30",
    ],
)
def test_a_line_that_is_nothing_but_a_date(line: str) -> None:
    assert date_of_line(line) == "2024-08-30"


@pytest.mark.parametrize(
    "line",
    [
        "2024-08-28 ~ 2024-08-30",
        "2024년 8월 28일 ~ 30일",
        "2024년 7월 28일 ~ 8월 30일",
        "Aug 28 - 30, 2024",
        "Jul. 28 – Aug. 30, 2024",
        "28 - 30 Aug 2024",
        "2024.08.28 to 2024.08.30",
    ],
)
def test_a_range_stands_for_its_end(line: str) -> None:
    assert date_of_line(line) == "2024-08-30"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2024",
        "2024-08",
        "2024년 2월 31일",
        "2024-13-01",
        "3.11.2",
        "2408.16293",
        "2024-08-30에 공개된 모델입니다.",
        "We froze the data on 2024-08-30.",
        "1. GQA",
        "May the 3rd paper be with you",
        "2024-08-30 " * 20,
        "https://example.org/2024/08/30",
    ],
)
def test_a_line_that_says_something_else_is_no_date(line: str) -> None:
    assert date_of_line(line) is None


def test_a_date_without_year_needs_one_from_elsewhere() -> None:
    assert date_of_line("8월 30일") is None
    assert date_of_line("8월 30일 (금)", 2024) == "2024-08-30"
    assert date_of_line("Fri, Aug 30", 2024) == "2024-08-30"


def test_a_date_in_prose_is_found_where_it_is_looked_for() -> None:
    assert find_date("Digest of August 30, 2024, by hand") == "2024-08-30"
    assert find_date("2024-08-28 ~ 2024-08-30, then 2025-01-01") == "2024-08-30"
    assert find_date("no date") is None


def test_only_days_of_the_calendar_are_valid() -> None:
    assert valid(2024, 2, 29) == "2024-02-29"
    assert valid(2023, 2, 29) is None
