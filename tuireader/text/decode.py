"""Bytes to safe text by a fixed ladder of encodings."""

import codecs
from typing import NamedTuple

from tuireader.text.safe import SafeText, is_plain, sanitise

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
_HEAD = 512
"""Bytes in which the NULs of UTF-16 show."""


class Decoded(NamedTuple):
    """Text and the encoding that it came in."""

    text: SafeText
    encoding: str
    lossy: bool
    """Whether bytes that no encoding explains became U+FFFD."""


def decode(data: bytes) -> Decoded:
    """Decode by BOM, UTF-8, the NULs of UTF-16, CP949, else UTF-8 with U+FFFD."""
    try:
        raw = data.decode()
        if is_plain(raw):  # nearly all; so has neither BOM nor NUL
            return Decoded(SafeText(raw), "utf-8", lossy=False)
        if not data.startswith(_MARKS) and b"\0" not in data[:_HEAD]:
            return Decoded(sanitise(raw), "utf-8", lossy=False)
    except UnicodeDecodeError:
        pass  # the rest of the ladder is for these
    return _decode_rare(data)


def _decode_rare(data: bytes) -> Decoded:
    try:
        raw, encoding = _strictly(data)
    except UnicodeDecodeError:
        return Decoded(sanitise(data.decode("utf-8", "replace")), "utf-8", lossy=True)
    return Decoded(sanitise(raw), encoding, lossy=False)


def _strictly(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding), encoding
    if wide := _utf16_without_bom(data):
        return data.decode(wide), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp949"), "cp949"


def _utf16_without_bom(data: bytes) -> str:
    """Name the byte order if the head of `data` has NULs at every other place only."""
    head = data[:_HEAD]
    if 0 not in head or len(data) % 2:
        return ""
    for encoding, texts, nuls in (
        ("utf-16-le", head[::2], head[1::2]),
        ("utf-16-be", head[1::2], head[::2]),
    ):
        if 0 not in texts and nuls.count(0) * 4 >= len(nuls):
            return encoding
    return ""
