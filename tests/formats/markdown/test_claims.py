"""Attributes and references that claim lines and sizes: only the source's own count."""

import pytest

from tests.formats.samples import source
from tuireader.formats.base import Reading
from tuireader.formats.markdown.reader import read_html, read_markdown

PAPER = "<a href='https://arxiv.org/abs/1706.03762'>Attention Is All You Need</a>"


def read(text: str, name: str) -> Reading:
    return (read_html if name.endswith("html") else read_markdown)(source(text, name))


@pytest.mark.threat("T30")
@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize(
    "claim",
    [
        "data-sourcepos='1:1-2:2'", "data-sourcepos='900:1'", "data-sourcepos='x'",
        "data-l='1'", "data-l='900'", "data-l='x'", "data-l='²'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["p", "span", "center", "div"])
def test_a_line_that_an_attribute_claims_is_not_believed(
    tag: str, claim: str, name: str
) -> None:
    """Pages that GitLab or another parser made carry lines of a text of their own."""
    text = f"<p>Papers of today:</p>\n\n<{tag} {claim}>{PAPER}</{tag}>\n"
    (entry,) = read(text, name).entries
    assert entry.title == "Attention Is All You Need"
    assert entry.line == 3 or (tag == "center" and 1 <= entry.line <= 4)


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize("span", ["9" * 5_000, "²", "-1", "0", "99999", "٣"])
def test_a_span_that_is_no_number_of_rows_is_one(span: str, name: str) -> None:
    cells = f"<td rowspan={span} colspan={span}>{PAPER}</td><td>Ashish Vaswani</td>"
    (entry,) = read(f"<table><tr>{cells}</tr></table>", name).entries
    assert entry.title == "Attention Is All You Need"


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize("end", ["&#10;", "&#x0A;", "&NewLine;", "&#13;"])
def test_a_reference_to_a_line_end_ends_no_line(end: str, name: str) -> None:
    text = f"<p>Papers{end * 9} of today</p>\n\n<p>{end}{PAPER}</p>"
    (entry,) = read(text, name).entries
    assert entry.line == 3
