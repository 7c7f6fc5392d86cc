"""Author lists as digests write them, and lines that are none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.formats.people import looks_like_authors, split_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lee, Bo Wu", ("Ada Lee", "Bo Wu")),
        ("Ada Lee and Bo Wu", ("Ada Lee", "Bo Wu")),
        ("Ada Lee, Bo Wu, and Cy Kim", ("Ada Lee", "Bo Wu", "Cy Kim")),
        ("Ada Lee & Bo Wu", ("Ada Lee", "Bo Wu")),
        ("Ada Lee; Bo Wu", ("Ada Lee", "Bo Wu")),
        ("Ada Lee · Bo Wu | Cy Kim", ("Ada Lee", "Bo Wu", "Cy Kim")),
        ("Ada Lee, Bo Wu et al.", ("Ada Lee", "Bo Wu")),
        ("Ada Lee et.al.", ("Ada Lee",)),
        ("Ada Lee, Bo Wu, and 5 others", ("Ada Lee", "Bo Wu")),
        ("Ada Lee, Bo Wu (+12 more)", ("Ada Lee", "Bo Wu")),
        ("Ada Lee, Bo Wu, +12 more", ("Ada Lee", "Bo Wu")),
        ("张三、李四等", ("张三", "李四")),
        ("张三，李四 等人", ("张三", "李四")),
        ("김철수, 이영희 외 3명", ("김철수", "이영희")),
        ("山田太郎、鈴木花子 ほか", ("山田太郎", "鈴木花子")),
        ("**Ada Lee**, *Bo Wu*", ("Ada Lee", "Bo Wu")),
        ("Ada Lee1,2*, Bo Wu", ("Ada Lee", "Bo Wu")),
        ("Ada Lee*, Bo Wu†", ("Ada Lee", "Bo Wu")),
        ("Sam Fox, Jr., Bo Wu", ("Sam Fox, Jr.", "Bo Wu")),
        ("Ada Lee (One, Two), Bo Wu", ("Ada Lee (One, Two)", "Bo Wu")),
        ("A. Lee, B. Wu.", ("A. Lee", "B. Wu")),
        ("Qwen Team", ("Qwen Team",)),
        ("Ada Lee, ..., Bo Wu", ("Ada Lee", "...", "Bo Wu")),
        ("", ()),
    ],
)
def test_lists_are_split_into_names(text: str, names: tuple[str, ...]) -> None:
    assert split_authors(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lee, Bo Wu",
        "A. Lee, B. Wu, C. D. Kim",
        "Jan van der Berg, Maria de la Cruz",
        "Vaswani et al.",
        "张三、李四",
        "김철수, 이영희",
        "Ada Lee, Bo Wu, Cy Kim, Di Park et al.",
        "Ada Lee · Bo Wu",
        "Jean-Luc O'Neill, Åsa Öberg",
    ],
)
def test_lines_that_are_lists_of_people(text: str) -> None:
    assert looks_like_authors(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Attention Is All You Need",
        "We show this, that and more of it",
        "cs.CL, cs.LG",
        "machine translation, attention",
        "https://x.org/a, https://x.org/b",
        "It is good, and it is short.",
        "Ada Lee",
    ],
)
def test_lines_that_are_none(text: str) -> None:
    assert not looks_like_authors(text)


def test_one_name_is_enough_where_its_place_speaks_for_it() -> None:
    assert looks_like_authors("Ada Lee", alone=True)
    assert not looks_like_authors("attention", alone=True)


def test_thousands_of_authors_are_all_kept() -> None:
    names = tuple(f"A{n}. Lee" for n in range(4_000))
    assert split_authors(", ".join(names)) == names


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    names = split_authors(text)
    assert all(name == name.strip() and name for name in names)
    looks_like_authors(text)


@pytest.mark.parametrize(
    "unit", ["a, ", "et al ", "A B, ", "(", ")(", "and ", "等", "…", "1,", "*", " "]
)
def test_long_lists_take_time_by_their_length(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    begin = time.process_time()
    split_authors(text)
    looks_like_authors(text)
    assert time.process_time() - begin < 3
