"""Make a text ready for the Markdown parser, so that what it does not mean survives.

Emphasis marks and backslashes inside TeX are text. They are moved to private-use
characters before parsing and back afterwards. Raw HTML has no source positions in
CommonMark, so each block tag gets its line as an attribute; what only looks like a tag
(`<think>`) is text.
"""

import re

from tuireader.formats.markdown.words import words
from tuireader.text.safe import REPLACEMENT, sanitise

_BASE = 0xE000
_MOVED = re.compile("[\ue021-\ue07e]")
_BACK = {_BASE + code: chr(code) for code in range(33, 127)}
_THERE = {code: chr(_BASE + code) for code in range(33, 127) if not chr(code).isalnum()}
_PERCENT = re.compile(r"%EE%8[01]%[89AB][0-9A-F]")
LINE = "data-l"
_LINE_ATTRIBUTE = re.compile(rf' {LINE}="[0-9]+"')

_BLOCKS = words(
    """p div h1 h2 h3 h4 h5 h6 li tr td th details summary article section blockquote
    dt dd pre table ul ol header footer nav main aside figure"""
)
_INLINE = words(
    """a abbr address area audio b base bdi bdo body br button canvas caption center
    cite code col colgroup datalist del dfn dl em embed fieldset figcaption font form
    head hr html i iframe img input ins kbd label legend link map mark math menu meta
    meter noscript object optgroup option output param path picture pre progress q
    rect rp rt ruby s samp script select small source span strike strong style sub sup
    svg table tbody template textarea tfoot thead time title track tt u var video wbr"""
)
KNOWN = _BLOCKS | _INLINE
_FOREIGN = frozenset(("svg", "math"))  # alone, these may end themselves: `<svg/>`
_LONGEST_TAG = 1_000
# What stands in these is not for reading: without an end tag that is all of the rest.
_HIDING = words(
    """button canvas footer form iframe label math nav noscript object script select
    style svg template textarea title"""
)

# Bounded, and none can begin inside another: linear in the text.
_TAG = r"<(?P<slash>/?)(?P<tag>[A-Za-z][^\s/>:@]{0,40})(?=[\s/>])"
# Each alternative begins with a character of its own: what the engine looks for first.
_MARKUP = re.compile(
    r"\$\$[^$]{1,1200}\$\$"
    r"|\$(?<!\\\$)(?![\s$])[^$\n]{0,500}(?<![\s\\])\$(?![0-9])"
    r"|\\\((?:[^\\\n]|\\[^()\n]){1,500}\\\)"
    r"|`(?<!``)`(?!`)[^`\n]{1,300}''"
    r"|\\[!-/:-@\[-`{}~]"
    rf"|{_TAG}"
)
_TAGS = re.compile(_TAG)
_LINE_END = re.compile("&(?:#(?:0{0,9}1[03]|[xX]0{0,9}[aAdD])|NewLine);")
# Parsers take time by the square of the depth; nothing that people write is as deep.
_DEEPEST = 24
_DEEP = re.compile(
    r"^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){25,}", re.MULTILINE
)
_DEEPEST_TAGS = 100
_DEEPEST_INLINE = 2_000
# Elements that the start of another ends need no end tag and do not nest.
_FLAT = words(
    """p li td th tr dt dd thead tbody tfoot colgroup col option optgroup br hr img
    input meta link area base embed param source track wbr html body head"""
)


def protect(text: str, first_line: int) -> str:
    """Return Markdown `text` with TeX moved aside and lines on its block tags.

    Args:
        text: Safe text.
        first_line: Line of the source that `text` begins on.
    """
    if not text.isascii():
        text = _MOVED.sub(REPLACEMENT, text)  # a source's own are some font's icons
    if _DEEP.search(text):
        text = _DEEP.sub(_shallow, text)
    return _MARKUP.sub(_Marker(text, first_line), text)


def without_line_ends(text: str) -> str:
    """Return `text` with spaces for references to line ends, which are no lines."""
    return _LINE_END.sub(" ", text) if "&" in text else text


def with_lines(html: str) -> str:
    """Return `html` with the line of each block tag as its attribute."""
    return _TAGS.sub(_Marker(html, 1), html)


def restore(text: str) -> str:
    """Undo `protect` in what the parser gave back, and make it safe again.

    Character references can spell what no safe text holds: `&#27;` is an escape.
    """
    if text.isascii() and text.isprintable() and LINE not in text:
        return text
    text = sanitise(text)
    if not text.isascii() and _MOVED.search(text):
        text = text.translate(_BACK)
    return _LINE_ATTRIBUTE.sub("", text) if LINE in text else text


def restore_address(href: str) -> str:
    """Undo `protect` in an address, where the parser has percent-encoded it."""
    if "%EE%8" in href:
        href = _PERCENT.sub(lambda m: _decoded(m[0]), href)
    return restore(href)


def _decoded(percent: str) -> str:
    return bytes.fromhex(percent.replace("%", "")).decode("utf-8", "replace")


def _shallow(match: "re.Match[str]") -> str:
    """Keep the outer marks of a line that opens more quotes and lists than is sane."""
    whole = match[0]
    kept = 0
    for place, char in enumerate(whole):
        kept += char in ">-*+.)"
        if kept > _DEEPEST:
            return whole[:place] + whole[place:].translate(_THERE)
    return whole


class _Marker:
    """Replaces one match of `_MARKUP`, counting lines as it goes."""

    def __init__(self, text: str, line: int) -> None:
        self._text = text
        self._line = line
        self._at = 0
        self._depths = [0, 0]
        self._ends: dict[str, int] = {}

    def _too_deep(self, name: str, slash: str) -> bool:
        """Count open elements; say whether there are more than a page can mean."""
        kind = name in _BLOCKS
        depth = max(0, self._depths[kind] + (-1 if slash else 1))
        self._depths[kind] = depth
        return depth > (_DEEPEST_TAGS if kind else _DEEPEST_INLINE)

    def _hides_all(self, name: str, start: int) -> bool:
        """Say whether the element that begins at `start` hides all that follows."""
        if name not in self._ends:
            ends = re.finditer(rf"</{name}[\s/>]", self._text, re.IGNORECASE)
            self._ends[name] = max((end.start() for end in ends), default=-1)
        if start < self._ends[name]:
            return False
        tag = self._text[start : start + _LONGEST_TAG].partition(">")[0]
        return not (name in _FOREIGN and tag.endswith("/"))

    def __call__(self, match: "re.Match[str]") -> str:
        name = match["tag"]
        if name is None:
            whole = match[0]
            # A pipe keeps its backslash: in a table it would end the cell.
            return whole if whole == r"\|" else whole.translate(_THERE)
        name, slash, start = name.lower(), match["slash"], match.start()
        if name not in KNOWN or (
            name in _HIDING and not slash and self._hides_all(name, start)
        ):
            return match[0].translate(_THERE)
        if name not in _FLAT and self._too_deep(name, slash):
            return match[0].translate(_THERE)
        if name not in _BLOCKS or slash:
            return match[0]
        self._line += self._text.count("\n", self._at, start)
        self._at = start
        return f'{match[0]} {LINE}="{self._line}"'
