"""YAML front matter: what is understood, what is odd, and what must not do harm."""

import pytest

from tests.formats.notes import one
from tuireader.formats.front_matter import FrontMatter, read_front_matter


def read(yaml: str) -> FrontMatter:
    return read_front_matter(["---", *yaml.split("\n"), "---", "text"])


def test_what_it_says_about_the_paper() -> None:
    front = read(
        "title: A Title\naliases: [Short]\nauthor: Ada Lovelace and Alan Turing\n"
        "created: 2024-08-30T10:00:00\ntags: moe, llm\nurl: https://arxiv.org/abs/2408.16293"
        "\nabstract: |\n  Two\n  lines"
    )
    assert front.title == "A Title"
    assert front.aliases == ("Short",)
    assert front.authors == ("Ada Lovelace", "Alan Turing")
    assert front.date == "2024-08-30"
    assert front.tags == ("moe", "llm")
    assert front.url == "https://arxiv.org/abs/2408.16293"
    assert front.abstract == "Two\nlines"
    assert front.end == 11
    assert front.problems == []


def test_authors_may_be_wikilinks() -> None:
    assert read('authors:\n  - "[[Ada Lovelace]]"\n  - [[Alan Turing]]').authors == (
        "Ada Lovelace",
        "Alan Turing",
    )


def test_authors_may_be_turned_as_in_bibliographies() -> None:
    assert read('author: "Lovelace, Ada; Turing, Alan M."').authors == (
        "Ada Lovelace",
        "Alan M. Turing",
    )
    assert read("author: Ada Lovelace; Alan Turing").authors == (
        "Ada Lovelace",
        "Alan Turing",
    )


def test_an_arxiv_id_goes_before_another_address_and_that_before_a_doi() -> None:
    yaml = "doi: 10.1000/1\nurl: https://example.org\narxiv: '2408.16293'"
    assert read(yaml).url == "2408.16293"
    assert read(yaml.partition("\narxiv")[0]).url == "https://example.org"
    assert read("doi: 10.1000/1").url == "https://doi.org/10.1000/1"


def test_numbers_and_words_like_yes_stay_text() -> None:
    assert read("title: 1984").title == "1984"
    assert read("title: yes").title == "yes"


def test_keys_without_use_are_told() -> None:
    (problem,) = read("title: x\nrating: 5\ncssclass: wide").problems
    assert problem.what == "front matter without use here: rating: 5; cssclass: wide"


def test_what_is_no_yaml_is_read_line_by_line_and_told() -> None:
    front = read("title: Part 2: The Colon\ntags: moe\n\t- odd")
    assert front.title == "Part 2: The Colon"
    assert front.tags == ("moe",)
    (problem,) = front.problems
    assert problem.line == 2
    assert "- odd" in problem.done


def test_prose_between_two_rules_is_none() -> None:
    assert read("Just words\nhttps://example.org").end == 0


def test_without_an_end_there_is_none() -> None:
    assert read_front_matter(["---", "title: x"]).end == 0
    assert read_front_matter(["text"]).end == 0
    assert read_front_matter([]).end == 0


@pytest.mark.threat("T30")
@pytest.mark.parametrize(
    "yaml",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ntitle: [*d, *d]",
        "title: " + "[" * 5000,
        "title: " + "{" * 5000,
        "- " * 5000 + "x",
        "? " * 5000 + "x",
        "a: " * 5000 + "x",
        "x" * 100_000,
        "!!python/object/apply:os.system ['true']",
        "title: !!python/name:os.system x",
        "%YAML 9.9",
        "*missing",
        "\ufffd: \ufffd",
        "- just\n- a list",
        "only words",
    ],
)
def test_yaml_made_to_do_harm_is_only_odd(yaml: str) -> None:
    front = read(yaml)
    assert front.problems or front.title or not front.end


def test_its_keys_and_its_last_line_are_no_fields_and_no_heading_of_a_page() -> None:
    entry = one(
        "---\nurl: https://a.b/c\ntitle: A Title\nauthors: [Ada Lee]\n"
        "tags: [llm]\n---\n드디어 나왔다(https://arxiv.org/abs/2407.21783 에도).\n"
    )
    assert (entry.title, entry.url) == ("A Title", "https://a.b/c")
    assert entry.references == ("2407.21783",)
