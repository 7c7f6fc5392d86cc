"""Marks that page builders add to Markdown, turned into Markdown's own, line by line.

Admonitions of MkDocs (`!!! note "Title"` with indented text), of Docusaurus, VitePress
and Zenn (`:::note Title` to `:::`), and shortcodes of Hugo (`{{< details "Title" >}}`).
"""

import re

_ADMONITION = re.compile(
    r"(?P<indent> {0,12})(?:!!!|\?\?\?\+?)\s{1,4}(?P<kind>[\w -]{1,40}?)"
    r'(?:\s{1,4}"(?P<title>.{0,600})")?\s{0,4}'
)
_FENCED = re.compile(r":::{1,4}\s{0,4}(?P<kind>[\w-]{0,24})\s{0,4}(?P<title>.{0,400})")
_SHORTCODE = re.compile(
    r"\s{0,12}\{\{[<%]\s{0,4}(?P<end>/?)\s{0,4}(?P<kind>[\w/-]{1,40})"
    r"(?P<rest>[^{}\n]{0,400}?)[>%]\}\}\s{0,4}"
)
_QUOTED = re.compile(r'"([^"]{1,200})"')
_TITLES = re.compile(r'(?:title|summary|header)="([^"]{1,200})"')
_MARKS = ("\n!!! ", "\n??? ", "\n???+ ", "\n    !!! ", "\n:::", "{{<", "{{%")
_CODE = ("```", "~~~")
_INDENT = 4
_FOLDED = frozenset(("details", "collapse", "expand", "fold", "spoiler", "toggle"))


def usual_markdown(text: str) -> str:
    """Return `text` in Markdown that every parser knows, as many lines as it has."""
    begins = text.startswith(("!!! ", "??? ", ":::"))
    if not begins and not any(map(text.__contains__, _MARKS)):
        return text
    return "\n".join(_Dialect(text.split("\n")).lines())


class _Dialect:
    """Goes through lines once.

    Args:
        lines: The lines of a document.
    """

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._inside = -1
        """Columns that the text of the admonition around a line is set in, or -1."""
        self._code = False

    def lines(self) -> list[str]:
        """Return the lines as Markdown's own."""
        return [self._line(line) for line in self._lines]

    def _line(self, line: str) -> str:
        if line.lstrip().startswith(_CODE):
            self._code = not self._code
        indent = len(line) - len(line.lstrip(" "))
        if self._inside >= 0 and line.strip() and indent < self._inside:
            self._inside = -1
        shift = self._inside if self._inside > 0 and line.strip() else 0
        if self._code:
            return line[shift:]
        if match := _ADMONITION.fullmatch(line):
            self._inside = len(match["indent"]) + _INDENT
            return _bold(match["title"] or match["kind"])
        line = line[shift:]
        if line.startswith(":::") and (match := _FENCED.fullmatch(line)):
            name = match["title"].strip("[] ") or match["kind"]
            return _bold(name) if name else ""
        if "{{" in line and (match := _SHORTCODE.fullmatch(line)):
            return _of_shortcode(line, match)
        return line


def _of_shortcode(line: str, match: "re.Match[str]") -> str:
    """Return the title that a shortcode shows, else a comment: nobody sees it."""
    if match["end"] and match["kind"] in _FOLDED:
        return "</details>"
    title = _TITLES.search(match["rest"]) or _QUOTED.match(match["rest"].strip())
    if title and not match["end"]:
        folded = f"<details><summary>{title[1]}</summary>"
        return folded if match["kind"] in _FOLDED else _bold(title[1])
    inner = line.strip().replace("--", "- -")
    return f"<!-- {inner} -->"


def _bold(text: str) -> str:
    text = text.strip()
    return f"**{text}**" if text else ""
