"""Feeds without what hides text from a look for tags: sections, comments, HTML.

Everything stays on the line where it stands.
"""

import html
import re
from collections.abc import Iterator

ITEM = re.compile(r"<(?:\w{1,16}:)?(?:item|entry)[\s>]")
"""Where an item begins."""
ITEM_END = re.compile(r"</(?:\w{1,16}:)?(?:item|entry)\s{0,9}>")
"""Where one ends."""

_HIDING = re.compile(r"<!\[CDATA\[|<!--")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
# XML knows five names; the others are HTML's, and what a title means by `R&D`.
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<((?:[\w.-]{1,32}:)?([\w.-]{1,64}))(?:\s[^<>]{0,4000})?>")
_CLOSING = re.compile(r"\s{0,9}>")
_WITH_PARTS = frozenset((
    "rss", "feed", "rdf", "channel", "item", "entry", "author", "contributor", "source",
    "image", "textinput", "group", "items", "seq",
))  # fmt: skip
"""Elements that hold others; what the rest hold is text, whatever is written there."""
_MOST_ENDLESS = 100
"""Names of fields without an end: an item that has more of them is none."""


def levelled(text: str) -> str:
    """Return a feed without comments, its sections of raw text and `&` as XML has them.

    Characters that no XML holds become U+FFFD, written out or by number.

    Args:
        text: A feed, well formed or not.
    """
    text = _NO_CHARACTER.sub("\ufffd", text)
    text = "".join(_shown(text)).replace("]]>", "]]&gt;")
    return _REFERENCE.sub(_allowed, _AMPERSAND.sub("&amp;", text))


def _shown(text: str) -> Iterator[str]:
    """Yield a feed in parts, sections of raw text escaped and comments blank."""
    at = 0
    ends = dict.fromkeys(_ENDS.values(), 0)
    while mark := _HIDING.search(text, at):
        yield text[at : mark.start()]
        at, closing = mark.end(), _ENDS[mark[0]]
        if 0 <= ends[closing] < at:  # looked for once, not once for each mark before it
            ends[closing] = text.find(closing, at)
        end = ends[closing]
        if end < 0 or _is_open(text, mark, end):
            yield _escaped(mark[0])
            continue
        inside = text[at:end]
        yield _escaped(inside) if closing == "]]>" else _blank(inside)
        at = end + len(closing)
    yield text[at:]


def _is_open(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether the end that is found belongs to the same mark of a later item."""
    again = text.find(mark[0], mark.end(), end)
    return again >= 0 and ITEM_END.search(text, mark.end(), again) is not None


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _blank(text: str) -> str:
    return "\n" * text.count("\n")


def flattened(part: str) -> str:
    """Return part of a levelled feed in which no field holds anything but text.

    That is what nobody escaped there: HTML, formulas, names in angle brackets.

    Args:
        part: An item, or what a feed says of itself.
    """
    return "".join(_flat(part))


def _flat(part: str) -> Iterator[str]:
    at = 0
    endless: set[str] = set()
    while len(endless) < _MOST_ENDLESS and (tag := _TAG.search(part, at)):
        yield part[at : tag.end()]
        at = tag.end()
        if tag[0][-2] == "/" or tag[2].casefold() in _WITH_PARTS or tag[1] in endless:
            continue
        end = _end_of(tag[1], part, at)
        if end < 0:
            endless.add(tag[1])
            continue
        yield part[at:end].replace("<", "&lt;")
        at = end
    yield part[at:]


def _end_of(name: str, part: str, at: int) -> int:
    """Return where the tag begins that ends an element; -1 if there is none."""
    closing = f"</{name}"
    while (at := part.find(closing, at)) >= 0:
        if _CLOSING.match(part, at + len(closing)):
            return at
        at += len(closing)
    return -1


def _allowed(found: re.Match[str]) -> str:
    """Return a reference to a character, or U+FFFD where XML allows no such one."""
    code = int(found[1], 16) if found[1] else int(found[2])
    fine = code <= 0x10FFFF and not _NO_CHARACTER.match(chr(code))  # noqa: PLR2004
    return found[0] if fine else "\ufffd"
