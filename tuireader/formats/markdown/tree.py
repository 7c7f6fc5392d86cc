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
    COMMENT,
    IMAGE,
    ITALIC,
    TAG,
    Document,
    Run,
)
from tuireader.formats.markdown.builder import BlockBuilder, number_in
from tuireader.formats.markdown.code_blocks import code_of, comments_of
from tuireader.formats.markdown.dialects import usual_markdown
from tuireader.formats.markdown.labels import Role
from tuireader.formats.markdown.pages import arrange, day_of_page
from tuireader.formats.markdown.protect import (
    LINE,
    protect,
    restore,
    restore_address,
    with_lines,
    without_line_ends,
)
from tuireader.formats.markdown.words import words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    Attributes = Mapping[str, str | None]

_FULL_INFO = 1 << 16
"""Keep all that stands behind the opening marks of a code block."""
_OPTIONS = (
    Options.CMARK_OPT_SOURCEPOS
    | Options.CMARK_OPT_UNSAFE
    | Options.CMARK_OPT_GITHUB_PRE_LANG
    | _FULL_INFO
)
_EXTENSIONS = ["table", "autolink"]
_STYLE = {
    "strong": BOLD, "b": BOLD, "em": ITALIC, "i": ITALIC, "cite": ITALIC,
    "code": CODE, "kbd": CODE, "tt": CODE, "samp": CODE,
}  # fmt: skip
# Elements that end the paragraph before them and the one within them.
_BLOCK = words(
    """address article aside blockquote body caption center dd details dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li
    main menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr
    ul"""
)
_SILENT = words(
    "script style noscript svg template head iframe select object canvas math"
)
_UNDERLINED = frozenset(("h1", "h2"))
_CELLS = frozenset(("td", "th"))
_CONTROLS = frozenset(("button", "label", "textarea"))
_MARK = re.compile(
    r"(?:arXiv:)?([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(?:v[0-9]{1,2})?", re.IGNORECASE
)
# Names of classes say what a page's author thinks an element is.
_CHIP = re.compile(
    r"(?<![a-z])(?:tag|chip|badge|pill|keyword|category|subject|label)s?(?![a-z])",
    re.IGNORECASE,
)
_HINTS = (
    (re.compile(r"(?<![a-z])authors?(?![a-z])", re.IGNORECASE), Role.AUTHORS),
    (re.compile(r"(?<![a-z])abstract(?![a-z])", re.IGNORECASE), Role.ABSTRACT),
)
_DEEPEST = 150
_COMMENT, _TEXT = "-comment", "-text"


def parse_markdown(text: str, first_line: int) -> Document:
    """Return the document that Markdown `text` is, which begins on `first_line`."""
    text = usual_markdown(text)
    protected = protect(without_line_ends(text), first_line)
    html = cmarkgfm.cmark.markdown_to_html_with_extensions(
        protected, _OPTIONS, _EXTENSIONS
    )
    changed = "&" in text or protected != text
    # Within a body, because comments in front of one are outside the tree's root.
    walker = _Walker(first_line, changed=changed, generated=True)
    return walker.document(f"<body>{html}", first_line + text.count("\n"))


def parse_html(text: str) -> Document:
    """Return the document that a saved HTML page is."""
    html = with_lines(without_line_ends(text))
    walker = _Walker(1, changed=True, generated=False)
    return walker.document(html, text.count("\n") + 1)


