"""Bytes become text by a fixed ladder of encodings, and say which step it was."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.text import decode

TEXT = "2024년 8월 30일\nTitle — ‘quoted’\n"


@pytest.mark.threat("T31")
@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_each_encoding_is_recognised(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding, False)


@pytest.mark.threat("T31")
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_nuls(encoding: str) -> None:
    text = "Title of a paper\n(Ada Author)\n모델\n"
    assert decode(text.encode(encoding)) == (text, encoding, False)


@pytest.mark.threat("T31")
@pytest.mark.parametrize("text", ["모델", "2024년 8월 30일\n한국어 제목\n(홍길동)\n"])
def test_cp949_is_what_korean_files_are_that_are_not_utf8(text: str) -> None:
    assert decode(text.encode("cp949")) == (text, "cp949", False)


@pytest.mark.threat("T31")
def test_what_nothing_explains_is_replaced_and_said() -> None:
    decoded = decode("한글".encode() + b"\xff\xfe\x80")
    assert decoded.text.startswith("한글\ufffd")
    assert decoded.lossy


def test_binary_nuls_are_replaced() -> None:
    assert "\x00" not in decode(b"a\x00b\x00\x00c").text


@given(st.binary())
def test_any_bytes_become_text(data: bytes) -> None:
    decode(data).text.encode("utf-8")
