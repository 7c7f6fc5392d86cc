"""Own links, citations and wikilinks."""

import pytest

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.links import (
    cited_ids,
    link_of_line,
    own_link,
    titled_link,
    wikilinks_in,
)


@pytest.mark.threat("T12")
@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2408.16293",
        "http://arxiv.org/abs/2408.16293v2",
        "https://arxiv.org/pdf/2408.16293.pdf",
        "https://www.alphaxiv.org/abs/2408.16293",
        "2408.16293",
    ],
)
def test_an_arxiv_link_is_rebuilt_from_its_id(url: str) -> None:
    assert own_link(url) == ("https://arxiv.org/abs/2408.16293", "2408.16293")


def test_another_link_stays_as_it_is() -> None:
    assert own_link("https://example.org/x") == ("https://example.org/x", None)


@pytest.mark.parametrize(
    ("line", "url", "rest"),
    [
        ("https://a.org/x", "https://a.org/x", ""),
        ("https://a.org/x and more", "https://a.org/x", "and more"),
        ("<https://a.org/x>", "https://a.org/x", ""),
        ("- https://a.org/x", "https://a.org/x", ""),
        ("[Title](https://a.org/x)", "https://a.org/x", ""),
        ("[https://a.org/x](https://redirect.org/?u=a)", "https://a.org/x", ""),
        ("arxiv.org/abs/2408.16293", "arxiv.org/abs/2408.16293", ""),
        ("httpbin is nice", "", "httpbin is nice"),
        ("- item", "", "- item"),
        ("prose", "", "prose"),
    ],
)
def test_the_address_that_a_line_begins_with(line: str, url: str, rest: str) -> None:
    assert link_of_line(line) == (url, rest)


def test_a_line_that_is_one_markdown_link_has_text_and_address() -> None:
    assert titled_link("[A Title](https://a.org)") == ("A Title", "https://a.org")
    assert titled_link("[A](https://a.org) b") == ("[A](https://a.org) b", "")


def test_citations_are_listed_once_in_order_without_the_own_id() -> None:
    texts = [
        "처음 (https://arxiv.org/abs/2310.13798) 그리고 arXiv:2407.21770v2",
        "again https://arxiv.org/pdf/2310.13798 and https://arxiv.org/abs/2408.16293",
    ]
    assert cited_ids(texts, "2408.16293") == ("2310.13798", "2407.21770")


@pytest.mark.parametrize(
    "text",
    [
        "https://arxiv.org/abs/2310.13798, https://arxiv.org/abs/2310.13798v3.",
        "ARXIV:2310.13798",
        "https://huggingface.co/papers/2310.13798",
        "https://doi.org/10.48550/arXiv.2310.13798",
        "https://ar5iv.org/abs/2310.13798",
        "plain https://arxiv.org/abs/2310.13798 and biorxiv.org/content/1",
        "https://arxiv.org/abs/2310.99999 https://arxiv.org/abs/2399.13798",
    ],
)
def test_the_short_way_finds_what_the_whole_search_finds(text: str) -> None:
    wanted = dict.fromkeys(cited.base for _, _, cited in ArxivId.find_all(text))
    assert cited_ids([text], None) == tuple(wanted)


def test_wikilinks_lose_alias_heading_and_extension() -> None:
    line = "- [[240523 CAPE.md|CAPE]], [[Notes#Part]] ![[figure.png]]"
    assert wikilinks_in(line) == (["240523 CAPE", "Notes"], True)
    assert wikilinks_in("like [[CAPE]] does") == (["CAPE"], False)
    assert wikilinks_in("[[0.1, 0.2], [0.3]]")[1] is False
