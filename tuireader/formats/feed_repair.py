"""Feeds that are no well-formed XML: cut off, or with what nobody escaped.

What is whole in them is kept, item by item, on the lines where it stands.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from tuireader.domain.entry import Problem
from tuireader.formats.feed_levelling import ITEM, ITEM_END, flattened, levelled

_ENDS = re.compile(r"(?:</[^<>]{1,40}>|\ufffd)+")
_ROOT = re.compile(r"<(rss|feed|rdf:RDF)\b[^<>]{0,4000}>")
_PREFIX = re.compile(
    r"(?:<|\s(?=[\w.-]{1,32}:[\w.-]{1,64}=[\"']))([a-zA-Z_][\w.-]{0,31}):", re.ASCII
)
_MOST_PREFIXES = 50
MOST_ITEMS = 25_000
"""Items that are read of one feed."""
LONGEST_TOLD = 400
"""Characters of what is left out that a problem tells."""

Fits = Callable[[str], bool]
"""Tells whether a text is a well-formed document."""


class _Frame(NamedTuple):
    """The root of a feed, to be put around a part of it."""

    opening: str
    closing: str
    fits: Fits

    def mended(self, part: str, *others: str) -> str:
        """Return a part as it is, or its fields as text, or another; or nothing."""
        for each in (part, flattened(part), *others):
            if self.fits(f"{self.opening}{each}{self.closing}"):
                return each
        return ""


class _Part(NamedTuple):
    """What is kept of some lines of a feed."""

    text: str
    rest: str
    """What is not, on one line; nothing if tags end there alone."""
    lines: int

    @property
    def filled(self) -> str:
        """The text, on as many lines as there were."""
        return self.text + "\n" * (self.lines - self.text.count("\n"))


def repaired(text: str, fits: Fits) -> tuple[str, tuple[Problem, ...]]:
    """Return a feed that is well formed, and what of the one given is not in it.

    Args:
        text: A feed.
        fits: Tells what is well formed.
    """
    text = levelled(text)
    root = _ROOT.search(text)
    if root is None or fits(text):
        return text, ()
    frame = _frame(root, text, fits)
    found = islice(ITEM.finditer(text, root.end()), MOST_ITEMS)
    starts = [match.start() for match in found] or [len(text)]
    parts = [_head(text[root.end() : starts[0]], frame)]
    parts += (_item(item, frame) for item in _between(text, starts))
    before = "\n" * text.count("\n", 0, root.start())
    inside = "".join(part.filled for part in parts)
    first = 1 + text.count("\n", 0, root.end())
    mended = f"{before}{frame.opening}{inside}{frame.closing}"
    return mended, tuple(_problems(parts, first))


def _problems(parts: Sequence[_Part], line: int) -> Iterator[Problem]:
    for place, part in enumerate(parts):
        if part.rest:
            what = "no whole item of a feed" if place else "no whole head of a feed"
            yield Problem(line, f"{what}: {part.rest}", "left out")
        line += part.lines


def _frame(root: re.Match[str], text: str, fits: Fits) -> _Frame:
    """Return the root of a feed, with the prefixes that nobody declared there."""
    used = dict.fromkeys(found[1] for found in _PREFIX.finditer(text))
    names = [name for name in used if not name.casefold().startswith("xml")]
    declared = {name: f' xmlns:{name}="{name}"' for name in names[:_MOST_PREFIXES]}
    missing = (
        each for name, each in declared.items() if f"xmlns:{name}=" not in root[0]
    )
    frame = _Frame(f"{root[0][:-1]}{''.join(missing)}>", f"</{root[1]}>", fits)
    if fits(frame.opening + frame.closing):
        return frame
    bare = f"<{root[1]}{''.join(declared.values())}>"
    return frame._replace(opening=bare + "\n" * root[0].count("\n"))


def _head(head: str, frame: _Frame) -> _Part:
    """Return what a feed says of itself, if it is whole but for the channel's end."""
    flat = flattened(head)
    kept = frame.mended(head, f"{head}</channel>", f"{flat}</channel>")
    return _Part(kept, "" if kept else _told(head), head.count("\n"))


def _item(item: str, frame: _Frame) -> _Part:
    """Return an item, if it is whole, with what stands between it and the next."""
    end = ITEM_END.search(item)
    whole = frame.mended(item[: end.end()]) if end else ""
    rest = item[end.end() :] if end and whole else item
    return _Part(whole, _told(rest), item.count("\n"))


def _between(text: str, starts: Sequence[int]) -> Iterator[str]:
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end]


def _told(rest: str) -> str:
    """Return what is left out on one line; nothing if tags end there alone."""
    words = rest.split()
    said = not all(_ENDS.fullmatch(word) for word in words)
    return " ".join(words)[:LONGEST_TOLD] if said else ""
