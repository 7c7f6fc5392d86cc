"""Files made to be slow: whatever they hold, reading stops in time and says where."""

import time
from collections.abc import Callable

import pytest

from tests.formats.samples import source
from tuireader.formats import read_digest
from tuireader.formats.base import Reading
from tuireader.formats.markdown.quick import affordable
from tuireader.formats.markdown.reader import read_html, read_markdown

SIZE = 1_500_000
LINK = "https://arxiv.org/abs/2408.{}"


def counted(form: str) -> str:
    """Return lines of `form` with rising numbers."""
    count = SIZE // len(form)
    return "".join(form.replace("{}", f"{n % 100_000:05}") for n in range(count))


UNITS = {
    "tiny lines": "a\n", "one line": "word ", "one word": "x", "brackets": "[",
    "opened links": "[a](", "quotes": "> ", "quoted lines": "> a\n", "lists": "- ",
    "headings": "# a\n", "table header": "| a | b |\n|---|---|\n", "bars": "|",
    "cells": "| a ", "elements": "<div>", "elements apart": "<div>\n\n", "bold": "<b>",
    "tables": "<table><tr><td>", "unclosed attribute": "<a href='", "angles": "<",
    "comments": "<!--", "stars": "*", "starred": "*a**b", "underscores": "_a",
    "ticks": "`", "ticked": "`a", "dollars": "$", "dollared": "$a$ ", "escapes": "\\",
    "tex": "\\(a", "references": "&amp;", "escaped": "&#27;",
    "addresses": "http://a.b/c ",
    "ids": "2408.00001 ", "named ids": "arXiv:2408.00001 ", "colons": "a: ",
    "sentences": "We do. ", "names": "Ada Lee, Bo Wu, ", "parentheses": "(",
    "fences": "```\na\n", "underlined": "a\n---\n", "emoji": "\U0001f525",
    "details": "<details><summary>a</summary>",
    "spans": "<tr><td rowspan=99>a</td></tr>",
    "days": "2024-08-30\n", "wide": "作者：张三\n", "no-break": "\u00a0", "tabs": "\t",
    "definitions": "[a]: https://x.org\n", "uses": "[a] ", "rules": "---\n",
    "fields": "**Authors**: Ada Lee, Bo Wu\n", "bracketed": "【a】",
    "doubled": "[[a]] ",
}  # fmt: skip
LINES = {
    "linked items": "- [A Title {} of It](" + LINK + ")\n",
    "links": "[A Title {} of It](" + LINK + ") ",
    "sections": "## A Title {} of It\n\n" + LINK + "\n\nWe show it.\n\n",
    "rows": "| A Title {} of It | Ada Lee | [pdf](" + LINK + ") |\n",
    "cards": "<div><h3><a href='"
    + LINK
    + "'>Title {} of It</a></h3><p>We.</p></div>\n",
}


def texts() -> dict[str, Callable[[], str]]:
    made: dict[str, Callable[[], str]] = {}
    for name, unit in UNITS.items():
        made[name] = lambda unit=unit: unit * (SIZE // len(unit))  # type: ignore[misc]
    for name, form in LINES.items():
        made[name] = lambda form=form: counted(form)  # type: ignore[misc]
    return made


TEXTS = texts()


@pytest.mark.threat("T30")
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("read", [read_markdown, read_html], ids=["md", "html"])
def test_millions_of_characters_are_read_in_time(
    name: str, read: Callable[..., Reading]
) -> None:
    text = TEXTS[name]()
    begin = time.process_time()
    read(source(text, "a.md"))
    # Half a second alone on a machine; four are a hang on a busy one.
    assert time.process_time() - begin < 4


def test_what_is_too_much_to_read_in_full_is_kept_and_its_line_is_named() -> None:
    text = counted("- [A Title {} of It](" + LINK + ")\n")
    digest = read_digest(source(text, "a.md"))
    line = text.count("\n", 0, affordable(text)) + 1
    assert 1_000 < line < text.count("\n")
    assert any(
        problem.line == line and "too large to be read in full" in problem.what
        for problem in digest.problems
    )
    assert len(digest.entries) > line
    assert digest.entries[line].title == f"A Title {line:05} of It"
    assert digest.entries[line].line == line + 1


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_line_of_links_to_one_address_is_looked_at_once(name: str) -> None:
    link = f"<a href='{LINK.format('00001')}'>It</a>"
    began = time.process_time()
    read_digest(source(link * 4_000, name))
    assert time.process_time() - began < 10  # each link for each would take minutes


@pytest.mark.timeout(60)
@pytest.mark.parametrize("marks", ["- - ", "* - + ", "1. - ", "- - - - - ", "> - - "])
def test_items_that_begin_with_an_item_come_to_an_end(marks: str) -> None:
    """Several items have the same first line: going outwards must not begin anew."""
    listed = f"{marks}see [this]({LINK.format('00001')}) and more\n"
    titled = f"- A Title of It\n  {marks}[arXiv]({LINK.format('00002')})\n"
    digest = read_digest(source(f"# Papers\n\n{listed}\n## More\n\n{titled}", "a.md"))
    assert [entry.arxiv_id for entry in digest.entries][-1] == "2408.00002"


@pytest.mark.parametrize(
    "line",
    ["![Its words]() ", f"[PDF]({LINK.format('00001')}) a ", "![](http://a.b) a "],
)
@pytest.mark.parametrize("before", ["- ", "", "| Title | PDF |\n|---|---|\n| "])
def test_a_title_is_looked_for_behind_a_few_links_only(before: str, line: str) -> None:
    """A picture without an address was its own rest; each link began a line anew."""
    text = f"# Papers\n\n{before}{line * 1_000}[arXiv]({LINK.format('00002')})\n"
    digest = read_digest(source(text, "a.md"))
    assert not [found for found in digest.problems if "failed" in found.what]
