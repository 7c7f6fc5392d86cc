"""Lines of plain digests that hold nothing but an address."""

import re

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.links import OwnLink, link_of_line, own_link
from tuireader.formats.plain_marks import PICTURES

# `Link: https://…` · `- URL: …` · `🔗 https://…` · `[Paper] https://…`
_LABEL = re.compile(
    rf"(?:[-*•→▶] |[{PICTURES}]\ufe0f?\s{{0,2}})?"
    r"(?:[*_\[]{0,2}(?:links?|url|paper|abs|arxiv|pdf|source|논문|링크|주소|원문|출처|论文|链接)"
    r"(?: ?(?:links?|url|링크))?[*_\]]{0,2}\s?[:：]?[*_]{0,2}\s*)?(?=\S)",
    re.IGNORECASE,
)
# `arXiv: 2408.16293` · `- arXiv 2408.16293v2 [cs.CL]` · `[arXiv:2408.16293]`
# `arXiv:2408.16293v1 [cs.CL] 29 Aug 2024`
_IDENTIFIER = re.compile(
    r"(?:[-*•→▶] )?(?:[\[(]?arxiv(?: ?id)?\s?[:：]?\s{0,12}|\[(?=[0-9.v]{9,12}\]$))"
    r"(?P<id>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?)[\])]?(?:\s?\[[a-z.-]{2,20}\])?"
    r"(?:[\s,(]{1,3}[0-9]{1,2} [a-z]{3,9} 20[0-9]{2}\)?)?",
    re.IGNORECASE,
)
_SUBJECTS = re.compile(r"\s*\[[A-Za-z.-]{2,20}\]")
_LONGEST = 512
_LONGEST_ID = 14


def lone_link(line: str) -> OwnLink | None:
    """Return the address, or arXiv id, that a line is; None if it says more.

    `https://…`, `<https://…>`, `[https://…](…)`, `arXiv:2408.16293v1 [cs.CL]`, each
    maybe behind a sign or a label such as `Link:`.

    Args:
        line: One line without surrounding white space.
    """
    if len(line) > _LONGEST or not (
        "://" in line
        or "rXiv" in line
        or "rxiv" in line
        or "RXIV" in line
        or (line[0] == "[" and len(line) <= _LONGEST_ID)
    ):
        return None
    if (named := _IDENTIFIER.fullmatch(line)) and (known := ArxivId.parse(named["id"])):
        return OwnLink(known.abs_url, known.base)
    if line[0] != "[" and (found := _address(line)):
        return found
    match = _LABEL.match(line)
    rest = line[match.end() :] if match else ""
    if rest and rest != line and rest[0] != "[":
        return _address(rest)
    return _address(line) if line.startswith("[http") else None


def own_of(line: str) -> OwnLink:
    """Return the address that a line is known to be."""
    return lone_link(line) or OwnLink(line, None)


def is_labelled(line: str) -> bool:
    """Say whether the address that `line` is stands behind a label."""
    match = _LABEL.match(line)
    return match is not None and any(map(str.isalpha, match[0]))


def _address(text: str) -> OwnLink | None:
    url, rest = link_of_line(text)
    if rest and not _SUBJECTS.fullmatch(rest):
        return None
    if url.startswith(("http://", "https://")):
        return own_link(url)
    found = ArxivId.parse(_SUBJECTS.sub("", text))
    return OwnLink(found.abs_url, found.base) if found else None
