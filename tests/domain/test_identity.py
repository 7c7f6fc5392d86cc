"""Entries are about one paper when they share a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.entry import Entry
from tuireader.domain.identity import (
    canonical_tag,
    keys_of,
    named_key,
    title_key,
    title_keys,
)


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


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(
            (text, "arxiv:1706.03762")
            for text in (
                "1706.03762", " 1706.03762v5\n", "arXiv:1706.03762", "arxiv:1706.03762",
                "https://arxiv.org/abs/1706.03762v2", "arxiv.org/pdf/1706.03762",
                "https://huggingface.co/papers/1706.03762",
            )
        ),
        ("title:A Title!", "title:atitle"),
        ("https://www.example.org/post/", "url:example.org/post"),
        ("url:example.org/post", "url:example.org/post"),
        ("A Title", None), ("1706.1", None), ("arxiv:1706.1", None), ("url:", None),
        ("title:", None), ("", None), (":", None),
    ],
)  # fmt: skip
def test_a_key_is_what_people_write_of_one(text: str, key: str | None) -> None:
    assert named_key(text) == key
