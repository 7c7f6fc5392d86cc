"""The headings, links, fields and quotes of reStructuredText as Markdown."""

import re
from collections.abc import Sequence

_LINE = re.compile(r"([=\-~^\"'`#*+.:_])\1{2,}")
_LINK = re.compile(r"`([^`<>]{1,512}?)\s*<([^<>`\s]{1,2048})>`__?")
_NAMED = re.compile(r"\.\. _([^:]{1,120}):\s+(\S{1,2048})")
_REFERENCE = re.compile(r"`([^`<>]{1,120})`_|(?<![\w`])([\w-]{1,60})_(?!\w)")
_FIELD = re.compile(r":([A-Za-z][^:\n]{0,40}):\s+(\S.*)")
_DIRECTIVE = re.compile(r"\.\.\s.*")
_LONGEST_RULE = 400
_HIGHEST = 6


def markdown_of_rst(lines: Sequence[str]) -> list[str]:
    """Return a line of Markdown for each line of reStructuredText.

    Args:
        lines: The lines of a digest.
    """
    targets = {
        match[1].strip("`").casefold(): match[2]
        for line in lines
        if line.startswith(".. _") and (match := _NAMED.match(line))
    }
    levels: list[str] = []
    found: list[str] = []
    for at, line in enumerate(lines):
        text = line.strip()
        below = lines[at + 1].rstrip() if at + 1 < len(lines) else ""
        if _is_line(line):
            title = bool(found) and found[-1].startswith("#")
            over = (
                bool(below) and at + 2 < len(lines) and lines[at + 2].rstrip() == text
            )
            found.append("" if title or over else "---")
        elif (
            text and line[0] != " " and _is_line(below) and len(below) >= len(text) - 1
        ):
            style = below[0] + (
                lines[at - 1][:1] if at and _is_line(lines[at - 1]) else ""
            )
            if style not in levels:
                levels.append(style)
            level = min(levels.index(style) + 1, _HIGHEST)
            found.append(f"{'#' * level} {_inline(text, targets)}")
        else:
            found.append(_text(line, text, targets))
    return found


def _is_line(text: str) -> bool:
    return len(text) < _LONGEST_RULE and _LINE.fullmatch(text.rstrip()) is not None


def _text(line: str, text: str, targets: dict[str, str]) -> str:
    if field := _FIELD.fullmatch(text):
        return f"- **{field[1]}**: {_inline(field[2], targets)}"
    if _DIRECTIVE.fullmatch(text):
        return ""
    indented = line[:1] == " " and text[:2] not in {"- ", "* ", "+ "}
    words = _inline(text, targets)
    return f"> {words}" if indented and text and line[:3] == "   " else words


def _inline(text: str, targets: dict[str, str]) -> str:
    if "_" not in text:
        return text

    def named(match: "re.Match[str]") -> str:
        words = match[1] or match[2]
        address = targets.get(words.casefold())
        return f"[{words}]({address})" if address else match[0]

    text = _LINK.sub(r"[\1](\2)", text)
    return _REFERENCE.sub(named, text) if targets else text
