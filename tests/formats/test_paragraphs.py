"""Lines to paragraphs, and where code fences run."""

import textwrap

from tests.formats.samples import ABSTRACT
from tuireader.formats.paragraphs import fence_ends, joined, paragraphs_of


def test_a_line_is_a_paragraph() -> None:
    assert paragraphs_of(["첫 문단입니다.", "둘째 문단입니다."]) == [
        "첫 문단입니다.",
        "둘째 문단입니다.",
    ]
    assert paragraphs_of([]) == []


def test_lines_filled_to_a_margin_are_one_paragraph() -> None:
    assert paragraphs_of(textwrap.wrap(ABSTRACT, 80)) == [ABSTRACT]


def test_lists_tables_and_math_stay_together() -> None:
    lines = [
        "원인은 둘.",
        "1. 크기",
        "2. 속도",
        "끝.",
        "$$",
        "x",
        "$$",
        "| a |",
        "| b |",
    ]
    assert paragraphs_of(lines) == [
        "원인은 둘.",
        "1. 크기\n2. 속도",
        "끝.",
        "$$\nx\n$$\n| a |\n| b |",
    ]


def test_a_dash_within_filled_prose_begins_no_list() -> None:
    lines = ["-- as they say -- it works", "-- and so on"]
    assert paragraphs_of(lines) == lines


def test_empty_lines_part_paragraphs() -> None:
    assert joined(["a", "", "", "b"]) == ["a", "b"]


def test_fences_run_to_their_own_mark() -> None:
    lines = ["````", "```", "#x", "```", "````", "~~~", "~~~"]
    assert fence_ends(lines) == {0: 4, 5: 6}


def test_a_fence_that_nothing_closes_is_none() -> None:
    assert fence_ends(["```", "x"]) == {}
    assert fence_ends(["```inline``` code"]) == {}
