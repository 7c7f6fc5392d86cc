"""Org's headings, links, drawers and quotes as Markdown."""

import re
from collections.abc import Sequence

_HEADING = re.compile(
    r"(\*{1,6})\s+(?:(?:TODO|DONE|NEXT|WAITING|READ|READING)\s+)?(?:\[#[A-Z]\]\s+)?(.*)"
)
_TAGS = re.compile(r"\s:((?:[\w@#%-]{1,60}:){1,20})$")
_LINK = re.compile(r"\[\[([^\[\]]{1,2048})\](?:\[([^\[\]]{1,512})\])?\]")
_PROPERTY = re.compile(r":([A-Za-z_-]{1,40}):\s+(\S.*)")
_KEYWORD = re.compile(r"#\+(\w{1,24}):?\s{0,9}(.*)")
_STAMP = re.compile(r"[<\[]([0-9]{4}-[0-9]{2}-[0-9]{2})[^<>\[\]\n]{0,30}[>\]]")
_DRAWERS = (":properties:", ":logbook:", ":end:")
_SHOWN = {"title": "# ", "date": "**Date**: "}
_PLANNED = ("SCHEDULED:", "DEADLINE:", "CLOSED:")


def markdown_of_org(lines: Sequence[str]) -> list[str]:
    """Return a line of Markdown for each line of Org.

    Args:
        lines: The lines of a digest.
    """
    found: list[str] = []
    block = ""
    for line in lines:
        text = line.strip()
        keyword = _KEYWORD.fullmatch(text)
        name = keyword[1].lower() if keyword else ""
        if name.startswith(("begin_", "end_")):
            opens = name.startswith("begin_")
            quotes = name in {"begin_quote", "begin_abstract"}
            block = ("quote" if quotes else "code") if opens else ""
            found.append("" if name.endswith(("_quote", "_abstract")) else "```")
        elif block == "quote":
            found.append(f"> {_inline(text)}" if text else "")
        elif block:
            found.append(line)
        elif keyword:
            shown = _SHOWN.get(name)
            found.append(f"{shown}{keyword[2]}" if shown and keyword[2] else "")
        else:
            found.append(_line(line, text))
    return found


def _line(line: str, text: str) -> str:
    if heading := _HEADING.fullmatch(line.rstrip()):
        return _heading(heading[1], heading[2])
    if text.lower() in _DRAWERS or text.startswith(_PLANNED):
        return ""
    if field := _PROPERTY.fullmatch(text):
        name = field[1].replace("_", " ").capitalize()
        return f"- **{name}**: {_inline(field[2])}"
    # Org indents text below headings; Markdown would take that for code.
    listed = text[:2] in {"- ", "+ "} or text[:1].isdigit()
    return _inline(line.rstrip() if listed else text)


def _heading(stars: str, text: str) -> str:
    tags = _TAGS.search(text)
    words = text[: tags.start()].rstrip() if tags else text
    signs = "".join(f" #{tag}" for tag in tags[1].split(":") if tag) if tags else ""
    return f"#{'#' * len(stars)} {_inline(words)}{signs}"[:4096]


def _inline(text: str) -> str:
    if "[[" in text:
        text = _LINK.sub(_link, text)
    return _STAMP.sub(r"\1", text)


def _link(match: "re.Match[str]") -> str:
    target, words = match[1], match[2]
    if "://" not in target:
        return f"[[{words or target}]]"
    return f"[{words}]({target})" if words else f"<{target}>"
