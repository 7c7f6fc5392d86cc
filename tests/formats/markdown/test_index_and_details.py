"""Digests with a table or list of all papers above a section about each."""

import pytest

from tests.formats.samples import source
from tuireader.formats.markdown.reader import read_markdown

PAPERS = {
    "Transformers without Normalization": "2503.10622",
    "Gemma 3 Technical Report": "2503.19786",
    "Block Diffusion of Models": "2503.09573",
}
LINK = "https://arxiv.org/abs/{}"
INDEXES = {
    "table": (
        "| # | 标题 | 链接 |\n|---|---|---|\n",
        "| {n} | {title} | [PDF]({link}) |",
    ),
    "linked table": ("| Paper |\n|---|\n", "| **[{title}]({link})** |"),
    "list": ("", "{n}. [{title}]({link})"),
    "bold list": ("", "- **{title}** [[pdf]({link})]"),
}
BODY = "**Authors**: Ada Lee, Bo Wu\n\n좋은 논문 {n}.\n\n1. 간단\n2. 빠름\n"


@pytest.mark.parametrize(
    "heading", ["### {title}", "## {n}. {title}", "### {n}. **{title}**"]
)
@pytest.mark.parametrize("index", INDEXES)
def test_a_section_named_as_a_paper_of_the_index_is_about_it(
    index: str, heading: str
) -> None:
    top, form = INDEXES[index]
    rows = "\n".join(
        form.format(n=n, title=title, link=LINK.format(number))
        for n, (title, number) in enumerate(PAPERS.items(), start=1)
    )
    sections = "\n".join(
        f"{heading.format(n=n, title=title)}\n\n{BODY.format(n=n)}"
        for n, title in enumerate(PAPERS, start=1)
    )
    text = f"# 2025-03-14\n\n# Overview\n\n{top}{rows}\n\n# 详细\n\n{sections}"
    found = read_markdown(source(text, "a.md")).entries
    assert {entry.title: entry.arxiv_id for entry in found} == PAPERS
    assert len(found) == len(PAPERS)
    for n, entry in enumerate(found, start=1):
        assert (entry.authors, entry.tags) == (("Ada Lee", "Bo Wu"), ())
        words = "\n".join(paragraph.text for paragraph in entry.commentary)
        assert words == f"좋은 논문 {n}.\n- 간단\n- 빠름"
