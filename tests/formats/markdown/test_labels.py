"""Names of fields in four languages, and words that only name a link."""

import pytest

from tests.formats.comparing import said
from tests.formats.samples import source
from tuireader.domain.entry import Digest, Entry
from tuireader.formats.markdown.labels import (
    Label,
    Role,
    label_of,
    names_bar,
    names_button,
    names_link,
)
from tuireader.formats.markdown.reader import read_markdown
from tuireader.formats.markdown.segments import leading_label


def below_title(line: str) -> Entry:
    """Return the entry that has `line` below its heading."""
    heads = [
        f"## [A Title {n} of It](https://arxiv.org/abs/2408.0000{n})" for n in (1, 2)
    ]
    text = f"{heads[0]}\n{line}\n\n{heads[1]}\nWe show it.\n"
    return read_markdown(source(text, "a.md")).entries[0]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Authors", Role.AUTHORS), ("AUTHOR(S)", Role.AUTHORS), ("作者", Role.AUTHORS),
        ("著者", Role.AUTHORS), ("저자", Role.AUTHORS), ("👥 Authors", Role.AUTHORS),
        ("Abstract", Role.ABSTRACT), ("摘要", Role.ABSTRACT), ("초록", Role.ABSTRACT),
        ("要旨", Role.ABSTRACT), ("1. Abstract", Role.ABSTRACT),
        ("📖 초록 보기", Role.ABSTRACT), ("Click to view abstract", Role.ABSTRACT),
        ("Keywords", Role.TAGS), ("关键词", Role.TAGS), ("キーワード", Role.TAGS),
        ("키워드", Role.TAGS), ("Primary Category", Role.TAGS),
        ("Date", Role.DATE), ("日期", Role.DATE), ("날짜", Role.DATE),
        ("Published", Role.PUBLISHED), ("发布日期", Role.PUBLISHED),
        ("公開日", Role.PUBLISHED), ("게시일", Role.PUBLISHED),
        ("arXiv", Role.LINK), ("链接", Role.LINK), ("論文リンク", Role.LINK),
        ("논문 링크", Role.LINK), ("TL;DR", Role.NOTE), ("한 줄 요약", Role.NOTE),
        ("一句话总结", Role.NOTE), ("要約", Role.NOTE), ("Score:", Role.NOTE),
        ("论文标题", Role.TITLE), ("제목", Role.TITLE), ("原題", Role.TITLE),
        ("#", Role.ROW), ("序号", Role.ROW), ("번호", Role.ROW),
    ],
)  # fmt: skip
def test_what_names_of_fields_mean(text: str, role: str) -> None:
    label = label_of(text)
    assert label
    assert label.role == role


@pytest.mark.parametrize("text", ["", "Attention", "The authors", "서론", "x" * 99])
def test_other_words_are_no_names_of_fields(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "original", "translated"),
    [
        ("Abstract", False, False), ("英文摘要", True, False),
        ("中文摘要", False, True),
        ("摘要（原文）", True, False), ("초록 (번역)", False, True),
        ("Abstract (original)", True, False), ("日本語要旨", False, True),
        ("摘要翻译", False, True),
    ],
)  # fmt: skip
def test_names_tell_originals_from_translations(
    text: str, *, original: bool, translated: bool
) -> None:
    assert label_of(text) == Label(Role.ABSTRACT, original, translated)


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Authors: A B", Role.AUTHORS, "A B"), ("作者：甲", Role.AUTHORS, "甲"),
        ("authors:: A B", Role.AUTHORS, ": A B"),
        ("👥 A B, C D", Role.AUTHORS, "A B, C D"),
        ("🏷️ cs.CL", Role.TAGS, "cs.CL"),
        ("📅 2025-07-07", Role.PUBLISHED, "2025-07-07"),
        ("[!abstract] A word", Role.ABSTRACT, "A word"),
        ("[!tip] A word", Role.NOTE, "A word"),
        ("⭐ 9.5", Role.NOTE, "9.5"),
    ],
)  # fmt: skip
def test_the_name_that_begins_a_line(text: str, role: str, value: str) -> None:
    label, start = leading_label(text)
    assert label
    assert (label.role, text[start:].strip()) == (role, value)


