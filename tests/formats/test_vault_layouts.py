"""Vault notes as programs and people of all kinds leave them: every field."""

import unicodedata

import pytest

from tests.formats.note_layouts import KOREAN, LAYOUTS, NOTE, PAPER, TAGS, URL, WHOLE
from tests.formats.notes import one, read
from tests.formats.papers import PAPERS
from tuireader.domain.entry import Entry


def fields(entry: Entry) -> dict[str, object]:
    return {
        "title": entry.title,
        "authors": entry.authors,
        "abstract": entry.abstract,
        "words": tuple(paragraph.text for paragraph in entry.commentary),
        "tags": entry.tags,
        "arxiv_id": entry.arxiv_id,
    }


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_field_of_a_layout(name: str) -> None:
    text, differences = LAYOUTS[name]
    assert fields(one(text)) == WHOLE | differences
    assert fields(one(text.replace("\n", "\r\n"))) == WHOLE | differences


def test_a_rule_between_papers_is_no_text_of_either() -> None:
    other = NOTE.replace(PAPER.title, PAPERS[2].title).replace(PAPER.id, PAPERS[2].id)
    first, second = read(f"{NOTE}\n---\n\n{other}").entries
    assert fields(first) == WHOLE
    assert fields(second) == WHOLE | {
        "title": PAPERS[2].title, "arxiv_id": PAPERS[2].id,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("240830 LoRA.md", "2024-08-30"),
        ("240830_LoRA.md", "2024-08-30"),
        ("[240830] LoRA.md", "2024-08-30"),
        ("24-08-30 LoRA.md", "2024-08-30"),
        ("2024-08-30 LoRA.md", "2024-08-30"),
        ("20240830_LoRA.md", "2024-08-30"),
        ("202408301530 LoRA.md", "2024-08-30"),
        ("30-08-2024 LoRA.md", "2024-08-30"),
        ("Aug 30, 2024 LoRA.md", "2024-08-30"),
        ("2024년 8월 30일 LoRA.md", "2024-08-30"),
        ("LoRA (2024-08-30).md", "2024-08-30"),
        ("2024/08/30/LoRA.md", "2024-08-30"),
        ("2024-08-30/LoRA.md", "2024-08-30"),
        ("2024/08/LoRA.md", None),
        ("2106.09685v2.md", None),
        ("LoRA.md", None),
    ],
)
def test_the_day_of_a_note(path: str, day: str | None) -> None:
    entry = one(NOTE, f"vault/{path}")
    assert (entry.title, entry.date) == (PAPER.title, day)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("240830 Low-Rank Adaptation", "Low-Rank Adaptation"),
        (unicodedata.normalize("NFC", "240830 저랭크 적응"), "저랭크 적응"),
        ("Low-Rank 1a2b3c4d5e6f47a8b9c0d1e2f3a4b5c6", "Low-Rank"),
    ],
)
def test_a_note_without_title_is_called_as_its_file(name: str, title: str) -> None:
    assert one(f"{URL}\n\n{KOREAN}\n\n{TAGS}\n", f"vault/{name}.md").title == title
