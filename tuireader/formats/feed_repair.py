"""Feeds that are no well-formed XML: cut off, or with what nobody escaped.

What is whole in them is kept, item by item, on the lines where it stands.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from tuireader.domain.entry import Problem

ITEM = re.compile(r"<(?:\w{1,16}:)?(?:item|entry)[\s>]")
"""Where an item begins."""
_ITEM_END = re.compile(r"</(?:\w{1,16}:)?(?:item|entry)\s{0,9}>")
_ENDS = re.compile(r"(?:</[^<>]{1,40}>)+")
_ROOT = re.compile(r"<(rss|feed|rdf:RDF)\b[^<>]{0,4000}>")
# XML knows five names; the others are HTML's, and what a title means by `R&D`.
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_BLANKS = frozenset((0x9, 0xA, 0xD))
_FIRST, _SURROGATES, _LAST = 0x20, range(0xD800, 0xE000), 0x10FFFF
_NONCHARACTERS = frozenset((0xFFFE, 0xFFFF))
_LONGEST_TOLD = 400
MOST = 25_000
"""Items that are read of one feed."""

Fits = Callable[[str], bool]
"""Tells whether a text is a well-formed document."""


def repaired(text: str, fits: Fits) -> tuple[str, tuple[Problem, ...]]:
    """Return a feed that is well formed, and what of the one given is not in it.

    Args:
        text: A feed.
        fits: Tells what is well formed.
    """
    text = _REFERENCE.sub(_allowed, _AMPERSAND.sub("&amp;", text))
    root = _ROOT.search(text)
    if root is None or fits(text):
        return text, ()
    before, opening, closing = text[: root.start()], root[0], f"</{root[1]}>"
    found = islice(ITEM.finditer(text, root.end()), MOST)
    starts = [match.start() for match in found]
    parts, problems = ["\n" * before.count("\n"), opening], []
    head = text[root.end() : starts[0]] if starts else ""
    heads = (head, f"{head}</channel>", "\n" * head.count("\n"))
    parts += next(([each] for each in heads if fits(opening + each + closing)), [])
    line = text.count("\n", 0, root.end()) + head.count("\n") + 1
    for item in _between(text, starts):
        end = _ITEM_END.search(item)
        whole = item[: end.end()] if end else ""
        if not whole or not fits(opening + whole + closing):
            whole = ""
        if rest := _told(item[len(whole) :]):
            what = f"no whole item of a feed: {rest}"
            problems.append(Problem(line, what, "left out"))
        parts += whole, "\n" * (item.count("\n") - whole.count("\n"))
        line += item.count("\n")
    return "".join([*parts, closing]), tuple(problems)


def _between(text: str, starts: list[int]) -> Iterator[str]:
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end]


def _told(rest: str) -> str:
    """Return what is between items, on one line; nothing if tags end there alone."""
    words = rest.split()
    said = not all(_ENDS.fullmatch(word) for word in words)
    return " ".join(words)[:_LONGEST_TOLD] if said else ""


def _allowed(found: re.Match[str]) -> str:
    """Return a reference to a character, or to none where XML allows no such one."""
    code = int(found[1], 16) if found[1] else int(found[2])
    fine = code in _BLANKS or _FIRST <= code <= _LAST
    fine = fine and code not in _SURROGATES and code not in _NONCHARACTERS
    return found[0] if fine else "\ufffd"
