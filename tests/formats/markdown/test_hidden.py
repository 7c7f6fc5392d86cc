"""What pages hide, buttons and scripts, is left out; never the digest behind it."""

import pytest

from tests.formats.comparing import said
from tests.formats.samples import source
from tuireader.domain.entry import Digest
from tuireader.formats.markdown.reader import read_html, read_markdown

HIDING = (
    "button", "canvas", "footer", "form", "iframe", "label", "math", "nav", "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "xmp", "plaintext", "noembed", "frameset",
)  # fmt: skip
PAPER = "[Attention Is All You Need](https://arxiv.org/abs/1706.03762)"
LINKED = PAPER.replace("[", "<a href='https://arxiv.org/abs/1706.03762'>", 1).replace(
    "](https://arxiv.org/abs/1706.03762)", "</a>"
)


def read(text: str, name: str) -> Digest:
    reading = (read_html if name.endswith("html") else read_markdown)(
        source(text, name)
    )
    return Digest(name, "", "", "", *reading)


@pytest.mark.parametrize("tag", HIDING)
@pytest.mark.parametrize("form", ["about the <{}> element", "<{}>", "<{} x='y'>\n\n"])
def test_a_tag_without_an_end_hides_nothing(form: str, tag: str) -> None:
    """Sentences name tags, GitHub shows some as text: all of the rest was dropped."""
    text = f"# Papers\n\nNotes {form.format(tag)} today\n\n- {PAPER} Ashish Vaswani\n"
    digest = read(text, "2024-08-30.md")
    assert [entry.arxiv_id for entry in digest.entries] == ["1706.03762"]
    assert all(word in said(digest) for word in ("Notes", tag, "today", "Vaswani"))


@pytest.mark.parametrize("tag", HIDING[:17])
def test_a_tag_without_an_end_hides_nothing_of_a_page(tag: str) -> None:
    text = f"<html><body><{tag}>\n<ul><li>{LINKED} Ashish Vaswani</ul>"
    digest = read(text, "2024-08-30.html")
    assert [entry.arxiv_id for entry in digest.entries] == ["1706.03762"]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize("tag", sorted({*HIDING[:16]} - {"footer"}))
def test_what_has_an_end_is_hidden(tag: str, name: str) -> None:
    paper = PAPER if name == "a.md" else LINKED
    text = f"<div><{tag}>Copy <b>it</b></{tag}></div>\n\n<svg/><p>\n\n{paper}\n\n</p>"
    (entry,) = read(text, name).entries
    assert entry.title == "Attention Is All You Need"
    assert "Copy" not in str(entry)
    assert "svg" not in str(entry)


@pytest.mark.parametrize("tag", ["<svg ", "<button>", "<NAV\n", "</nav><nav "])
def test_many_tags_without_an_end_take_no_longer(tag: str) -> None:
    read(tag * 60_000, "a.md")
    read(tag * 60_000, "a.html")


@pytest.mark.parametrize(
    "hidden",
    [
        "<pre>\ncode <!-- Hidden Words -->\n</pre>",
        "<pre>\n<!--\nHidden Words",
        '> [1]: https://example.org "Hidden Words"',
        '[1]: https://example.org "Hidden Words"',
    ],
)
def test_what_no_reader_sees_is_told(hidden: str) -> None:
    digest = read(f"- {PAPER} Ashish Vaswani\n\n{hidden}\n", "2024-08-30.md")
    assert digest.entries[0].arxiv_id == "1706.03762"
    assert "Hidden Words" in said(digest)
