"""Abstract and commentary keep their words and gain a calm look."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.style import Style

from tuireader.domain.entry import Paragraph
from tuireader.ui.prose import (
    MAX_CHARACTERS,
    MAX_PARAGRAPHS,
    ProseStyles,
    blocks_of,
    inline,
    text_blocks,
)

STYLES = ProseStyles(
    plain=Style(),
    strong=Style(bold=True),
    link=Style(underline=True),
    code=Style(dim=True),
    quiet=Style(color="grey50"),
)


def plain(text: str) -> list[str]:
    return [block.text.plain for block in text_blocks(text, STYLES)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a **bold** word", "a bold word"),
        ("an *italic* word, 2 * 3 * 4", "an italic word, 2 * 3 * 4"),
        ("see `code[0]`", "see code[0]"),
        ("see [paper](https://arxiv.org/abs/1)", "see paper (https://arxiv.org/abs/1)"),
        ("see [[folder/Note|the note]]", "see the note"),
        ("[MASK] and [CLS] stay", "[MASK] and [CLS] stay"),
        ("snake_case_name stays", "snake_case_name stays"),
        (r"\textasciitilde42% time", "~42% time"),
    ],
)
def test_markdown_reads_as_text(written: str, shown: str) -> None:
    assert plain(written) == [shown]


def test_an_address_is_styled_as_a_link_without_the_bracket_around_it() -> None:
    text = inline("(https://arxiv.org/abs/2310.13798) 이쪽", STYLES, STYLES.plain)
    linked = [
        text.plain[span.start : span.end]
        for span in text.spans
        if span.style == STYLES.link
    ]
    assert linked == ["https://arxiv.org/abs/2310.13798"]


def test_list_items_stand_together_and_hang() -> None:
    blocks = text_blocks("- one\n- two\n12. three", STYLES)
    assert [block.text.plain for block in blocks] == ["• one", "• two", "12. three"]
    assert [block.hang for block in blocks] == [2, 2, 4]
    assert [block.tight for block in blocks] == [False, True, True]


def test_code_fences_are_shown_as_they_stand() -> None:
    assert plain("```python\nx = '**no**'\n```") == ["x = '**no**'"]


def test_a_translation_is_headed_once() -> None:
    paragraphs = [
        Paragraph("한국어", "ko"),
        Paragraph("one", "en", translation=True),
        Paragraph("two", "en", translation=True),
    ]
    shown = [block.text.plain for block in blocks_of(paragraphs, STYLES)]
    assert shown == ["한국어", "── English", "one", "two"]


def test_a_huge_text_is_cut_and_says_so() -> None:
    shown = plain("x" * (MAX_CHARACTERS + 1000))
    assert len(shown) == 2
    assert "1,000 more characters" in shown[1]


@given(st.text(alphabet="ab *`[]()#-\n한", max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    assume("```" not in text)  # what follows a fence on its line names a language
    kept = "".join("".join(plain(text)).split())
    letters = [letter for letter in text if letter in "ab한"]
    assert [letter for letter in kept if letter in "ab한"] == letters


@pytest.mark.threat("T29", "T45")
def test_a_paper_of_endless_paragraphs_is_cut_and_says_so() -> None:
    many = [Paragraph(f"Paragraph {n}") for n in range(MAX_PARAGRAPHS + 7)]
    *blocks, last = blocks_of(many, STYLES)
    assert len(blocks) == MAX_PARAGRAPHS
    assert last.text.plain == "── 7 more paragraphs in the file"
    long = [Paragraph("x" * MAX_CHARACTERS)] * 3
    *blocks, last = blocks_of(long, STYLES)
    assert len(blocks) == 1
    assert last.text.plain == "── 2 more paragraphs in the file"


def test_emoji_move_no_border_on_terminals_that_join_none() -> None:
    (block,) = text_blocks("⚠️ 주의 👍🏽 👩\u200d🔬", STYLES)
    assert block.text.plain == "⚠ 주의 👍 👩🔬"
