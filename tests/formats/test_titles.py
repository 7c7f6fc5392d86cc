"""Title lines."""

import pytest

from tuireader.formats.titles import (
    authors_of_line,
    is_title_case,
    is_title_like,
    read_title,
    says_name,
    titled_address,
)


def test_a_title_that_is_a_link_has_its_address() -> None:
    found = read_title(["*[A Title](https://a.org/x)* (Ada Lee, Bo Wu)"], 0)
    assert found == ("A Title", ("Ada Lee", "Bo Wu"), "https://a.org/x", 1)


def test_a_list_of_authors_whose_end_was_cut_off() -> None:
    found = read_title(["A Title (Ada Lee, Bo Wu, Cy Xu, Di Yu"], 0)
    assert found is not None
    assert found.authors == ("Ada Lee", "Bo Wu", "Cy Xu", "Di Yu")


@pytest.mark.parametrize(
    "line",
    [
        "방법의 개량. (Ada Lee, Bo Wu)",
        "It follows earlier work. (Ada Lee, Bo Wu)",
        "See https://a.org (Ada Lee, Bo Wu)",
        "A sentence (which is an aside, as it were)",
        "*emphasis* and more words",
        "Words",
        "- item (Ada Lee, Bo Wu",
        "(",
        ")",
        "*",
        "**",
    ],
)
def test_other_lines_are_no_titles(line: str) -> None:
    assert read_title([line], 0) is None


def test_a_title_without_authors_ends_like_no_sentence() -> None:
    assert is_title_like("Attention Is All You Need?")
    assert not is_title_like("It works.")
    assert not is_title_like("한국어 제목")
    assert not is_title_like("- item")
    assert not is_title_like("x" * 301)


def test_a_title_beside_its_address() -> None:
    assert titled_address("A Title (https://a.org/x)") == ("A Title", "https://a.org/x")
    assert titled_address("A Title https://a.org/x") == ("A Title", "https://a.org/x")
    assert titled_address("A Title (https://a.org/x) 를 구현해봤다.") is None
    assert titled_address("https://a.org/x") is None


def test_a_file_is_named_after_a_title_if_one_begins_the_other() -> None:
    assert says_name("CAPE: Context-Adaptive Encoding", "CAPE")
    assert says_name("Sora", "sora")
    assert not says_name("Logit Lens", "Transformer Feed-Forward Layers")
    assert not says_name("—", "x")


def test_an_author_line_is_in_parentheses_as_a_whole() -> None:
    assert authors_of_line("(Ada Lee, Bo (B.) Wu)") == ("Ada Lee", "Bo (B.) Wu")
    assert authors_of_line("(by OpenAI)") == ("OpenAI",)
    assert authors_of_line("(Ada Lee) and (Bo Wu)") == ()
    assert authors_of_line("Ada Lee, Bo Wu") == ()
    assert authors_of_line("()") == ()


@pytest.mark.parametrize(
    "title",
    [
        "Attention is All You Need",
        "What Is In the Box",
        "On the Way to RL",
        "Scaling up RL on TPU",
        "GPT-4o at the 3D Arm",
        "vLLM: Easy and Fast Serving",
    ],
)
def test_titles_have_capitals(title: str) -> None:
    assert is_title_case(title)


@pytest.mark.parametrize(
    "words",
    [
        "a big win for us",
        "This is so bad",
        "What is in the box",
        "A very nice idea for detection",
        "Three words long",
        "Read it if you can",
    ],
)
def test_short_words_and_the_first_capital_tell_of_no_title(words: str) -> None:
    assert not is_title_case(words)
