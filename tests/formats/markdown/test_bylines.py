"""Authors and the paper's link in one line or paragraph below a heading."""

import pytest

from tests.formats.samples import source
from tuireader.formats.markdown.reader import read_markdown

TITLES = ("Block Diffusion of Models", "Transformers without Normalization")


@pytest.mark.parametrize(
    "names", ["Ada Lee, Bo Wu", "Ada Lee, Bo Wu, Cy Kim, Di Yu, Ed Fox", "Gemma Team"]
)
@pytest.mark.parametrize(
    "form",
    [
        "{} ([arXiv]({}))",
        "{} · [arXiv]({})",
        "{} [arXiv]({})",
        "{} — [PDF]({})",
        "*{}* [[paper]]({})",
        "{}\n[arXiv]({})",
        "{}  \n[arXiv]({})",
        "> {}\n> [arXiv]({}) · [code](https://github.com/a/b)",
        "> {}\n> [arXiv]({})",
        "{}\n\n[arXiv]({})",
        "{}\n{}",
    ],
)
def test_who_wrote_a_paper_beside_its_link(form: str, names: str) -> None:
    links = [f"https://arxiv.org/abs/2503.0957{n}" for n in (1, 2)]
    entries = [
        f"### {title}\n{form.format(names, link)}\n\n좋다.\n"
        for title, link in zip(TITLES, links, strict=True)
    ]
    text = "# 2025-03-14\n\n" + "\n".join(entries)
    found = read_markdown(source(text, "a.md")).entries
    assert [entry.title for entry in found] == list(TITLES)
    for entry, link in zip(found, links, strict=True):
        assert (entry.url, entry.authors) == (link, tuple(names.split(", ")))
        assert entry.commentary[0].text == "좋다."


def test_a_sentence_above_a_link_names_nobody() -> None:
    below = "A simple idea, well executed\n[arXiv](https://arxiv.org/abs/2503.0957{})"
    entries = [f"### {TITLES[n]}\n{below.format(n)}\n" for n in (0, 1)]
    for entry in read_markdown(source("\n".join(entries), "a.md")).entries:
        assert entry.authors == ()
        assert entry.commentary[0].text.startswith("A simple idea, well executed")


@pytest.mark.parametrize("by", ["by {}", "By the {}", "by: {}"])
def test_the_word_by_is_none_of_the_names(by: str) -> None:
    behind = f"{by.format('Gemma Team')}\n\n  좋다.\n"
    lines = [
        f"- [{title}](https://arxiv.org/abs/2503.0957{n}) {behind}"
        for n, title in enumerate(TITLES)
    ]
    for entry in read_markdown(source("\n".join(lines), "a.md")).entries:
        assert entry.authors == ("Gemma Team",)
        assert [x.text for x in entry.commentary] == ["좋다."]
