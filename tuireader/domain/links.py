"""The address that stands for a paper, and how sure it is."""

from enum import Enum
from typing import NamedTuple
from urllib.parse import quote_plus

_LONGEST_SEARCH = 1_500
"""Characters of a query in an address; browsers and servers refuse far longer ones."""


class LinkOrigin(Enum):
    """Where a paper's link comes from, the surest first."""

    OWN = "own link"
    OTHER_ENTRY = "link of another entry of the same paper"
    RESOLVED = "link resolved earlier"
    SEARCH = "arXiv title search"


class Link(NamedTuple):
    """An address and where it comes from."""

    url: str
    origin: LinkOrigin
    source: str = ""
    """The digest it was taken from, where that is not the one shown."""


def title_search(title: str) -> Link:
    """Return the arXiv search for `title`: what is left when no entry has a link."""
    words = [quote_plus(word) for word in title.split()]
    room = _LONGEST_SEARCH
    query = "+".join(word for word in words if (room := room - len(word) - 1) >= 0)
    return Link(
        f"https://arxiv.org/search/?query={query}&searchtype=title", LinkOrigin.SEARCH
    )
