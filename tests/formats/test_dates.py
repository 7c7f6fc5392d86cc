"""Dates in lines, file names and folders."""

import pytest

from tuireader.formats.date_patterns import valid
from tuireader.formats.dates import (
    date_of_line,
    date_of_path,
    find_date,
    split_name,
)


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


@pytest.mark.parametrize(
    ("name", "date", "rest"),
    [
        (
            "240830 Physics of Language Models",
            "2024-08-30",
            "Physics of Language Models",
        ),
        ("240830", "2024-08-30", ""),
        ("2024-08-30", "2024-08-30", ""),
        ("2024-08-30-some-title", "2024-08-30", "some-title"),
        ("arxiv_digest_2026-08-11", "2026-08-11", "arxiv_digest"),
        ("20240830-notes", "2024-08-30", "notes"),
        ("2024-08-28_2024-08-30 weekly", "2024-08-30", "weekly"),
    ],
)
def test_a_file_name_tells_day_and_title(name: str, date: str, rest: str) -> None:
    assert split_name(name) == (date, rest)


@pytest.mark.parametrize(
    "name",
    ["209931 Foo", "20Un-ti-tl", "1706.08224 Foo", "240230 Foo", "notes", "١٢٠١٠١ x"],
)
def test_digits_that_are_no_day_stay_in_the_title(name: str) -> None:
    assert split_name(name) == (None, name)


@pytest.mark.parametrize(
    "path",
    [
        "vault/2024/240830 Foo.md",
        "2024-08-30/Foo.md",
        "2024-08-30/more/Foo.md",
        "2024/08/30/x.md",
        "2024/08/30.md",
        "a/2024/08/30/b/x.md",
    ],
)
def test_folders_tell_the_day_where_the_file_name_does_not(path: str) -> None:
    assert date_of_path(path) == "2024-08-30"


def test_a_path_may_tell_no_day() -> None:
    assert date_of_path("vault/2024/Foo.md") is None
    assert date_of_path("Foo.md") is None


def test_only_days_of_the_calendar_are_valid() -> None:
    assert valid(2024, 2, 29) == "2024-02-29"
    assert valid(2023, 2, 29) is None
