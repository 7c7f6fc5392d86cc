"""What a query tells about itself: its order, its words, its meaning in words."""

import subprocess
import sys

import pytest

from tests.query.papers import EVERY, PAPERS, TODAY
from tuireader.query import Query


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        ")",
        "-",
        "NOT ",
        "OR ",
        '"',
        "tag:,",
        "(a OR -",
        "f(",
        "#",
        'tag:"\\"',
        "a b ",
    ],
)
def test_long_nonsense_is_read_without_falling_over(piece: str) -> None:
    text = piece * 20_000
    query = Query.parse(text, TODAY)

    assert Query.parse(text, TODAY) == query
    assert query.narrows(Query.parse("", TODAY))
    query.describe()


def test_control_characters_are_replaced_before_they_are_named() -> None:
    query = Query.parse("kim is:\x1b]52;c;x\x07", TODAY)

    assert "\x1b" not in f"{query.text}{query.problems}{query.describe()}"


def test_a_match_of_the_title_comes_before_tag_author_and_text() -> None:
    query = Query.parse("rewards sort:match", TODAY)
    assert query.ranked(PAPERS, query.select(PAPERS, EVERY)) == [2, 5]

    query = Query.parse("moe", TODAY)
    assert query.ranked(PAPERS, [4, 0]) == [0, 4]

    query = Query.parse("vision", TODAY)
    assert query.ranked(PAPERS, [1, 3]) == [3, 1]

    query = Query.parse("-kim", TODAY)
    assert query.ranked(PAPERS, [4, 3]) == [4, 3]


def test_words_to_show_are_those_that_are_looked_for() -> None:
    query = Query.parse('Kim -ruiz #moe (title:Mix OR "Two words") kim', TODAY)
    assert query.words == ("kim", "mix", "two words")


def test_a_query_says_in_words_what_it_means() -> None:
    text = "Kim #rl,moe -is:read (title:a OR (b c)) after:30d before:2024 -(x OR y)"
    assert Query.parse(text, TODAY).describe() == (
        "containing “kim”, tagged moe or rl, not read, "
        "with “a” in the title or (containing “b”, containing “c”), "
        "since 30d, before 2024, not (containing “x” or containing “y”)"
    )
    assert Query.parse("", TODAY).describe() == "all papers"


def test_the_query_for_everything_imports_no_language() -> None:
    """It is the first screen's: what reads a query is not on the way to that."""
    code = (
        "import sys; from tuireader.query import Query; everything = Query.parse('');"
        "assert everything.select(None, range(3)) == [0, 1, 2]; everything.describe();"
        "assert (everything.tags, everything.dates) == (frozenset(), frozenset());"
        "print('tuireader.query.parser' in sys.modules, 'rapidfuzz' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, text=True
    )
    assert run.stdout == "False False\n"
