"""arXiv identifiers: parse, find in text, and rebuild addresses from them.

The forms are arXiv's own (https://info.arxiv.org/help/arxiv_identifier.html):
`YYMM.NNNNN` since April 2007, `archive.XX/YYMMNNN` before, each maybe with a version.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

# [0-9] and not \d, which also matches full-width and Arabic digits.
_ID = (
    r"(?P<{0}base>[0-9]{{2}}(?:0[1-9]|1[0-2])\.[0-9]{{4,5}}"
    r"|[a-z][a-z-]{{1,15}}(?:\.[A-Z]{{2}})?/[0-9]{{7}})(?:v(?P<{0}version>[0-9]{{1,2}}))?"
)
_BARE = r"(?:arXiv:(?u:\s)?)?" + _ID.format("") + r"(?:\.pdf)?"
_HOSTS = (
    r"(?:(?:www\.|export\.|ar5iv\.labs\.|browse\.)?arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/"
    r"|(?:www\.)?ar5iv\.org/(?:abs|html)/"
    r"|(?:www\.)?alphaxiv\.org/(?:[a-z]{2}/)?(?:abs|pdf|html|overview)/"
    r"|(?:www\.)?huggingface\.co/papers/"
    r"|(?:dx\.)?doi\.org/10\.48550/arxiv\.)"
)
# The look-ahead keeps 2408.16293 from being read out of 2408.162934 or a longer path.
_CITED = (
    rf"(?:https?://)?(?<![\w.-]){_HOSTS}{_ID.format('url_')}(?:\.pdf)?(?![0-9])"
    rf"|(?<![\w/])arXiv:(?u:\s)?{_ID.format('mark_')}(?![0-9])"
)
# What nearly every citation contains. The literal beginning makes looking for it a
# hundred times cheaper than trying _CITED at each character.
_HINT = re.compile(r"iv(?:\.org/|:\s?[0-9a-z]|\.[0-9])")
_OTHER_HINTS = ("IV", "Iv", "gface.co", "GFACE")
_BEFORE, _BEHIND, _NEAR_LIMIT = 48, 96, 16
_MOST_MISSES = 256
_ADDRESS = rf"(?:https?://)?{_HOSTS}{_ID.format('')}(?:\.pdf)?/?(?:[?#].{{0,512}})?"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile when first needed: the way to the first screen needs none of them.

    Of letters that differ in case only those of ASCII are meant; `\u017f` and the sign
    of Kelvin beside s and k would make compiling take twice as long, too.
    """
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


class ArxivId(NamedTuple):
    """The identity of an arXiv paper."""

    base: str
    """Identifier without version, such as `2408.16293` or `hep-th/9901001`."""
    version: int | None = None
    """Version asked for, if any; two versions are one paper."""

    @classmethod
    def parse(cls, text: str) -> "ArxivId | None":
        """Return the id that `text` is (bare, `arXiv:…` or an address), or None."""
        text = text.strip()
        match = None if "://" in text else _compiled(_BARE).fullmatch(text)
        if match is None and "/" in text:
            match = _compiled(_ADDRESS).fullmatch(text)
        return cls._of(match["base"], match["version"]) if match else None

    @classmethod
    def find_all(cls, text: str) -> "Iterator[tuple[int, int, ArxivId]]":
        """Yield `(start, end, id)` of each address or `arXiv:` mark cited in `text`."""
        for match in _cited(text):
            base = match["url_base"] or match["mark_base"]
            version = match["url_version"] or match["mark_version"]
            yield match.start(), match.end(), cls._of(base, version)

    @classmethod
    def _of(cls, base: str, version: str | None) -> "ArxivId":
        archive, slash, number = base.partition("/")
        if slash:  # the archive is written in lower case, its subject class in upper
            name, dot, subject = archive.partition(".")
            base = f"{name.lower()}{dot}{subject.upper()}/{number}"
        return cls(base, int(version) if version else None)

    @property
    def abs_url(self) -> str:
        """Address of the abstract page, without version."""
        return f"https://arxiv.org/abs/{self.base}"

    @property
    def pdf_url(self) -> str:
        """Address of the PDF, without version."""
        return f"https://arxiv.org/pdf/{self.base}"

    def __str__(self) -> str:
        return self.base


def _cited(text: str) -> "Iterator[re.Match[str]]":
    """Yield what `_CITED.finditer` would, looking only around hints."""
    cited = _compiled(_CITED)
    at = misses = 0
    if not any(hint in text for hint in _OTHER_HINTS):
        for hint in _HINT.finditer(text):
            if hint.start() < at:
                continue
            begin, limit = max(at, hint.start() - _BEFORE), hint.end() + _BEHIND
            begin = text.rfind(" ", begin, hint.start()) + 1 or begin
            match = cited.search(text, begin, limit)
            if match and match.end() > limit - _NEAR_LIMIT:  # perhaps cut short
                match = cited.match(text, match.start())
            if match:
                yield match
                at = match.end()
            elif (misses := misses + 1) > _MOST_MISSES:
                break  # made to be slow: windows would overlap
        else:
            return
    yield from cited.finditer(text, at)
