"""Papers that a JSON list names by a string each: a title, an id, or both."""

import re

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.plain_marks import split_id
from tuireader.formats.sidecar_values import Record, text_of

_LISTS = frozenset((
    "papers", "titles", "articles", "entries", "items", "list", "paper_titles",
    "论文", "論文", "논문",
))  # fmt: skip
_ADDRESS = re.compile(r"\s*[(\[<|–—-]{0,2}\s*(https?://[^\s()<>]{4,400})[)\]>]?\s*")
_WORDS = 3
_SHORTEST, _LONGEST = 8, 400


def records_of_strings(items: list[object], key: str) -> list[Record]:
    """Return a record for each of `items`, if these strings can only be papers.

    Args:
        items: What a list holds.
        key: The key that the list stands under, if it does.
    """
    texts = [text_of(item) for item in items if isinstance(item, str)]
    if not texts or len(texts) < len(items):
        return []
    found = [_record(text) for text in texts]
    named = sum("url" in record for record in found)
    listed = key.casefold() in _LISTS
    if named * 2 > len(found) or (listed and all(map(_is_title, texts))):
        return found
    return []


def _record(text: str) -> Record:
    title, found = split_id(text) if text else (text, None)
    if found:
        return {"title": title, "url": found.abs_url}
    if (match := _ADDRESS.search(text)) and (known := ArxivId.parse(match[1])):
        rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" -–—|")
        return {"title": rest or f"arXiv:{known.base}", "url": known.abs_url}
    if known := ArxivId.parse(text):
        return {"title": f"arXiv:{known.base}", "url": known.abs_url}
    return {"title": text}


def _is_title(text: str) -> bool:
    words = text.split()
    return _SHORTEST <= len(text) <= _LONGEST and (
        len(words) >= _WORDS or not text.isascii()
    )
