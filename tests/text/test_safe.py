"""Nothing that acts on a terminal passes, and nothing that is text is lost."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.text import sanitise
from tuireader.text.safe import _PLAIN, MAX_MARKS, REPLACEMENT

FORBIDDEN = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\n\t\r"),
    "\x7f",
    *(chr(code) for code in range(0x80, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    *"\u200b\u2060\u2028\u2029\ufff9\ufffa\ufffb\ufeff",
    "\U000e0041",
    "\udcff",
]


@pytest.mark.threat("T1", "T4")
@pytest.mark.parametrize("char", FORBIDDEN, ids=lambda char: f"{ord(char):04x}")
def test_what_acts_on_a_terminal_is_replaced_and_not_deleted(char: str) -> None:
    assert sanitise(f"a{char}b") == f"a{REPLACEMENT}b"


@pytest.mark.threat("T3")
def test_deleting_would_have_built_a_sequence() -> None:
    assert sanitise("\x1b]5\x002;c;UFdORUQ=\x07") == "�]5�2;c;UFdORUQ=�"


@pytest.mark.parametrize(
    "text",
    [
        "plain text\nwith lines\tand tabs",
        "언어 모델과 강화 학습",
        "中文 日本語 ℝ x² ½ “quotes” — …",
        "👩‍🔬 ❤️ 🇰🇷",
        "a\N{NO-BREAK SPACE}b",
    ],
)
def test_text_stays_as_it_is(text: str) -> None:
    assert sanitise(text) == text


def test_line_ends_become_newlines() -> None:
    assert sanitise("a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.threat("T33")
def test_separators_that_python_splits_lines_at_do_not_make_lines() -> None:
    text = sanitise("one\x0btitle\x0c\x1c\x1d\x1e\x85\u2028\u2029here")
    assert len(text.splitlines()) == 1


@pytest.mark.threat("T32")
def test_decomposed_hangul_is_composed() -> None:
    assert sanitise(unicodedata.normalize("NFD", "한글")) == "한글"


@pytest.mark.threat("T32")
def test_compatibility_forms_keep_their_meaning() -> None:
    assert sanitise("x² ℝ ﬁ") == "x² ℝ ﬁ"


@pytest.mark.threat("T5")
@pytest.mark.parametrize("mark", ["\u0301", "\u11a8", "\ufe0f", "\u200d", "\u20dd"])
def test_marks_piled_on_one_character_are_capped(mark: str) -> None:
    text = sanitise("a" + mark * 5000 + "b")
    assert text.count(mark) <= MAX_MARKS
    assert text.startswith(("a", "á"))
    assert text.endswith("b")
    assert REPLACEMENT in text


def test_a_script_that_needs_marks_keeps_them() -> None:
    thai = "ที่นี่ภาษาไทยก็อ่านได้"
    assert sanitise(thai) == thai


nasty = st.text(alphabet=st.one_of(st.sampled_from(FORBIDDEN), st.characters()))


@pytest.mark.threat("T3")
@given(nasty)
def test_sanitising_twice_changes_nothing(text: str) -> None:
    once = sanitise(text)
    assert sanitise(once) == once


@pytest.mark.threat("T1", "T4", "T6")
@given(nasty)
def test_no_forbidden_character_passes(text: str) -> None:
    assert not set(FORBIDDEN) & set(sanitise(text))


def test_what_passes_at_a_glance_is_harmless_and_composes_with_nothing() -> None:
    pairs = map(unicodedata.decomposition, map(chr, range(sys.maxunicode + 1)))
    composing = {
        chr(int(parts[1], 16))
        for pair in pairs
        if len(parts := pair.split()) == 2 and not pair.startswith("<")
    }
    plain = [char for char in map(chr, range(sys.maxunicode)) if _PLAIN.fullmatch(char)]
    assert len(plain) > 30_000
    for char in plain:
        category = unicodedata.category(char)
        assert category[0] not in "CM" or char in "\n\t", ascii(char)
        assert category not in {"Zl", "Zp"}, ascii(char)
        assert unicodedata.is_normalized("NFC", char), ascii(char)
        assert not unicodedata.combining(char), ascii(char)
    assert not composing & set(plain)
