"""When two entries are about one paper: keys and normal forms."""

import re
from functools import lru_cache

from tuireader.domain.entry import Entry

_NOT_WORD = re.compile(r"[\W_]+")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def title_key(title: str) -> str:
    """Return `title` folded so that case, spaces and punctuation do not matter."""
    return _NOT_WORD.sub("", title.casefold())


@lru_cache(maxsize=8192)
def canonical_tag(tag: str) -> str:
    """Return the form under which `Auto_Regressive` and `auto-regressive` are one tag."""
    return tag.casefold().replace("_", "-").strip("-")


def keys_of(entry: Entry) -> tuple[str, ...]:
    """Return the keys an entry answers to, the strongest first."""
    keys = []
    if entry.arxiv_id:
        keys.append(f"arxiv:{entry.arxiv_id}")
    elif entry.url:
        keys.append(f"url:{_SCHEME.sub('', entry.url).rstrip('/')}")
    if folded := title_key(entry.title):
        keys.append(f"title:{folded}")
    return tuple(keys) or (f"title:{entry.title}",)
