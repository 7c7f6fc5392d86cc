"""Lines of hashtags."""

import pytest

from tuireader.formats.hashtags import leading_tags, tags_of_line, trailing_tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("#moe", ("moe",)),
        (" #moe  #vision-language ", ("moe", "vision-language")),
        ("#auto_regressive #3d", ("auto_regressive", "3d")),
        ("#moe, #llm", ("moe", "llm")),
        ("#moe#llm", ("moe", "llm")),
        ("＃moe #한글", ("moe", "한글")),
        ("Tags: #moe #llm", ("moe", "llm")),
        ("**태그**: #moe", ("moe",)),
        ("#llm #c#", ("llm", "c#")),
        ("#C# #llm", ("C#", "llm")),
        ("#llm #-minus #%s #1", ("llm", "minus", "s", "1")),
        ("#llm##moe #vlm", ("llm", "moe", "vlm")),
        ("#llm # #moe", ("llm", "moe")),
    ],
)
def test_a_line_of_nothing_but_hashtags(line: str, tags: tuple[str, ...]) -> None:
    assert tags_of_line(line) == tags


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# Links",
        "## Title",
        "#1 #2",
        "#!/bin/sh",
        "#moe 모델입니다",
        "모델입니다 #moe",
        "#InsTag: Instruction Tagging",
        "#define X 1",
        "#",
        "##",
        "#-",
        "#Heading#",
        "# #moe",
        "#% #-",
        "#llm #c# words",
    ],
)
def test_a_line_with_anything_else_is_no_tag_line(line: str) -> None:
    assert tags_of_line(line) == ()


def test_what_stands_behind_the_tags_is_told() -> None:
    assert leading_tags("#moe #llm stray words") == (("moe", "llm"), "stray words")


def test_hashtags_without_a_word_are_told() -> None:
    assert leading_tags("#llm # #moe #%") == (("llm", "moe"), "# #%")


def test_tags_at_the_end_of_a_sentence_are_found() -> None:
    assert trailing_tags("A sentence about #1 thing. #gan #vocoder") == (
        "gan",
        "vocoder",
    )
    assert trailing_tags("A sentence.") == ()
