"""Source text to a `Document`: GitHub's Markdown parser, then one HTML tree for all.

Markdown, HTML inside Markdown and saved pages are one case from here on.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import cmarkgfm
from cmarkgfm.cmark import Options
from selectolax.lexbor import LexborHTMLParser

from tuireader.formats.markdown.blocks import (
    BOLD,
    CODE,
    IMAGE,
    ITALIC,
    TAG,
    Block,
    Box,
    Document,
    Kind,
    Run,
)
from tuireader.formats.markdown.labels import Role
from tuireader.formats.markdown.lines import BREAK, lines_of
from tuireader.formats.markdown.protect import (
    LINE,
    protect,
    restore,
    restore_address,
    with_lines,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_OPTIONS = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE
_EXTENSIONS = ["table", "autolink"]
_STYLE = {
    "strong": BOLD, "b": BOLD, "em": ITALIC, "i": ITALIC, "cite": ITALIC,
    "code": CODE, "kbd": CODE, "tt": CODE, "samp": CODE,
}  # fmt: skip
# Elements that end the paragraph before them and the one within them.
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav"
    " ol optgroup p pre section summary table tbody td tfoot th thead tr ul".split()
)
_BOXED = frozenset(
    "article aside blockquote dd details div dl dt figure li main ol section table td th tr"
    " ul header footer nav".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT = frozenset(
    "script style noscript svg template head iframe select object canvas math".split()
)
_CONTROLS = frozenset(("button", "label", "textarea"))
_NAVIGATION = frozenset(("nav", "form"))
_MARK = re.compile(
    r"(?:arXiv:)?([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(?:v[0-9]{1,2})?", re.I
)
_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\(([^\s()]{1,1000})\)")
# Names of classes say what a page's author thinks an element is.
_CHIP = re.compile(
    r"\b(?:tag|chip|badge|pill|keyword|category|subject|label)s?\b", re.IGNORECASE
)
_HINTS = (
    (re.compile(r"\bauthors?\b", re.IGNORECASE), Role.AUTHORS),
    (re.compile(r"\babstract\b", re.IGNORECASE), Role.ABSTRACT),
)
_DEEPEST = 150
_COMMENT, _TEXT = "-comment", "-text"


def parse_markdown(text: str, first_line: int) -> Document:
    """Return the document that Markdown `text` is, its first line being `first_line`."""
    html = cmarkgfm.cmark.markdown_to_html_with_extensions(
        protect(text, first_line), _OPTIONS, _EXTENSIONS
    )
    return _Walker(first_line).document(html)


def parse_html(text: str) -> Document:
    """Return the document that a saved HTML page is."""
    return _Walker(1).document(with_lines(text))


class _Walker:
    """Walks a tree once, in order, and collects blocks and boxes."""

    def __init__(self, first_line: int) -> None:
        self._offset = first_line - 1
        self._line = first_line
        self._blocks: list[Block] = []
        self._boxes: list[Box] = []
        self._box = -1
        self._runs: list[Run] = []
        self._marks: list[str] = []
        self._start = first_line
        self._kind = Kind.TEXT
        self._level = 0
        self._hint = ""
        self._silent = 0
        self._para = 0
        self._title = ""

    def document(self, html: str) -> Document:
        parser = LexborHTMLParser(html)
        if title := parser.css_first("title"):
            self._title = restore(title.text(strip=True))
        if parser.body is not None:
            self._children(parser.body, 0, "", 0)
        self._flush()
        return Document(self._blocks, self._boxes, self._title)

    def _children(self, node: "LexborNode", style: int, href: str, depth: int) -> None:
        child = node.first_child
        while child is not None:
            tag = child.tag or ""
            if tag == _TEXT:
                self._text(child.text_content or "", style, href)
            elif tag in _BLOCK:
                self._block(child, tag, depth)
            else:
                self._inline(child, tag, (style, href), depth)
            child = child.next

    def _text(self, text: str, style: int, href: str) -> None:
        lines = text.count("\n")
        if not self._runs:
            core = text.lstrip()
            if core:
                self._start = self._line + lines - core.count("\n")
            text = core
        self._line += lines
        if text:
            self._add(restore(text), style, href)

    def _add(self, text: str, style: int, href: str) -> None:
        """Add text; inside HTML the parser has left Markdown links as they are."""
        at = 0
        if "](" in text and not href:
            for match in _LINK.finditer(text):
                self._runs.append(Run(text[at : match.start()], style))
                self._runs.append(Run(match[1], style, match[2]))
                at = match.end()
        self._runs.append(Run(text[at:], style, href))

    def _inline(
        self, node: "LexborNode", tag: str, now: tuple[int, str], depth: int
    ) -> None:
        style, href = now
        if tag == "br":
            if self._runs:
                self._runs.append(Run(BREAK, style, href))
        elif tag == _COMMENT or tag in _SILENT:
            self._quiet(node, tag)
        elif tag == "img":
            self._image(node.attributes, style, href)
        else:
            attributes = node.attributes
            self._attributes(attributes)
            if tag in _CONTROLS:
                return
            if tag == "a":
                href = restore_address(attributes.get("href") or "")
                self._children_or_text(node, style, href, depth)
            else:
                style |= _STYLE.get(tag, 0)
                if _CHIP.search((attributes.get("class") or "").replace("_", "-")):
                    style |= TAG
                self._children_or_text(node, style, href, depth)

    def _children_or_text(
        self, node: "LexborNode", style: int, href: str, depth: int
    ) -> None:
        if depth < _DEEPEST:
            self._children(node, style, href, depth + 1)
        else:
            self._text(node.text_content or "", style, href)

    def _quiet(self, node: "LexborNode", tag: str) -> None:
        """Note a comment, script or the like: it is seen, but it is no text."""
        text = (node.comment_content if tag == _COMMENT else node.text_content) or ""
        if not self._runs and text.strip():
            run = Run(restore(text.strip()))
            self._blocks.append(
                Block(Kind.NOISE, self._line, self._box, [run], run.text)
            )

    def _image(
        self, attributes: Mapping[str, str | None], style: int, href: str
    ) -> None:
        source = restore_address(attributes.get("src") or "")
        alt = restore(attributes.get("alt") or "")
        if not self._runs:
            self._start = self._line
        self._runs.append(Run(alt, style | IMAGE, href or source))

    def _attributes(self, attributes: Mapping[str, str | None]) -> None:
        if LINE in attributes:
            self._line = int(attributes[LINE] or 0)
        for key, value in attributes.items():
            if value and key.startswith("data-") and (match := _MARK.fullmatch(value)):
                self._marks.append(match[1])

    def _block(self, node: "LexborNode", tag: str, depth: int) -> None:
        self._flush()
        attributes = node.attributes
        if place := attributes.get("data-sourcepos"):
            self._line = int(place[: place.index(":")]) + self._offset
        elif attributes:
            self._attributes(attributes)
        if tag == "hr":
            self._blocks.append(Block(Kind.RULE, self._line, self._box, [], ""))
            return
        if tag == "pre":
            self._pre(node)
            return
        before = self._kind, self._level, self._box, self._hint
        self._enter(tag)
        if name := attributes.get("class"):
            self._hint = _hint(name) or self._hint
        self._children_or_text(node, 0, "", depth)
        self._flush()
        self._leave(tag, *before)

    def _enter(self, tag: str) -> None:
        if tag in _BOXED:
            parent = self._box
            self._box = len(self._boxes)
            self._boxes.append(Box(tag, parent, self._line, len(self._blocks)))
            self._table(tag)
        if level := _HEADINGS.get(tag, 0):
            self._kind, self._level = Kind.HEAD, level
        elif tag == "summary":
            self._kind = Kind.SUMMARY
        elif tag in _NAVIGATION:
            self._silent += 1

    def _table(self, tag: str) -> None:
        """Tell the table around a row or cell of it."""
        if tag not in {"tr", "td", "th"}:
            return
        wanted = {"table"} if tag == "tr" else {"tr"}
        parent = self._boxes[self._box].parent
        if parent >= 0 and self._boxes[parent].tag in wanted:
            self._boxes[parent].children.append(self._box)
            self._boxes[parent].heads |= tag == "th"

    def _leave(self, tag: str, kind: str, level: int, box: int, hint: str) -> None:
        self._kind, self._level, self._hint = kind, level, hint
        if tag in _BOXED:
            self._boxes[self._box].last = len(self._blocks)
            self._box = box
        if tag in _NAVIGATION:
            self._silent -= 1

    def _pre(self, node: "LexborNode") -> None:
        text = restore(node.text_content or "").strip("\n")
        if text:
            run = Run(text, CODE)
            self._blocks.append(Block(Kind.CODE, self._line, self._box, [run], text))

    def _flush(self) -> None:
        runs = self._runs
        marks, self._marks = tuple(dict.fromkeys(self._marks)), []
        if not runs and not marks:
            return
        self._runs = []
        text = "".join([run.text for run in runs])
        kind = Kind.NOISE if self._silent else self._kind
        start = self._start if runs else self._line
        if not text.strip() and not marks and not any(run.href for run in runs):
            return
        self._para += 1
        block = Block(
            kind, start, self._box, runs, text, self._level, self._para, marks
        )
        block.hint = self._hint
        self._blocks += lines_of(block)


def _hint(name: str) -> str:
    """Return the role of the field that a class names, or nothing."""
    return next((role for pattern, role in _HINTS if pattern.search(name)), "")
