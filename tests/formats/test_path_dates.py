"""Dates in the names of files and folders."""

import pytest

from tuireader.formats.path_dates import date_of_path, split_name


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
