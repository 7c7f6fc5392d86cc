"""Which texts are Markdown or HTML digests: told by a look that is no parse."""

import time

import pytest

from tests.formats.samples import ABSTRACT, NOTE, source
from tests.test_import_hygiene import modules_after
from tuireader.formats import read_digest
from tuireader.formats.markdown import HtmlDigest, MarkdownDigest

LIST = """# Papers
- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)
- [LoRA](https://arxiv.org/abs/2106.09685)
- [ViT](https://arxiv.org/abs/2010.11929)
- [Segment Anything](https://arxiv.org/abs/2304.02643)
"""
PAGE = "<!DOCTYPE html>\n<html><body><h1>Letter</h1><p>Text</p></body></html>"
OWN_PAGE = f"""# Attention Is All You Need

**Authors**: Ashish Vaswani, Noam Shazeer
**Link**: https://arxiv.org/abs/1706.03762

## Abstract

{ABSTRACT}
"""
THOUGHT = """https://arxiv.org/abs/2408.16293

A thought about it, with https://arxiv.org/abs/2407.20311 and
https://arxiv.org/abs/1706.03762 beside [LoRA](https://arxiv.org/abs/2106.09685).
"""
PROSE = f"""# A Paper

I read it. {ABSTRACT}

Compare [LoRA](https://arxiv.org/abs/2106.09685), which came before
[ViT](https://arxiv.org/abs/2010.11929) did.
"""
PROPERTIES = f"""---
arxiv: 2408.16293
---

# A Paper

## Abstract

{ABSTRACT}

# Links

- https://arxiv.org/abs/2407.20311
"""
TABLE = LIST.replace("- ", "| ").replace(")\n", ") |\n")
PARSERS = {"cmarkgfm", "selectolax"}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (NOTE, "240830 Physics.md"),
        (NOTE, "Physics.md"),
        (THOUGHT, "thought.md"),
        (PROSE, "240830 A Paper.md"),
        (PROPERTIES, "paper.md"),
    ],
)
def test_a_note_that_cites_other_papers_in_prose_is_no_digest(
    text: str, path: str
) -> None:
    assert read_digest(source(text, path)).format == "vault"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (LIST, "README.md"),
        (LIST, "240830 List.md"),
        (TABLE.replace("# Papers\n", "| Paper |\n|---|\n"), "tables.md"),
        (LIST.replace("- ", "## "), "2024-08-30.md"),
        (LIST.replace("- ", ""), "links.md"),
        (LIST.replace("- ", "1. "), "list.txt"),
        ("".join(LIST.splitlines(keepends=True)[:3]), "2024-08-30-daily.md"),
        (OWN_PAGE, "attention.md"),
    ],
)
def test_lists_of_papers_and_pages_with_fields_are_digests(
    text: str, path: str
) -> None:
    digest = read_digest(source(text, path))
    assert digest.format == "markdown", digest.reason
    assert digest.entries[0].arxiv_id == "1706.03762"


def test_the_reason_says_what_was_seen() -> None:
    assert MarkdownDigest().recognise(source(LIST, "a.md")).reason == (
        "4 lines that list a paper"
    )
    fields = "# T\n**Authors**: A B\n**Abstract**: words\n"
    assert MarkdownDigest().recognise(source(fields, "a.md")).reason == (
        "heading and 2 fields of a paper"
    )
    assert HtmlDigest().recognise(source(PAGE, "a")).reason == "HTML page"


@pytest.mark.parametrize(
    "text", ["", "words", "import os\nx = [1, 2]\n", '{"title": "T"}', PAGE]
)
def test_what_is_no_markdown_is_left_to_others(text: str) -> None:
    assert MarkdownDigest().recognise(source(text, "a.txt")).score == 0


def test_a_page_is_known_by_its_beginning_or_its_name() -> None:
    html = HtmlDigest()
    paper = PAGE.replace("Text", "https://arxiv.org/abs/1706.03762")
    assert html.recognise(source(paper, "saved")).score == 80
    assert html.recognise(source("  \n<?xml version='1.0'?>\n" + paper, "x")).score
    assert html.recognise(source("<p>text</p>", "a.html")).score == 20
    assert html.recognise(source("<p>text</p>", "a.md")).score == 0


def test_the_parsers_are_imported_for_digests_only() -> None:
    looking = (
        "from tuireader.formats import *\n"
        f"note = read_digest(Source('240830 P.md', {NOTE!r}))\n"
        "assert note.format == 'vault'\n"
    )
    assert not modules_after(looking) & PARSERS
    reading = f"{looking}assert read_digest(Source('a.md', {LIST!r})).entries\n"
    assert modules_after(reading) >= PARSERS


def test_looking_at_a_note_costs_next_to_nothing() -> None:
    note, form = source(NOTE, "240830 Physics.md"), MarkdownDigest()
    begin = time.process_time()
    for _ in range(1000):
        form.recognise(note)
    # Three microseconds a note are usual; a hundred would be a parse.
    assert time.process_time() - begin < 0.1


def test_looking_at_a_large_file_stops_early() -> None:
    large = source(LIST + "[a](https://arxiv.org/abs/1706.03762) " * 400_000, "a.md")
    begin = time.process_time()
    MarkdownDigest().recognise(large)
    assert time.process_time() - begin < 0.5