class _Walker:
    """Walks a tree once, in order, and tells the builder what it meets."""

    def __init__(self, first_line: int, *, changed: bool, generated: bool) -> None:
        self._offset = first_line - 1
        self._generated = generated
        self._builder = BlockBuilder(first_line, generated=generated)
        # Text that the parser was given unchanged comes back as safe as it was.
        self._changed = changed

    def document(self, html: str, last_line: int) -> Document:
        """Return the document that `html` is, made of a source to `last_line`."""
        parser = LexborHTMLParser(html)
        title = parser.css_first("title") if "<title" in html else None
        name = restore(title.text(strip=True)) if title else ""
        day = None
        if not self._generated:
            day = day_of_page(parser)
            arrange(parser)
        if parser.body is not None:
            self._children(parser.body, 0, "", 0)
        document = self._builder.document(name, last_line)
        document.day = day
        return document

    def _children(self, node: "LexborNode", style: int, href: str, depth: int) -> None:
        if depth > _DEEPEST:
            self._text(node.text(), style, href)
            return
        count, add = self._builder.runs.count, self._builder.runs.add
        child = node.first_child
        while child is not None:
            tag = child.tag or ""
            if tag == _TEXT:  # most nodes: spelled out here, it is read a tenth faster
                if text := count(child.text_content or ""):
                    add(restore(text) if self._changed else text, style, href)
            elif tag in _BLOCK:
                self._block(child, tag, (style, href), depth)
            else:
                self._inline(child, tag, (style, href), depth)
            child = child.next

    def _text(self, text: str, style: int, href: str) -> None:
        if text := self._builder.runs.count(text):
            self._builder.runs.add(
                restore(text) if self._changed else text, style, href
            )

    def _inline(
        self, node: "LexborNode", tag: str, now: tuple[int, str], depth: int
    ) -> None:
        style, href = now
        if tag == "a":
            attributes = node.attributes
            self._attributes(attributes)
            address = restore_address(attributes.get("href") or "")
            self._children(node, style, address or href, depth + 1)
        elif tag in _STYLE and not self._changed:
            self._children(node, style | _STYLE[tag], href, depth + 1)
        elif tag == "br":
            self._builder.runs.add_break(style, href)
        elif tag == _COMMENT or tag in _SILENT:
            text = node.comment_content if tag == _COMMENT else node.text()
            hint = COMMENT if tag == _COMMENT else ""
            self._builder.add_noise(restore((text or "").strip()), hint)
        elif tag == "img":
            self._image(node.attributes, style, href)
        else:
            self._other(node, tag, now, depth)

    def _other(
        self, node: "LexborNode", tag: str, now: tuple[int, str], depth: int
    ) -> None:
        attributes = node.attributes
        self._attributes(attributes)
        if tag in _CONTROLS:
            return
        style = now[0] | _STYLE.get(tag, 0)
        if (name := attributes.get("class")) and _CHIP.search(name):
            style |= TAG
        self._children(node, style, now[1], depth + 1)

    def _image(self, attributes: "Attributes", style: int, href: str) -> None:
        source = restore_address(attributes.get("src") or "")
        alt = restore(attributes.get("alt") or "")
        self._builder.runs.add_picture(Run(alt, style | IMAGE, href or source))

    def _attributes(self, attributes: "Attributes") -> None:
        for key, value in attributes.items():
            if value and key.startswith("data-") and (match := _MARK.fullmatch(value)):
                self._builder.marks.append(match[1])

    def _block(
        self, node: "LexborNode", tag: str, now: tuple[int, str], depth: int
    ) -> None:
        builder = self._builder
        builder.flush()
        known = len(builder.marks)
        attributes = node.attributes
        place = attributes.get("data-sourcepos") if self._generated else None
        if place and LINE not in attributes:
            # The parser says line 0 of a paragraph that it parted from a table.
            if line := number_in(place.partition(":")[0]):
                builder.runs.line = line + self._offset
        elif attributes:
            builder.runs.line = number_in(attributes.get(LINE)) or builder.runs.line
            self._attributes(attributes)
        if tag == "hr":
            builder.add_rule()
        elif tag == "pre":
            builder.add_code(code_of(node, attributes))
            for comment in comments_of(node):
                builder.add_noise(comment, COMMENT)
        else:
            before = builder.enter(tag)
            self._tell(tag, attributes)
            self._children(node, *now, depth + 1)
            if place and tag in _UNDERLINED:
                builder.end_underlined()
            builder.flush()
            builder.end_marks(known)
            builder.leave(tag, before)

    def _tell(self, tag: str, attributes: "Attributes") -> None:
        """Tell the builder what attributes say of the element that was begun."""
        if tag in _CELLS:
            spans = attributes.get("rowspan"), attributes.get("colspan")
            self._builder.span(*(span or "" for span in spans))
        if name := attributes.get("class"):
            self._builder.hint = _hint(name) or self._builder.hint


def _hint(name: str) -> str:
    """Return the role of the field that a class names, or nothing."""
    return next((role for pattern, role in _HINTS if pattern.search(name)), "")
