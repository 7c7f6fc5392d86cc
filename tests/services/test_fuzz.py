"""No text of a digest becomes an address that is copied or opened as it stands."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzzing import examples, payloads
from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.links import title_search
from tuireader.formats.links import own_link
from tuireader.services.browser import browser_commands, checked_address
from tuireader.text import sanitise

PIECES = st.sampled_from(
    [
        "https://", "http://", "HTTPS://", "arxiv.org", "arxiv.org/abs/", "2408.16293",
        "v2", "/", "//", "\\", "@", ":", "?", "#", "%", "%00", "%0a", "%2",
        "..", "[", "]",
        "::1", "javascript:", "data:", "file:///etc/passwd", "-", "--help", " ", "\t",
        "\n", "\r", "\x00", "\x1b]52;c;eA==\x07", "\u202e", "\uff0f",
        "\u2100", "xn--", "é",
        "위키", "'", '"', "`", "$(id)", "${IFS}", "|", ";", "&", "<", ">", "(",
        ")", "^",
        "%s", "user:word@", "127.1", "0x7f.1", "．", "。", "ａ", "２４０８", "٢",
    ]
)  # fmt: skip
URLS = st.one_of(
    st.lists(PIECES, max_size=8).map("".join), st.text(max_size=60), payloads,
    st.lists(PIECES, max_size=8).map(lambda made: "https://" + "".join(made)),
)  # fmt: skip
PLAIN = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*)(?::[0-9]{1,5})?(?:[/?#][!#%&()*+,./0-9:;=?"
    r"@A-Z_a-z~-]*)?"
)
REBUILT = re.compile(
    r"https://arxiv\.org/(?:abs|pdf)/"
    r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})"
)


@pytest.mark.threat("T12")
@given(URLS)
@example("https://arxiv.org/abs/1\n2")
@example("https://a.b?\u202ex")
@example("HTTPS://A.B/%zz[]|")
@examples(500)
def test_an_address_is_rebuilt_or_refused(url: str) -> None:
    for text in (url, sanitise(url)):
        address = checked_address(text)
        if address is not None:
            assert PLAIN.fullmatch(address), address
            assert checked_address(address) == address
            commands = browser_commands(address, {"BROWSER": "sh -c %s:echo %s"})
            assert all(len(command) <= 3 for command in commands)


@pytest.mark.threat("T12", "T34")
@given(URLS)
@examples(500)
def test_an_arxiv_address_is_made_of_its_id_alone(url: str) -> None:
    own = own_link(sanitise(url))
    if own.arxiv_id is not None:
        assert REBUILT.fullmatch(own.url), own.url
    if found := ArxivId.parse(url):
        assert REBUILT.fullmatch(found.abs_url)
        assert REBUILT.fullmatch(found.pdf_url)
    for start, end, cited in ArxivId.find_all(url):
        assert 0 <= start < end <= len(url)
        assert REBUILT.fullmatch(cited.abs_url)


@given(st.one_of(st.text(max_size=60), payloads))
@example("긴 제목 " * 400)
@example("ㅎ" * 4_000)
@examples(200)
def test_a_search_for_any_title_is_a_plain_address(title: str) -> None:
    url = title_search(sanitise(title)).url
    assert checked_address(url) == url
