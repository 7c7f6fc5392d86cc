"""Data becomes cells: cut by width, never read as markup, never able to act."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tuireader.text.safe import _FORBIDDEN
from tuireader.ui.render import ELLIPSIS, fit, label, line_of, marked, strip_of

PLAIN = Style()


@given(st.text(), st.integers(0, 60))
def test_a_fitted_text_never_exceeds_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(line_of(text), width)) <= width


@given(st.text(max_size=80), st.text(max_size=20), st.integers(1, 90))
def test_a_strip_has_exactly_the_width_asked_for(
    left: str, right: str, width: int
) -> None:
    strip = strip_of([(line_of(left), PLAIN)], width, PLAIN, [(line_of(right), PLAIN)])
    assert strip.cell_length == width
    assert sum(cell_len(segment.text) for segment in strip) == width


@given(st.text())
def test_a_line_holds_nothing_that_acts_on_a_terminal(text: str) -> None:
    line = line_of(text)
    assert "\n" not in line
    assert "\t" not in line
    assert not re.search(_FORBIDDEN, line)


def test_korean_is_cut_by_cells_and_not_by_characters() -> None:
    assert fit("한국어 제목", 8) == "한국어…"
    assert cell_len(fit("한국어 제목", 8)) <= 8
    assert fit("abc", 3) == "abc"


def test_brackets_in_a_title_are_text() -> None:
    title = "[MASK] and [CLS] in [@click=app.quit]x[/]"
    assert label(title).plain == title


def test_tex_in_a_title_is_read_as_unicode() -> None:
    assert line_of(r"$\tau^2$-bench: \textasciitilde42% less") == "τ^2-bench: ~42% less"


def test_a_line_is_as_wide_on_terminals_that_join_no_emoji() -> None:
    assert line_of("⚠️ 👍🏽 👩\u200d🔬") == "⚠ 👍 👩🔬"


@pytest.mark.parametrize("width", range(1, 12))
def test_a_line_in_pieces_is_cut_as_a_whole_one_is(width: int) -> None:
    """Wherever a hit is underlined in it."""
    text = "한글 abc 제목"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            pieces = marked(text, PLAIN, [(start, end)], PLAIN)
            drawn = strip_of(pieces, width, PLAIN).text
            assert cell_len(drawn) == width
            assert drawn.rstrip().endswith(ELLIPSIS)


def test_a_line_in_pieces_that_fits_is_not_cut() -> None:
    pieces = marked("한글 abc 제목", PLAIN, [(0, 2), (3, 4)], PLAIN)
    assert strip_of(pieces, 13, PLAIN).text == "한글 abc 제목"
