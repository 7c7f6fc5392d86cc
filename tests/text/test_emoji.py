"""Emoji are drawn as signs of which a terminal need not know how they are joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.text import sanitise
from tuireader.text.emoji import apart


@given(st.text("❤☺⌚👍👩🔬🇰🇷♂1\u20e3\ufe0e\ufe0f\u200d🏽🏿a한 \u200c"))
def test_a_text_is_as_wide_as_its_characters_alone(text: str) -> None:
    """So it is for terminals that join signs, and for those that do not."""
    drawn = apart(sanitise(text))
    assert cell_len(drawn) == sum(map(cell_len, drawn))


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("⚠️ 주의 👍🏽.", "⚠ 주의 👍."),
        ("👩🏽\u200d🔬 and 🏳️\u200d🌈", "👩🔬 and 🏳🌈"),
        ("می\u200cخواهم क्\u200dष", "می\u200cخواهم क्ष"),
        ("🇰🇷 ⭐", "🇰🇷 ⭐"),
    ],
)
def test_the_signs_stay(written: str, drawn: str) -> None:
    assert apart(sanitise(written)) == drawn
