"""Counts take the number of their noun."""

import pytest

from tuireader.text.counted import counted


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (0, "paper", "0 papers"),
        (1, "paper", "1 paper"),
        (2_400, "file", "2,400 files"),
        (1, "entry", "1 entry"),
        (3, "entry", "3 entries"),
        (2, "day", "2 days"),
        (2, "match", "2 matches"),
        (5, "arXiv id", "5 arXiv ids"),
    ],
)
def test_a_count_is_said_in_words(count: int, noun: str, words: str) -> None:
    assert counted(count, noun) == words
