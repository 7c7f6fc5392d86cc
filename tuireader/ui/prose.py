"""Abstract and commentary as styled text: the curator's Markdown, made calm."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from tuireader.domain.entry import Paragraph
from tuireader.query import Query
from tuireader.text import sanitise
from tuireader.text.counted import counted
from tuireader.text.emoji import apart
from tuireader.text.tex import readable

MAX_CHARACTERS = 65_536
"""What is shown of one text; more freezes a screen, and no curator writes it."""
MAX_PARAGRAPHS = 500
"""Paragraphs, or lines, that are shown of one paper's texts, for the same reason."""

# One pass, bounded everywhere: code, links with text, wikilinks, addresses, emphasis.
_INLINE = (
    r"`(?P<code>[^`\n]{1,400})`"
    r"|!?\[(?P<text>[^\[\]\n]{1,400})\]\((?P<target>[^()\s]{1,800})\)"
    r"|\[\[(?P<wiki>[^\[\]\n]{1,300})\]\]"
    r"|(?P<url>https?://[^\s<>()\[\]]{1,800})"
    r"|\*\*(?P<bold>[^*\n]{1,400})\*\*"
    r"|(?<![\w*])\*(?P<italic>[^*\s][^*\n]{0,400})\*(?![\w*])"
)
_HEADING = re.compile(r"#{1,6} +")
_BULLET = re.compile(r"([ \t]*)(?:[-*+]|(\d{1,3}[.)])) +")


class ProseStyles(NamedTuple):
    """The styles that prose is drawn with."""

    plain: Style
    strong: Style
    link: Style
    code: Style
    quiet: Style


class Block(NamedTuple):
    """A paragraph ready to be wrapped."""

    text: Text
    hang: int = 0
    """Cells by which lines after the first are indented."""
    tight: bool = False
    """Whether no blank line stands before it."""


def blocks_of(paragraphs: Sequence[Paragraph], styles: ProseStyles) -> list[Block]:
    """Return commentary as blocks, a quiet heading before a translation."""
    blocks: list[Block] = []
    translated = False
    room = MAX_CHARACTERS
    for number, paragraph in enumerate(paragraphs):
        if room <= 0 or number == MAX_PARAGRAPHS:
            words = f"{counted(len(paragraphs) - number, 'more paragraph')} in the file"
            return [*blocks, heading(words, styles)]
        room -= len(paragraph.text)
        if paragraph.translation and not translated:
            blocks.append(
                heading(
                    "English" if paragraph.language == "en" else "Translation", styles
                )
            )
        translated = paragraph.translation
        blocks += text_blocks(paragraph.text, styles)
    return blocks


def heading(words: str, styles: ProseStyles) -> Block:
    """Return a quiet heading inside a pane."""
    return Block(Text(f"── {words}", styles.quiet))


def text_blocks(text: str, styles: ProseStyles) -> list[Block]:
    """Return one text as blocks: a line each, code fences as they stand."""
    cut = text[:MAX_CHARACTERS]
    lines = apart(sanitise(readable(cut))).split("\n")
    blocks: list[Block] = []
    fenced = False
    for line in lines:
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced:
            blocks.append(Block(Text(line, styles.code), tight=bool(blocks)))
        elif line.strip():
            blocks.append(_block(line, styles, first=not blocks))
    if len(text) > MAX_CHARACTERS:
        blocks.append(
            heading(
                f"{counted(len(text) - MAX_CHARACTERS, 'more character')} in the file",
                styles,
            )
        )
    return blocks


def underline(blocks: Iterable[Block], query: Query, field: str, mark: Style) -> None:
    """Add `mark` to the style of what `query` looks for in a field."""
    for block in () if query.is_empty else blocks:
        for start, end in query.spans(block.text.plain, field):
            block.text.stylize(mark, start, end)


def _block(line: str, styles: ProseStyles, *, first: bool) -> Block:
    if match := _HEADING.match(line):
        return Block(inline(line[match.end() :], styles, styles.strong))
    if match := _BULLET.match(line):
        indent, mark = len(match[1].expandtabs(4)), match[2] or "•"
        text = Text(" " * indent + mark + " ", styles.quiet)
        text.append_text(inline(line[match.end() :], styles, styles.plain))
        return Block(text, hang=indent + len(mark) + 1, tight=not first)
    if line.startswith("> "):
        return Block(
            inline("│ " + line[2:], styles, styles.quiet), hang=2, tight=not first
        )
    return Block(inline(line.strip(), styles, styles.plain), tight=not first)


def inline(line: str, styles: ProseStyles, base: Style) -> Text:
    """Return one line with its emphasis, code and links styled."""
    text = Text(style=base)
    at = 0
    for match in _inline().finditer(line) if _may_hold_markup(line) else ():
        text.append(line[at : match.start()], base)
        text.append(*_styled(match, styles, base))
        at = match.end()
    text.append(line[at:], base)
    return text


def _may_hold_markup(line: str) -> bool:
    return any(sign in line for sign in ("`", "[", "://", "*"))


@cache
def _inline() -> re.Pattern[str]:
    """Compile when first needed: many a paper has no markup at all."""
    return re.compile(_INLINE)


def _styled(
    match: re.Match[str], styles: ProseStyles, base: Style
) -> tuple[str, Style]:
    kind = match.lastgroup
    if kind == "target":  # its words are shown; where it leads, only when that differs
        words, target = match["text"], match["target"]
        return (words if words == target else f"{words} ({target})"), base + styles.link
    if kind == "wiki":
        return match["wiki"].rpartition("|")[2], base + styles.link
    style = {"code": styles.code, "url": styles.link, "bold": styles.strong}
    return match[kind or 0], base + style.get(kind or "", Style(italic=True))
