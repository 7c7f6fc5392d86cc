"""What one item of a feed says."""

import html
import re
from typing import TYPE_CHECKING

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.identity import title_key
from tuireader.formats.people import split_authors
from tuireader.text.safe import sanitise

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,400}>")
_BLOCKS = ("p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")
_BREAK = re.compile(rf"</?(?:{'|'.join(_BLOCKS)})\b[^<>]{{0,400}}>", re.IGNORECASE)
# `arXiv:2501.12948v1 Announce Type: new Abstract: …`, as arXiv's feeds begin.
_ANNOUNCED = re.compile(
    r"arXiv:(\S{9,24})\s+Announce Type:\s*([\w-]{2,20})\s*(?:Abstract:\s*)?",
    re.IGNORECASE,
)
# `Title. (arXiv:2101.00001v1 [cs.CL] UPDATED)`, as they did before 2024.
_MARK = re.compile(r"\.?\s*\(arXiv:(\S{9,24})(?:\s\[([\w.-]{2,24})\])?([^()]{0,40})\)$")
_LINKED = re.compile(
    r"<a\s[^<>]{0,200}?href=[\"']?(https?://[^\s\"'<>]{1,200})[^<>]{0,200}>"
    r"([^<>]{1,400})</a>",
    re.IGNORECASE,
)
_TITLES, _LINKS = ("title",), ("link", "guid", "id")
_ABSTRACTS = ("summary", "description", "abstract", "encoded", "content")
_PEOPLE, _TAGS = ("creator", "author"), ("category", "subject")
_DAYS = ("pubdate", "published", "date", "updated")
_USED = frozenset((*_TITLES, *_LINKS, *_ABSTRACTS, *_PEOPLE, *_TAGS, *_DAYS))
_MOST = 1_000


class Item:
    """One item, its fields as safe text.

    Args:
        node: The element.

    Attributes:
        title: On one line.
        link: Address of the paper or post, or nothing.
        marked: The arXiv id that title or text names as its own.
        abstract: Without tags, its paragraphs on lines of their own.
        authors: In order.
        tags: Categories.
        day: The day as written.
        section: How arXiv announces it: `new`, `cross`, `replace`.
        notes: What no other field takes.
    """

    def __init__(self, node: "Element") -> None:
        self._fields: dict[str, list[Element]] = {}
        for child in list(node)[:_MOST]:
            self._fields.setdefault(_name(child), []).append(child)
        self.marked: ArxivId | None = None
        self.section = ""
        tags = [child.get("term") or _said(child) for child in self._all(_TAGS)]
        self.tags = tuple(dict.fromkeys(tag for tag in map(_line, tags) if tag))
        self.title = self._title()
        self.abstract = self._abstract()
        self.authors = self._authors()
        self.link = self._link()
        self.day = next((text for c in self._all(_DAYS) if (text := _said(c))), "")
        self.notes = tuple(self._notes())

    def _all(self, names: tuple[str, ...]) -> list["Element"]:
        return [child for name in names for child in self._fields.get(name, ())]

    def _title(self) -> str:
        title = next(
            (text for c in self._all(_TITLES) if (text := _line(_said(c)))), ""
        )
        if not (found := _MARK.search(title)):
            return title
        self.marked = ArxivId.parse(found[1])
        self.section = found[3].strip().casefold()
        self.tags = tuple(dict.fromkeys((*self.tags, *filter(None, [found[2]]))))
        return title[: found.start()].strip() or title

    def _abstract(self) -> str:
        texts = [text for c in self._all(_ABSTRACTS) if (text := _prose(c))]
        text = max(texts, key=len, default="")
        if found := _ANNOUNCED.match(text):
            self.marked = self.marked or ArxivId.parse(found[1])
            self.section = found[2].casefold()
            text = text[found.end() :]
        return text

    def _authors(self) -> tuple[str, ...]:
        names: list[str] = []
        for child in self._all(_PEOPLE):
            named = [_line(_said(part)) for part in child if _name(part) == "name"]
            names += named or split_authors(_line(_said(child)))
        return tuple(filter(None, names[:_MOST]))

    def _link(self) -> str:
        links = [c.get("href") or _said(c) for c in self._all(_LINKS)]
        links = [link.replace("oai:arXiv.org:", "arXiv:") for link in map(_line, links)]
        found = next((link for link in links if ArxivId.parse(link)), None)
        found = found or self._named_link()
        return found or next((link for link in links if link.startswith("http")), "")

    def _named_link(self) -> str | None:
        """Return the arXiv address that a post about a paper links by its title."""
        key = title_key(self.title)
        texts = [_said(child) for child in self._all(_ABSTRACTS)]
        linked = (match for text in texts for match in _LINKED.finditer(text))
        for match in linked:
            if ArxivId.parse(match[1]) and key and title_key(_line(match[2])) == key:
                return match[1]
        return None

    def _notes(self) -> list[str]:
        texts = [
            (name, _prose(child))
            for name, children in self._fields.items()
            if name not in _USED
            for child in children
        ]
        return [f"**{_line(name)}**: {text}" for name, text in texts if text]


def _said(node: "Element") -> str:
    return "".join(node.itertext()).strip()


def _name(node: "Element") -> str:
    return str(node.tag).rpartition("}")[2].casefold()


def _line(text: str) -> str:
    """Return `text` on one line; XML can spell what no file may hold."""
    return " ".join(sanitise(html.unescape(_TAG.sub("", text))).split())


def _prose(node: "Element") -> str:
    """Return text without tags; a feed's line breaks are those of its maker."""
    for part in node.iter():
        if part is not node and _name(part) in _BLOCKS:
            part.text = f"\n\n{part.text or ''}"
            part.tail = f"\n\n{part.tail or ''}"
    paragraphs = _BREAK.sub("\n\n", _said(node)).split("\n\n")
    return "\n\n".join(filter(None, map(_line, paragraphs)))
