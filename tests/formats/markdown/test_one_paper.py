"""Digests of days on which there was one paper."""

import pytest

from tests.formats.samples import source
from tuireader.formats import read_digest

LINK = "[{}](https://arxiv.org/abs/2503.10622)"
TITLE = "Transformers without Normalization"
NAMES = "Jiachen Zhu, Xinlei Chen"
LISTED = f"- {LINK.format(TITLE)} — {NAMES}\n  - 잘 됩니다.\n  - #norm\n"
NUMBERED = (
    f"1. **{TITLE}** ({LINK.format('arXiv')})\n   *{NAMES}*\n\n   잘 됩니다. #norm\n"
)
HEADED = f"## {LINK.format(TITLE)}\n\n{NAMES}\n\n잘 됩니다.\n\n#norm\n"
THOUGHT = f"오늘은 회의가 많았다.\n\n- {LINK.format(TITLE)} 읽음\n"


@pytest.mark.parametrize("body", [LISTED, NUMBERED, HEADED])
@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("digest.md", "# 2025-03-14"),
        ("digest.md", "# Daily papers, March 14, 2025\n\n### LLM"),
        ("2025-03-14.md", "# 오늘의 논문"),
        ("daily/2025-03-14-papers.md", "# Papers"),
        ("250314.md", ""),
    ],
)
def test_a_day_with_one_paper_is_a_digest(path: str, heading: str, body: str) -> None:
    digest = read_digest(source(f"{heading}\n\n{body}", path))
    assert digest.format == "markdown", digest.reason
    (entry,) = digest.entries
    assert (entry.title, entry.arxiv_id) == (TITLE, "2503.10622")
    assert entry.authors == ("Jiachen Zhu", "Xinlei Chen")
    assert entry.date == "2025-03-14"
    words = " ".join(paragraph.text for paragraph in entry.commentary)
    assert words.startswith(("- 잘 됩니다.", "잘 됩니다."))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("2025-03-14.md", f"# 2025-03-14\n\n{THOUGHT}"),
        ("norms.md", f"# Notes on norms\n\n{LISTED}"),
        ("250314 Norms.md", f"# Norms\n\n{LISTED}"),
    ],
)
def test_a_note_that_begins_with_words_or_is_named_after_a_thing_is_none(
    path: str, text: str
) -> None:
    assert read_digest(source(text, path)).format == "vault"