@pytest.mark.parametrize(
    "text", ["A Title: With a Colon", "12:30 is a time", "⭐ LoRA", "a | Authors: B"]
)
def test_lines_that_begin_with_no_name(text: str) -> None:
    assert leading_label(text) == (None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "PDF", "arXiv", "[pdf]", "arXiv:2501.12948", "2501.12948v2", "论文链接",
        "링크", "コード", "Paper & Code", "https://arxiv.org/abs/2501.12948", "here",
    ],
)  # fmt: skip
def test_texts_that_only_name_a_link(text: str) -> None:
    assert names_link(text)


@pytest.mark.parametrize("text", ["LoRA", "Attention Is All You Need", "注意力"])
def test_texts_that_say_more_than_the_link(text: str) -> None:
    assert not names_link(text)


def test_words_between_links() -> None:
    assert names_bar(" | PDF / ")
    assert names_bar("arXiv: 2501.12948")
    assert not names_bar("by Ada Lee")


@pytest.mark.parametrize("text", ["Show", "Click to expand", "摘要", "点击展开"])
def test_names_of_buttons(text: str) -> None:
    assert names_button(text)


def test_words_are_no_names_of_buttons() -> None:
    assert not names_button("15 pages, 5 figures")


@pytest.mark.parametrize(
    "line", ["tags: [moe, llm]", "**Tags**: [moe, llm]", "- **Tags: moe, llm**"]
)
def test_tags_in_brackets_are_the_value_of_their_field(line: str) -> None:
    assert below_title(line).tags == ("moe", "llm")


@pytest.mark.parametrize(
    "line", ["Authors: (Ada Lee, Bo Wu)", "Authors: [Ada Lee, Bo Wu]"]
)
def test_brackets_around_names_are_no_part_of_them(line: str) -> None:
    assert below_title(line).authors == ("Ada Lee", "Bo Wu")


@pytest.mark.parametrize("line", ["좋은 논문입니다.", "아주 재미있네요."])
def test_a_sentence_of_two_words_names_nobody(line: str) -> None:
    entry = below_title(f"{line}\ntags: moe, llm")
    assert entry.authors == ()
    assert line in entry.commentary[0].text


def test_a_chip_without_words_is_no_tag() -> None:
    assert below_title("<span class='tag'>\u00a0</span> <code>moe</code>").tags == (
        "moe",
    )


def test_front_matter_about_a_digest_is_told_with_its_authors() -> None:
    papers = "".join(
        f"## [A Title {n} of It](https://arxiv.org/abs/2408.0000{n})\n\nWe show it.\n\n"
        for n in (1, 2)
    )
    text = (
        f"---\ntitle: Of Today\nauthors: [Ada Moor]\naliases: [Daily]\n---\n\n{papers}"
    )
    kept = said(Digest("a.md", "", "", "", *read_markdown(source(text, "a.md"))))
    assert all(word in kept for word in ("Of Today", "Ada Moor", "Daily"))


@pytest.mark.parametrize("name", ["(as I read it) tags", "(not by me) Code"])
def test_a_remark_before_a_name_is_not_lost_with_it(name: str) -> None:
    assert label_of(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "(1) tags", "(b) tags", "tags (by hand)", "(原文) 摘要", "(Abstract)",
        "(in English) Abstract", "(Official) Code", "(preprint) Paper", "(First) By",
        "（官方）代码", "(공식) 코드",
    ],
)  # fmt: skip
def test_a_number_a_language_or_one_adjective_goes_with_a_name(name: str) -> None:
    assert label_of(name)


@pytest.mark.parametrize("form", ["- {}: {}", "- **{}:** {}", "**{}**: {}  "])
def test_fields_whose_names_have_an_adjective_in_parentheses(form: str) -> None:
    link, code = "https://arxiv.org/abs/2106.0968", "https://github.com/a/b"
    fields = {
        "(Corresponding) Author": "Ada Lee", "(Preprint) Paper": f"{link}0",
        "(Official) Code": code, "(Short) Abstract": "We do it well in it.",
    }  # fmt: skip
    lines = "\n".join(form.format(*field) for field in fields.items())
    text = f"## LoRA Models of All\n\n{lines}\n\n## The Other\n\n{link}5\n"
    entry = read_markdown(source(text, "a.md")).entries[0]
    assert entry.authors == ("Ada Lee",)
    assert entry.arxiv_id == "2106.09680"
    assert entry.abstract == "We do it well in it."
    (words,) = entry.commentary
    assert words.text == f"[(Official) Code]({code})"
