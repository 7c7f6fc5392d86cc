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


def test_a_word_is_shown_only_where_it_is_looked_for() -> None:
    query = Query.parse("title:deep note:learning net")
    text = "Deep learning net"
    assert query.spans(text, "title") == [(0, 4), (14, 17)]
    assert query.spans(text, "note") == [(5, 13), (14, 17)]
    assert query.spans(text, "abstract") == [(14, 17)]
    assert query.spans(text) == [(0, 4), (5, 13), (14, 17)]
    assert Query.parse("-deep").spans(text) == []
    assert Query.parse("").spans(text) == []


def test_what_is_like_a_word_is_shown_in_heads() -> None:
    query = Query.parse("~transfromer")
    [(start, end)] = query.spans("A Transformer at work", "title")
    assert "Transform" in "A Transformer at work"[start:end]
    assert query.spans("A Transformer at work", "note") == []
    assert query.spans("Nothing of it", "title") == []


def test_a_phrase_is_shown_across_the_end_of_a_line() -> None:
    assert Query.parse('"two words"').spans("two\nwords") == [(0, 9)]


def test_places_of_one_text_do_not_overlap() -> None:
    query = Query.parse("transform ~transfromer")
    assert len(query.spans("A Transformer at work", "title")) == 1


def test_a_short_text_is_not_like_the_word_that_holds_it() -> None:
    assert Query.parse("~world").spans("rl", "tag") == []
