"""When two entries are about one paper: keys and normal forms."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry

_NOT_WORD = re.compile(r"[\W_]+")
_BETWEEN = "\x7f"  # in no title: text is made safe before it gets here
_ASCII_NOT_WORD = {
    code: None
    for code in range(128)
    if not chr(code).isalnum() and code != ord(_BETWEEN)
}
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def title_key(title: str) -> str:
    """Return `title` folded so that case, spaces and punctuation do not matter."""
    return _NOT_WORD.sub("", title.casefold())


def title_keys(titles: Sequence[str]) -> list[str]:
    """Return what `title_key` returns for each of `titles`, many times faster."""
    plain = [title for title in titles if title.isascii()]  # nearly all
    whole = _BETWEEN.join(plain).lower().translate(_ASCII_NOT_WORD)
    keys = whole.split(_BETWEEN) if plain else []
    if len(keys) != len(plain):
        return list(map(title_key, titles))
    found = iter(keys)
    return [next(found) if title.isascii() else title_key(title) for title in titles]


@lru_cache(maxsize=8192)
def canonical_tag(tag: str) -> str:
    """Return the form in which `Auto_Regressive` and `auto-regressive` are one tag."""
    return tag.casefold().replace("_", "-").strip("-")


def resolved_aliases(aliases: Mapping[str, str]) -> dict[str, str]:
    """Return tags and what they count as in the end, both in canonical form.

    Args:
        aliases: Tags to tags as they are written; one may lead to another. Those that
            lead to themselves are left out.
    """
    straight = {canonical_tag(tag): canonical_tag(to) for tag, to in aliases.items()}
    found = {}
    for tag, to in straight.items():
        seen = {tag}
        while to in straight and to not in seen:
            seen.add(to)
            to = straight[to]  # noqa: PLW2901  one step further
        if tag and to and to not in seen:
            found[tag] = to
    return found


def keys_of(entry: Entry) -> tuple[str, ...]:
    """Return the keys an entry answers to, the strongest first."""
    strong = strong_key(entry.arxiv_id or "", entry.url or "")
    return keys_from(strong, entry.title, title_key(entry.title))


def keys_from(strong: str, title: str, folded: str) -> tuple[str, ...]:
    """Return the keys of an entry from its parts.

    Args:
        strong: What `strong_key` gives it.
        title: As written.
        folded: The title as `title_key` folds it.
    """
    if not strong:
        return (f"title:{folded or title}",)
    return (strong, f"title:{folded}") if folded else (strong,)


def strong_key(arxiv_id: str, url: str) -> str:
    """Return the key that an entry's own link gives it, or an empty string."""
    if arxiv_id:
        return f"arxiv:{arxiv_id}"
    return f"url:{_SCHEME.sub('', url).rstrip('/')}" if url else ""


def named_key(text: str) -> str | None:
    """Return the key that somebody means by an id, an address or a key itself."""
    text = text.strip()
    kind, _, rest = text.partition(":")
    if found := ArxivId.parse(rest if kind == "arxiv" else text):
        return f"arxiv:{found.base}"
    if kind == "title" and title_key(rest):
        return f"title:{title_key(rest)}"
    if kind in {"http", "https"}:
        return strong_key("", text)
    return strong_key("", rest.strip()) or None if kind == "url" else None


def merged_keys(entries: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return all keys of a paper's entries, each once, the strongest first."""
    keys = dict.fromkeys(key for keys in entries for key in keys)
    return tuple(sorted(keys, key=_strength))


def _strength(key: str) -> int:
    return ("arxiv", "url", "title").index(key.partition(":")[0])
