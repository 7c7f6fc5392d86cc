"""What is underlined is what matched, in the text as it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.papers import TODAY
from tuireader.query import Query, find_spans, fold
from tuireader.text import sanitise


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("diff", "Diffusion, diffused", ["Diff", "diff"]),
        ("ab bc", "xABCx", ["ABC"]),
        ('"한 글"', "이 한 글을", ["한 글"]),
        ("strasse", "Die Straße dort", ["Straße"]),
        ("ort", "Die Straße dort", ["ort"]),
        ("ㅎㅅ", "강화 학습을", ["학습"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("-abc", "abc", []),
        ("#abc", "abc", []),
        ("", "abc", []),
    ],
)
def test_matches_are_shown(query: str, text: str, shown: list[str]) -> None:
    found = find_spans(Query.parse(query, TODAY).words, text)
    assert [text[start:end] for start, end in found] == shown


@given(
    st.text(alphabet="aAßİ한글é b", max_size=12).map(sanitise),
    st.text("aß한e b", min_size=1),
)
def test_places_lie_in_the_text_in_order_and_hold_the_word(
    text: str, word: str
) -> None:
    folded = fold(word)
    found = find_spans([folded], text)

    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(folded in fold(text[start:end]) for start, end in found)
    assert bool(found) is (folded in fold(text))
