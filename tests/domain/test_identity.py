"""Entries are about one paper when they share a key."""

from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.entry import Entry
from tuireader.domain.identity import canonical_tag, keys_of, title_key, title_keys


def test_case_spaces_and_punctuation_of_a_title_do_not_matter() -> None:
    assert title_key("Qwen2-VL: To See!") == title_key("qwen2 vl to  see")
    assert title_key("언어 모델, 하나") == title_key("언어모델 하나")


def test_spellings_of_a_tag_are_one() -> None:
    assert canonical_tag("Auto_Regressive") == canonical_tag("auto-regressive")


def test_the_strongest_key_is_first() -> None:
    entry = Entry(
        "A Title", url="https://arxiv.org/abs/2408.16293", arxiv_id="2408.16293"
    )
    assert keys_of(entry) == ("arxiv:2408.16293", "title:atitle")
    blog = Entry("A Title", url="https://www.example.org/post/")
    assert keys_of(blog) == ("url:example.org/post", "title:atitle")
    assert keys_of(Entry("A Title")) == ("title:atitle",)


def test_a_title_of_signs_alone_still_has_a_key() -> None:
    assert keys_of(Entry("???")) == ("title:???",)


@given(st.lists(st.text(max_size=12)))
def test_folding_many_titles_is_folding_each(titles: list[str]) -> None:
    assert title_keys(titles) == [title_key(title) for title in titles]
