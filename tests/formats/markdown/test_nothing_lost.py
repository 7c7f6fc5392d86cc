"""Whatever stands in a Markdown or HTML digest: no exception, and no word is lost."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from tests.formats.comparing import said
from tests.fuzzing import examples
from tuireader.domain.entry import Digest
from tuireader.formats.base import Source
from tuireader.formats.markdown.reader import read_html, read_markdown
from tuireader.text import sanitise

# Each line bears the number of its place, so that its words can be found again.
LINES = st.sampled_from(
    [
        "",
        "",
        "---",
        "# Heading w{n}",
        "## Heading w{n}",
        "### {n}. [Title w{n} of It](https://arxiv.org/abs/2408.{n:05})",
        "### Title w{n} of a Thing",
        "## [Release w{n}](https://example.org/u{n})",
        "## Abstract",
        "## 摘要（中文）",
        "**Authors**: Ada W{n}, Bo Lee",
        "*Ada W{n}, Bo Lee*",
        "**arXiv**: [2408.{n:05}](https://arxiv.org/abs/2408.{n:05}) · [PDF](http://u{n})",
        "**Abstract**: We show w{n}.",
        "摘要：我们 w{n}",
        "**标签**: `w{n}`, `u{n}`",
        "- **Score w{n}**: 8 | **Date**: 2024-08-30 | **Authors**: Cy W{n}",
        "- [Title w{n} of It](https://arxiv.org/abs/2408.{n:05}) - Ada W{n}, Bo Lee",
        "- **Title w{n} of It** by Ada W{n} ([arXiv](https://arxiv.org/abs/2408.{n:05}))",
        "  - Summary: words w{n}",
        "  - nested w{n}",
        "1. item w{n} `code u{n}`",
        "| Title | Authors | Link |",
        "|---|---|---|",
        "| Title w{n} | Ada W{n} | [pdf](https://arxiv.org/pdf/2408.{n:05}) |",
        "| [Title w{n}](https://arxiv.org/abs/2408.{n:05}) | Bo W{n} | x | more{n} |",
        "| a{n} | b{n} |",
        "> quoted w{n} words of an abstract in which we propose a thing",
        "<details><summary>Abstract</summary>",
        "<details><summary>Title w{n} of It</summary>",
        "</details>",
        "<div class=\"paper-authors\">Ada W{n}</div>",
        "<p>w{n} <a href='https://arxiv.org/abs/2408.{n:05}'>Title u{n} Here</a></p>",
        "<table><tr><td>w{n}</td><td>u{n}</td></tr></table>",
        "Prose w{n} with [a link u{n}](https://arxiv.org/abs/2408.{n:05}) in it.",
        "https://arxiv.org/abs/2408.{n:05}",
        "[2408.{n:05}] Title w{n} of It",
        "#t{n} #u{n}",
        "```",
        "code w{n}",
        "$w_{{{n}}} * x$ and *w{n}* and _u{n}_",
        "![w{n}](https://x.org/u{n}.png)",
        "<!-- comment w{n} -->",
        "<think>w{n}</think>",
        "[w{n}]: https://x.org/u{n}",
        "2024-08-30 w{n}",
        "    indented w{n}",
        "w{n}<br>u{n}",
        "Title: Named w{n}",
        "TL;DR: w{n}",
        "Code: https://x.org/u{n}",
    ]
)  # fmt: skip
MARKED = re.compile(r"\b(?:w|W|t|u|more|a|b)[0-9]{3}\b|2408\.[0-9]{5}")


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = draw(st.lists(LINES, max_size=16))
    return "\n".join(line.format(n=n) for n, line in enumerate(lines, start=100))


def check(text: str, digest: Digest) -> None:
    kept = said(digest)
    lost = {word for word in MARKED.findall(text) if word not in kept}
    assert not lost, (lost, text, kept)
    for entry in digest.entries:
        assert entry.title == " ".join(entry.title.split())
        assert entry.title
        assert 1 <= entry.line <= text.count("\n") + 1
        assert entry.arxiv_id not in entry.references
        assert all(paragraph.text.strip() for paragraph in entry.commentary)


@given(texts())
@examples(500)
def test_every_word_of_a_markdown_digest_is_kept(text: str) -> None:
    source = Source("a/2024-08-30.md", sanitise(text))
    check(text, Digest(source.path, "markdown", "", "", *read_markdown(source)))


HTML = st.sampled_from(
    [
        "<h1>Heading w{n}</h1>",
        "<h3><a href='https://arxiv.org/abs/2408.{n:05}'>Title w{n} of It</a></h3>",
        "<p class='authors'>Ada W{n}, Bo Lee</p>",
        "<p>text w{n}</p>",
        "<div><a href='https://arxiv.org/abs/2408.{n:05}'><b>Title w{n}</b></a>",
        "</div>",
        "<blockquote>We show w{n}</blockquote>",
        "<ul><li><a href='https://arxiv.org/pdf/2408.{n:05}'>pdf</a> Title w{n}</ul>",
        "<li>w{n}",
        "<table><tr><th>Title</th><th>Link</th></tr>",
        "<tr><td>Title w{n}</td><td><a href='https://arxiv.org/abs/2408.{n:05}'>x</a></td></tr>",
        "</table>",
        "<span class='tag'>t{n}</span>",
        "plain w{n}<br>",
        "<details><summary>Title w{n} Here</summary>",
        "<dl><dt>arXiv:2408.{n:05}</dt><dd>Title: Named w{n}</dd></dl>",
        "<!-- w{n} -->",
        "<nav>w{n}</nav>",
        "<script>w{n}</script>",
    ]
)  # fmt: skip


@given(st.lists(HTML, max_size=14))
@examples(300)
def test_every_word_of_an_html_page_is_kept(lines: list[str]) -> None:
    text = "\n".join(line.format(n=n) for n, line in enumerate(lines, start=100))
    source = Source("a/2024-08-30.html", f"<html><body>\n{text}")
    check(source.text, Digest(source.path, "html", "", "", *read_html(source)))


@given(st.text(max_size=300))
@example("\x00<a href=")
@example("<table><tr><td><table>")
@example("| a |\n|---|\n| \\| |")
@examples(300)
def test_no_text_raises(text: str) -> None:
    read_markdown(Source("x.md", sanitise(text)))
    read_html(Source("x.html", sanitise(text)))
