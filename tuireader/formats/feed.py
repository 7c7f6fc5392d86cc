"""Feeds: RSS and Atom, as arXiv's own feeds, its interface and blogs leave them."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry, Paragraph, Problem
from tuireader.formats.abstracts import is_formal
from tuireader.formats.base import FormatError, Reading, Recognition, Source
from tuireader.formats.dates import find_date
from tuireader.formats.feed_items import Item
from tuireader.formats.feed_levelling import ITEM, levelled
from tuireader.formats.feed_repair import LONGEST_TOLD, MOST_ITEMS, repaired
from tuireader.formats.links import cited_ids
from tuireader.formats.path_dates import date_of_path
from tuireader.text.language import language_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element, TreeBuilder

_FEED = re.compile(
    r"[\s\ufffd]{0,99}(?:<\?xml[^>]{0,200}>|<!--(?:[^-]|-(?!->)){0,400}-->|\s){0,9}<(?:rss|feed|rdf:RDF)\b"
)
_BLANKS = " \t\n\ufffd"  # the last is what a second byte order mark became
_ITEMS = frozenset(("item", "entry"))
_DAYS = ("pubdate", "published", "lastbuilddate", "updated", "date")


class Feed:
    """A saved RSS or Atom feed."""

    name = "feed"

    def recognise(self, source: Source) -> Recognition:
        """Look for the root element of a feed, and items below it."""
        if source.text[:99].lstrip(_BLANKS)[:1] != "<" or not _FEED.match(source.text):
            return Recognition(0, "")
        if not ITEM.search(source.text):
            return Recognition(0, "")
        return Recognition(90, "RSS or Atom feed with items")

    def read(self, source: Source) -> Reading:
        """Read every item that has a title; of a broken feed, those that are whole.

        Raises:
            FormatError: If nothing of it is XML, or it defines entities of its own.
        """
        root, text, broken = _mended(source.text)
        lines = chain(_lines(text), repeat(1))
        named = date_of_path(source.path)
        day = named or _day(root)
        items = [node for node in root.iter() if _name(node) in _ITEMS]
        entries = [
            _entry(Item(node), line, named, day)
            for node, line in zip(items[:MOST_ITEMS], lines, strict=False)
        ]
        problems = (*_about(root), *_too_many(items), *broken)
        return Reading(tuple(entry for entry in entries if entry.title), problems)


def _about(root: "Element") -> Iterator[Problem]:
    """Yield what a feed says of itself, which no paper takes."""
    told = [f"{_name(n)}: {text}" for n in _above(root) if (text := _said(n))]
    if told:
        what = f"about the feed: {' · '.join(told)[:LONGEST_TOLD]}"
        yield Problem(1, what, "left out")


def _too_many(items: Sequence["Element"]) -> Iterator[Problem]:
    if len(items) > MOST_ITEMS:
        what = f"a feed of {len(items):,} items"
        yield Problem(1, what, f"read the first {MOST_ITEMS:,}; split the file")


def _mended(text: str) -> "tuple[Element, str, tuple[Problem, ...]]":
    """Return a feed, the text it was read from, and what of the one given is lost.

    Raises:
        FormatError: If no item of it can be read.
    """
    try:
        return _parsed(text), text, ()
    except FormatError:
        if not _FEED.match(text):
            raise
        mended, broken = repaired(text, _fits)
        if not ITEM.search(mended):
            raise
        return _parsed(mended), mended, broken


def _fits(text: str) -> bool:
    try:
        _parsed(text)
    except FormatError:
        return False
    return True


def _parsed(text: str) -> "Element":
    from xml.etree import ElementTree as ET

    parser = None
    if "<!DOCTYPE" in text:  # as a rule in the text of an item
        parser = ET.XMLParser(target=_no_entities())  # noqa: S314
    try:
        # No entities: nothing that a document this size says can become larger.
        return ET.fromstring(_unspecified(text), parser)  # noqa: S314
    except (ET.ParseError, ValueError) as error:
        what = f"no well-formed XML: {error}"
        raise FormatError(Problem(1, what, "tried the next shape")) from error


def _no_entities() -> "TreeBuilder":
    """Return what builds a tree of no document that can define entities."""
    from xml.etree.ElementTree import TreeBuilder

    class Guarded(TreeBuilder):
        def doctype(self, name: str, pubid: str, system: str) -> None:  # noqa: ARG002
            what = "XML that defines entities"
            raise FormatError(Problem(1, what, "tried the next shape"))

    return Guarded()


def _unspecified(text: str) -> str:
    """Return a document without the line that names the encoding it had."""
    start = text.find("<", text.find("?>") + 2) if text.lstrip()[:5] == "<?xml" else 0
    return text[max(start, 0) :]


def _lines(text: str) -> Iterator[int]:
    at, line = 0, 1
    if "<!" in text:
        text = levelled(text)  # or what a comment holds would count
    for match in ITEM.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        yield line


def _name(node: "Element") -> str:
    return str(node.tag).rpartition("}")[2].casefold()


def _said(node: "Element") -> str:
    return " ".join((node.text or "").split())


def _above(root: "Element") -> Iterator["Element"]:
    """Yield what a feed says about itself."""
    channel = next((node for node in root if _name(node) == "channel"), root)
    yield from (node for node in channel if _name(node) not in _ITEMS)


def _day(root: "Element") -> str | None:
    said = {_name(node): _said(node) for node in _above(root)}
    return next((day for name in _DAYS if (day := find_date(said.get(name, "")))), None)


def _entry(item: Item, line: int, named: str | None, day: str | None) -> Entry:
    found = ArxivId.parse(item.link) or item.marked
    text, notes = item.abstract, list(item.notes)
    if text and not found and not is_formal(text):
        notes.insert(0, text)  # what a blog says of its post is no abstract
        text = ""
    return Entry(
        title=item.title,
        authors=item.authors,
        date=named or find_date(item.day) or day,
        abstract=text,
        commentary=tuple(Paragraph(note, language_of(note)) for note in notes),
        tags=item.tags,
        url=found.abs_url if found else item.link or None,
        arxiv_id=found.base if found else None,
        references=cited_ids(notes, found.base if found else None),
        section=item.section,
        line=line,
    )
