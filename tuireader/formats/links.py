"""Links in digests: a paper's own, and those that its commentary cites."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tuireader.domain.arxiv_id import ArxivId

_MARKDOWN = re.compile(
    r"\[([^\[\]\n]{0,512})\]\(<?(https?://[^\s<>]{1,2048}?)>?\)", re.IGNORECASE
)
_REBUILT = re.compile(r"https://arxiv\.org/abs/([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})")
_PLAIN_CITATION = re.compile(
    r"://arxiv\.org/(?:abs|pdf)/([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(?![0-9])"
)
# `rxiv.org`, `r5iv.org`, `arXiv:`, `ARXIV`, `huggingface.co`, `10.48550/arxiv.`
_HINTS = ("iv.", "iv:", "IV", "Iv", "ngface.co", "NGFACE")
_WIKILINK = re.compile(r"(!?)\[\[([^\[\]\n]{1,512})\]\]")
_ADDRESSES = ("http://", "https://", "arxiv.org/", "www.arxiv.org/", "arXiv:")
_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".svg",
    ".webp",
    ".pdf",
    ".mp4",
    ".excalidraw",
)
# Between the wikilinks of a line that holds nothing else.
_FILLING = " \t-*+,;·|•"


_BETWEEN_LINKS = " \t-*+,;/·|•&"
# How much of one paragraph is searched: no commentary is as long.
_LOOK = 262_144


class OwnLink(NamedTuple):
    """The address of the paper itself."""

    url: str
    arxiv_id: str | None


def own_link(url: str) -> OwnLink:
    """Return `url` as a paper's own link, rebuilt if it is an arXiv address."""
    if match := _REBUILT.fullmatch(url):  # as rebuilding would have it: nearly always
        return OwnLink(url, match[1])
    if found := ArxivId.parse(url):
        return OwnLink(found.abs_url, found.base)
    return OwnLink(url, None)


def link_of_line(line: str) -> tuple[str, str]:
    """Return the address that `line` begins with and the text behind it.

    `https://…`, `<https://…>`, `[text](https://…)`, each also as a list item; an empty
    address where the line begins with something else. Where the text of a Markdown link
    is itself an address, that is the one meant: the target may be a redirect.
    """
    if line[0] not in "h<[-*+aw":
        return "", line
    if line.startswith(_ADDRESSES):
        url, _, rest = line.partition(" ")
        return url.rstrip(",;"), rest.strip()
    if line.startswith(("- ", "* ", "+ ")):
        item = line[2:].lstrip()
        url, rest = link_of_line(item) if item[:1] not in "-*+" else ("", item)
        return (url, rest) if url else ("", line)
    if line.startswith("<http"):
        url, _, rest = line[1:].partition(">")
        return ("", line) if " " in url else (url, rest.strip())
    if line.startswith("[") and (match := _MARKDOWN.match(line)):
        text = match[1].strip()
        rest = line[match.end() :].strip()
        return (text if text.startswith("http") and " " not in text else match[2]), rest
    return "", line


def named_links(text: str) -> list[str]:
    """Return the addresses of `· [code](…) | [project](…)`, if that is all there is.

    A text of several words says more than where its link leads to.
    """
    if "](" not in text or _MARKDOWN.sub("", text).strip(_BETWEEN_LINKS):
        return []
    found = list(_MARKDOWN.finditer(text))
    named = all(len(match[1].split()) == 1 for match in found)
    return [match[2] for match in found] if named else []


def titled_link(line: str) -> tuple[str, str]:
    """Return text and address of a line that is one Markdown link, else `line`."""
    if "](" in line and (match := _MARKDOWN.fullmatch(line)):
        return match[1].strip(), match[2]
    return line, ""


def cited_ids(texts: Iterable[str], own: str | None) -> tuple[str, ...]:
    """Return the arXiv ids cited in `texts`, each once, in order, without `own`."""
    found: dict[str, None] = {}
    for whole in texts:
        text = whole[:_LOOK]
        # Most texts cite nothing, and most of the others by plain addresses: whether
        # that is all, counting what every form contains tells at a tenth of the cost.
        # Each of these has a slash or a colon in it, which is one look for a character.
        if ("/" in text or ":" in text) and (hints := sum(map(text.count, _HINTS))):
            bases = _PLAIN_CITATION.findall(text)
            if len(bases) != hints:
                bases = [cited.base for _, _, cited in ArxivId.find_all(text)]
            found.update(dict.fromkeys(bases))
    if own:
        found.pop(own, None)
    return tuple(found)


def wikilinks_in(line: str) -> tuple[list[str], bool]:
    """Return the targets of the `[[wikilinks]]` in `line`, and whether it is only them.

    A target is given without heading, alias and the extension of a note; embedded
    pictures are none.
    """
    targets = []
    for bang, inner in _WIKILINK.findall(line[:_LOOK]):
        target = inner.partition("|")[0].partition("#")[0].strip().removesuffix(".md")
        if target and not (bang and target.lower().endswith(_PICTURES)):
            targets.append(target)
    only = (
        bool(targets)
        and len(line) <= _LOOK
        and not _WIKILINK.sub("", line).strip(_FILLING)
    )
    return targets, only
