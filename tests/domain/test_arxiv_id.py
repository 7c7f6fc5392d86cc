"""arXiv ids are matched fully, and addresses rebuilt from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.arxiv_id import ArxivId


@pytest.mark.parametrize(
    ("text", "base", "version"),
    [
        ("2408.16293", "2408.16293", None),
        ("2408.16293v2", "2408.16293", 2),
        ("arXiv:2408.16293", "2408.16293", None),
        ("arxiv: 1412.6980v9", "1412.6980", 9),
        ("0704.0001", "0704.0001", None),
        ("hep-th/9901001", "hep-th/9901001", None),
        ("math.GT/0309136v1", "math.GT/0309136", 1),
        ("https://arxiv.org/abs/2408.16293", "2408.16293", None),
        ("http://www.arxiv.org/pdf/2408.16293v1.pdf", "2408.16293", 1),
        ("arxiv.org/html/2408.16293v1/", "2408.16293", 1),
        ("https://arxiv.org/abs/2408.16293?utm_source=x#top", "2408.16293", None),
        ("https://www.alphaxiv.org/abs/2408.16293", "2408.16293", None),
        ("https://huggingface.co/papers/2408.16293", "2408.16293", None),
        ("https://doi.org/10.48550/arXiv.2408.16293", "2408.16293", None),
        ("https://ar5iv.labs.arxiv.org/html/2408.16293", "2408.16293", None),
        ("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001", None),
    ],
)
def test_ids_and_addresses_are_parsed(
    text: str, base: str, version: int | None
) -> None:
    assert ArxivId.parse(text) == ArxivId(base, version)


@pytest.mark.threat("T34")
@pytest.mark.parametrize(
    "text",
    [
        "2413.16293",  # there is no thirteenth month
        "2408.162",
        "2408.162934567",
        "２４０８.16293",  # full-width digits
        "2408.16293\nx",
        "https://arxiv.org.evil.example/abs/2408.16293",
        "https://evil.example/arxiv.org/abs/2408.16293",
        "https://user@arxiv.org/abs/2408.16293",
        "javascript:https://arxiv.org/abs/2408.16293",
        "https://arxiv.org/abs/2408.16293 --help",
        "",
    ],
)
def test_what_is_no_id_is_none(text: str) -> None:
    assert ArxivId.parse(text) is None


def test_citations_are_found_in_running_text() -> None:
    text = (
        "(https://arxiv.org/abs/2310.13798) 이쪽은 arXiv:2402.18668v2, 그리고 "
        "arxiv.org/pdf/1706.03762.pdf; 숫자 2310.13798 자체나 v1.2401.00001은 아니다."
    )
    found = [str(identity) for _, _, identity in ArxivId.find_all(text)]
    assert found == ["2310.13798", "2402.18668", "1706.03762"]


@pytest.mark.parametrize(
    "text", ["詳細はarXiv:2408.16293を参照", "这是arxiv.org/abs/2408.16293的结果"]
)
def test_citations_are_found_where_no_space_parts_words(text: str) -> None:
    assert [cited.base for _, _, cited in ArxivId.find_all(text)] == ["2408.16293"]


def test_a_citation_knows_where_it_stands() -> None:
    text = "see https://arxiv.org/abs/2310.13798."
    [(start, end, _)] = ArxivId.find_all(text)
    assert text[start:end] == "https://arxiv.org/abs/2310.13798"


def test_addresses_are_rebuilt_without_version() -> None:
    identity = ArxivId("2408.16293", 3)
    assert identity.abs_url == "https://arxiv.org/abs/2408.16293"
    assert identity.pdf_url == "https://arxiv.org/pdf/2408.16293"


@given(st.text(max_size=60))
def test_any_text_is_an_id_or_none(text: str) -> None:
    identity = ArxivId.parse(text)
    assert identity is None or ArxivId.parse(identity.abs_url) == ArxivId(identity.base)
