"""The authors whom a list does not name."""

import time

import pytest

from tuireader.text.others import others_in, stands_for_others


@pytest.mark.parametrize(
    "words",
    ["et al.", "et al", "Et al.", "외", "외 3명", "외 12인", "ほか", "他2名", "等"],
)
def test_these_stand_for_others(words: str) -> None:
    assert stands_for_others(words)


@pytest.mark.parametrize(
    "name", ["", "Ada Lee", "Etienne Al", "김민수", "외숙", "他者"]
)
def test_these_are_somebody(name: str) -> None:
    assert not stands_for_others(name)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("김성현 외 3명", "외 3명"),
        ("山田太郎ほか", "ほか"),
        ("张三等", "等"),
        ("이외수", ""),
    ],
)
def test_the_end_of_a_list_says_so(names: str, words: str) -> None:
    found = others_in(names)
    assert (found[1] if found else "") == words


@pytest.mark.threat("T30", "T45")
@pytest.mark.parametrize("unit", ["等", "ほ", "외 ", " 他", "等 1", " "])
def test_lists_made_to_be_slow_take_no_time(unit: str) -> None:
    begin = time.process_time()
    others_in(unit * 32_000)
    stands_for_others(unit * 32_000)
    assert time.process_time() - begin < 1
