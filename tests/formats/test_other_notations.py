"""Papers in tables, bibliographies, Org and reStructuredText."""

import pytest

from tests.formats.samples import source
from tuireader.domain.entry import Digest
from tuireader.formats import read_digest

ABS = "https://arxiv.org/abs"


def read(text: str, path: str) -> Digest:
    digest = read_digest(source(text, path))
    assert digest.format == path.rpartition(".")[2].replace("csv", "table").replace(
        "tsv", "table"
    ).replace("bib", "bibtex")
    return digest


@pytest.mark.parametrize(("separator", "path"), [(",", "a.csv"), ("\t", "a.tsv")])
def test_a_table_has_a_paper_a_row(separator: str, path: str) -> None:
    rows = [
        ("Added", "Title", "Authors", "Link", "Notes", "Keywords"),
        (
            "2023-05-24", '"Scaling: Models,\nand Words"', '"Ada Lee, Bo Wu"',
            f"{ABS}/2305.14314", f'"Good, ""very"". Cf. {ABS}/2106.09685"', "llm; rl",
        ),
        ("2023-05-23", "Other Models", "Cy Dee", "", "", ""),
    ]  # fmt: skip
    first, second = read("\n".join(map(separator.join, rows)), path).entries
    assert first.title == "Scaling: Models, and Words"
    assert (first.date, first.arxiv_id) == ("2023-05-24", "2305.14314")
    assert first.authors == ("Ada Lee", "Bo Wu")
    assert first.tags == ("llm", "rl")
    assert first.references == ("2106.09685",)
    assert [p.text for p in first.commentary] == [f'Good, "very". Cf. {ABS}/2106.09685']
    assert (second.title, second.url, second.line) == ("Other Models", None, 4)


def test_a_table_of_other_things_is_none() -> None:
    text = "name,size\nreport.pdf,12\n"
    assert read_digest(source(text, "files.csv")).format != "table"


def test_a_cell_too_long_for_a_table_is_a_problem() -> None:
    text = f'Title,Authors,Link\nOne,Ada Lee,\n"{"x" * 200_000}",Bo Wu,\n'
    digest = read(text, "a.csv")
    assert [e.title for e in digest.entries] == ["One"]
    assert any(problem.is_cut for problem in digest.problems)


def test_a_bibliography_has_a_paper_an_item() -> None:
    digest = read(
        "% my papers\n@string{jml = {Journal}}\n@misc{lee2023,\n"
        "  title = {{Scaling} of {LLM}s with $x^{2}$},\n"
        '  author = "Lee, Ada and Bo Wu",\n  eprint={2305.14314},\n'
        "  keywords = {llm, rl},\n  abstract={We {train} models.},\n"
        "  note = {cf. arXiv:2106.09685}\n}\n\n"
        "@article{wu, title={Other {\\'E}tudes}, journal={arXiv preprint "
        'arXiv:2001.08361}, year=2020, month=jan # "~1"}\n@misc{none, year=2020}\n',
        "a.bib",
    )
    first, second = digest.entries
    assert first.title == "Scaling of LLMs with $x^{2}$"
    assert first.authors == ("Ada Lee", "Bo Wu")
    assert (first.arxiv_id, first.tags) == ("2305.14314", ("llm", "rl"))
    assert first.abstract == "We train models."
    assert first.references == ("2106.09685",)
    assert (first.line, second.arxiv_id, second.line) == (3, "2001.08361", 12)
    assert [problem.line for problem in digest.problems] == [13]


@pytest.mark.parametrize(
    "text", ["@misc{a, title={One", "@misc{a,title=", '@a{b, title="x{"}', "@misc{a,"]
)
def test_a_bibliography_that_breaks_off_is_read_as_far_as_it_goes(text: str) -> None:
    assert len(read_digest(source(text, "a.bib")).entries) <= 1


def test_org_has_days_papers_drawers_and_quotes() -> None:
    text = f"""#+title: Paper log

* 2023-05-25 Thu
** TODO Scaling of Large Models  :llm:rl:
   :PROPERTIES:
   :AUTHORS: Ada Lee, Bo Wu
   :URL: {ABS}/2305.14314
   :END:
   #+begin_quote
   We train models of many sizes, and we find that the larger are better
   on every task.
   #+end_quote
   Good. Follows [[{ABS}/2106.09685][LoRA]].
** DONE [[{ABS}/2305.13048][Other Models of Words]]  :rnn:
   Cy Dee, Di Eng
   - two kinds of mixing
"""
    first, second = read(text, "log.org").entries
    assert (first.title, first.date) == ("Scaling of Large Models", "2023-05-25")
    assert first.authors == ("Ada Lee", "Bo Wu")
    assert (first.arxiv_id, first.tags) == ("2305.14314", ("llm", "rl"))
    assert first.abstract.startswith("We train models")
    assert first.references == ("2106.09685",)
    assert (second.title, second.tags) == ("Other Models of Words", ("rnn",))
    assert (second.arxiv_id, second.line) == ("2305.13048", 14)


def test_rst_has_headings_fields_links_and_quotes() -> None:
    text = f"""Paper notes
===========

2023-12-05
----------

Scaling of Large Models
~~~~~~~~~~~~~~~~~~~~~~~

:Authors: Ada Lee, Bo Wu
:arXiv: `2305.14314 <{ABS}/2305.14314>`_
:Tags: llm, rl

    We train models of many sizes, and we find that the larger
    of them are much better on every task.

Good. Cf. `LoRA`_.

Other Models of Words
~~~~~~~~~~~~~~~~~~~~~

:Authors: Cy Dee, Di Eng
:arXiv: `2305.13048 <{ABS}/2305.13048>`_

Two kinds of mixing.

.. _LoRA: {ABS}/2106.09685
"""
    first, second = read(text, "notes.rst").entries
    assert (first.title, first.date) == ("Scaling of Large Models", "2023-12-05")
    assert first.authors == ("Ada Lee", "Bo Wu")
    assert (first.arxiv_id, first.tags) == ("2305.14314", ("llm", "rl"))
    assert first.abstract.startswith("We train models")
    assert first.references == ("2106.09685",)
    assert (second.title, second.line) == ("Other Models of Words", 19)
    assert second.references == ()


def test_hashtags_behind_a_heading_are_tags() -> None:
    text = "".join(
        f"## {title} #llm #ssm-2\n\n{ABS}/{number}\n\n좋다.\n\n"
        for title, number in (("One Model", "2305.14314"), ("C# Too", "2305.13048"))
    )
    entries = read_digest(source(f"# 2024-01-02\n\n{text}", "a.md")).entries
    assert [e.title for e in entries] == ["One Model", "C# Too"]
    assert [e.tags for e in entries] == [("llm", "ssm-2")] * 2
