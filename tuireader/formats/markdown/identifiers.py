"""Which paper an address, a text or an attribute speaks of."""

import re
from functools import lru_cache

from tuireader.domain.arxiv_id import ArxivId

_NUMBER = r"([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(?:v[0-9]{1,2})?(?!\.?[0-9])"
_PLAIN = re.compile(  # what most addresses are
    r"https?://arxiv\.org/(?:abs|pdf)/([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(?:v[0-9]{1,2})?"
    r"(?:\.pdf)?"
)
_DIGITS = re.compile(r"[0-9]{4}\.?[0-9]{3}")
# Pages that show arXiv papers under their id: papers.cool/arxiv/…, scirate.com/arxiv/….
_MIRROR = re.compile(rf"[/=:_-]{_NUMBER}")
# A page of the digest's own about a paper: ./papers/251219651v1-exploring-….html
_OWN_PAGE = re.compile(
    r"(?:^|/)([0-9]{2}(?:0[1-9]|1[0-2]))([0-9]{5})(?:v[0-9]{1,2})?[-_.]"
)
_IN_TEXT = re.compile(
    rf"arxiv(?:\s?id)?\s{{0,2}}[:：.]?\s{{0,2}}\\?\[?{_NUMBER}"
    rf"|(?:\\?\[|[(（]){_NUMBER}(?:\\?\]|[)）])"
    rf"|^[\W_]*{_NUMBER}(?=[\W_]*$|[\s:：|,，)）])"
    rf"|(?<=\s[|·•]\s){_NUMBER}(?=\s?(?:$|\s[|·•]\s))",
    re.IGNORECASE,
)
# Hosts whose pages are papers or their announcements, beside arXiv.
_PAPER_PAGE = re.compile(
    r"https?://(?:www\.)?(?:openreview\.net/(?:forum|pdf)\?id=|aclanthology\.org/[\w.-]+"
    r"|(?:www\.)?(?:bio|med|chem)rxiv\.org/(?:content|engage)|doi\.org/10\.|dx\.doi\.org/10\."
    r"|proceedings\.mlr\.press/v[0-9]|proceedings\.(?:neurips|nips)\.cc/paper"
    r"|papers\.(?:neurips|nips)\.cc/paper|openaccess\.thecvf\.com/content"
    r"|ieeexplore\.ieee\.org/(?:abstract/)?document|dl\.acm\.org/doi|nature\.com/articles"
    r"|science\.org/doi|link\.springer\.com/(?:article|chapter)|sciencedirect\.com/science"
    r"|semanticscholar\.org/paper|papers\.ssrn\.com|ecva\.net/papers|jmlr\.org/papers"
    r"|pnas\.org/doi|cell\.com/[\w-]+/fulltext|hal\.science/|eprint\.iacr\.org/[0-9]{4}/)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def id_of_address(href: str) -> str | None:
    """Return the arXiv id that an address leads to, without version.

    arXiv and the sites that `ArxivId` knows, else any page whose address holds an id,
    else a page beside the digest that is named after one.
    """
    if plain := _PLAIN.fullmatch(href):
        return plain[1]
    if not _DIGITS.search(href):
        return None
    for _, _, found in ArxivId.find_all(href):
        return found.base
    if "://" in href:
        path = "" if "github" in href else href.partition("://")[2].partition("/")[2]
    elif match := _OWN_PAGE.search(href):
        return f"{match[1]}.{match[2]}"
    else:
        path = href
    mirrored = _MIRROR.search(f"/{path}")
    return mirrored[1] if mirrored else None


def ids_in_text(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and id of each arXiv id that `text` marks as one.

    `arXiv:2501.12948v2`, `arXiv 2501.12948`, `[2501.12948]`, and an id that stands
    alone or first.
    """
    if not _DIGITS.search(text):
        return []
    found = [
        (match.start(), match.end(), match[1] or match[2] or match[3] or match[4])
        for match in _IN_TEXT.finditer(text)
    ]
    if "/" in text:  # addresses as text, and identifiers from before 2007
        taken = {start for start, _, _ in found}
        found += [
            (start, end, cited.base)
            for start, end, cited in ArxivId.find_all(text)
            if start not in taken
        ]
        found.sort()
    return found


def is_paper_page(href: str) -> bool:
    """Say whether `href` is the page of a paper that is not on arXiv."""
    return _PAPER_PAGE.match(href) is not None


def is_web(href: str) -> bool:
    """Say whether `href` leads to another site."""
    return href.startswith(("http://", "https://"))


def key_of(href: str) -> str:
    """Return the arXiv id that an address leads to, else the address."""
    return id_of_address(href) or href
