"""TeX that stands in prose, as readable Unicode."""

import re
import sys
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tuireader.text.safe import REPLACEMENT, SafeText, is_mark, sanitise

if TYPE_CHECKING:
    from tuireader.text.tex_reader import PieceReader

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,200}\}){0,400}\}"
_OPTION = r"\[[^\[\]{}\n]{0,60}\]"
# Math between dollars under Pandoc's rule (no space inside the dollars, no digit after
# them, so that prices stay prices; `$\sim$10` is none), \(…\), and commands with their
# arguments; accents with their letter, which may stand apart inside a word.
_TEX = (
    r"\$\$[^$\n]{1,600}\$\$"
    r"|\$(?:\\[A-Za-z]|\{\\|[<>=+~^])[^$\n]{0,60}(?<![\s\\])\$"
    r"|\$(?![\s$])[^$\n]{0,600}(?<![\s\\])\$(?![0-9])"
    r"|\\\([^\n]{1,600}?\\\)"
    r"|\{\\[A-Za-z]+\}"
    r"|\{\\(?:bf|it|rm|em|tt|sc|sf|sl)[a-z]{0,8} [^{}\n]{0,400}\}"
    r"|\{\\[\"'`^~=.](?:[A-Za-z]|\\[ij])\}"
    rf"|\\[A-Za-z]+\*?(?:{_OPTION}){{1,2}}{_GROUP}"
    r"|(?<=[A-Za-z])\\[cvHkrud] [A-Za-z]"
    r"|\\(?:o|O|l|L|ss|ae|AE|oe|OE|aa|AA|i|j) (?=[a-z])"
    rf"|\\[A-Za-z]+\*?(?:{_GROUP}){{0,3}}(?:[\^_]{_GROUP}){{0,2}}"
    rf"|\\[\"'`^~=.](?:[A-Za-z]|\\[ij](?![A-Za-z])|{_GROUP})"
    r"|(?<=[0-9A-Za-z%$])\\,(?=[0-9A-Za-z$\\])"
    r"|\\[&%$#_{}]"
)
# A character by its number: MathJax's \unicode, TeX's \symbol, \char and ^^^^.
_NUMBERED = (
    r"(?P<math>\$)?(?:"
    rf"\\{{1,2}}unicode(?:{_OPTION}){{0,2}}\{{\s?(?:[xX\"]\s?(?P<x>[0-9A-Fa-f]{{1,8}})"
    r"|(?P<n>[0-9]{1,8}))\s?\}"
    r"|\\symbol\{\s?(?:\"(?P<sx>[0-9A-Fa-f]{1,8})|'(?P<so>[0-7]{1,8})"
    r"|(?P<sn>[0-9]{1,8}))\s?\}"
    r"|\\U?char(?: ?\"(?P<cx>[0-9A-F]{1,8})| ?'(?P<co>[0-7]{1,8})"
    r"| ?(?P<cn>[0-9]{1,8})| ?`\\?(?P<itself>[!-~])) ?"
    r"|\^\^\^\^(?:\^\^(?P<six>[0-9a-f]{6})|(?P<four>[0-9a-f]{4}))"
    r")(?(math)\$)"
)
_BASES = {
    "x": 16, "n": 10, "sx": 16, "so": 8, "sn": 10, "cx": 16, "co": 8, "cn": 10,
    "six": 16, "four": 16,
}  # fmt: skip
# What TeX makes of plain characters: quotes, dashes between words, spaces that do not
# break. Elsewhere these are options, rules of Markdown and "about".
_TYPED = (
    r"``(?P<quoted>(?:[^`'\n]|'(?!')){1,400}+)''"
    r"|(?P<em>(?<=\w)---(?=\w)|(?<=[\w,.)] )---(?= \w))"
    r"|(?P<en>(?<=[0-9])--(?=[0-9])|(?<=[a-z])--(?=[A-Z][a-z]))"
    r"|(?P<space>(?<=[a-z]\.)~(?=[0-9A-Z(\[\\])"
    r"|(?<=[a-z])~(?=\\[A-Za-z]*(?:cite|ref)))"
    r"|\b(?P<named>(?:Fig|Tab|Sec|Eq|Alg|App|Thm|Ch)[a-z]{0,10})~(?=[0-9A-Z(\\])"
)
_OPERATOR = (
    r"(?<=[0-9A-Za-z)])(?=\\(?:log|ln|exp|max|min|sup|inf|lim|sin|cos|tan|arg|det)"
    r"(?![A-Za-z]))"
)
_PRICES = r"\$[0-9][^\\{}]*\s[A-Za-z]{2}"
"""`$5M and 10k$`: words between dollars, and the first begins an amount."""
_SPACING = {"\\xspace": "", "\\noindent": "", "\\protect": "", "\\,": " "}
"""Commands of which nothing, or a space, is to be seen."""

_MOST = 150
"""Pieces of TeX in one text that are converted; made-up texts have thousands, and each
takes a third of a millisecond, of the screen's time."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a text first needs it: most first screens need none."""
    return re.compile(pattern)


def is_tex(text: str) -> bool:
    """Say whether `readable` may make something else of a text."""
    return (
        "\\" in text
        or "$" in text
        or "~" in text
        or "--" in text
        or "``" in text
        or "^^^^" in text
    )


@lru_cache(maxsize=512)
def readable(text: str) -> SafeText:
    r"""Return `text` with its TeX as Unicode: `\textasciitilde42%` reads `~42%`.

    What is not known as TeX stays as it is written, and so does what follows after more
    TeX than any paragraph has.
    """
    if not is_tex(text):
        return SafeText(text)
    text = _compiled(_TYPED).sub(_typeset, text, _MOST)
    if "\\" in text or "^^^^" in text:
        text = _compiled(_NUMBERED).sub(_numbered, text, _MOST)
    if "\\" in text or "$" in text:
        text = _compiled(_TEX).sub(lambda match: _convert(match[0]), text, _MOST)
    return sanitise(text)


def _typeset(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "quoted":
        return f"“{match['quoted']}”"
    if kind == "named":
        return f"{match['named']} "
    return {"em": "—", "en": "–"}.get(kind or "", " ")


def _numbered(match: re.Match[str]) -> str:
    """Return the character that is meant, as TeX; what no text may hold stays."""
    kind = next(name for name in (*_BASES, "itself") if match[name])
    if kind == "itself":
        char = match[kind]
    else:
        code = int(match[kind], _BASES[kind])
        char = chr(code) if code <= sys.maxunicode else REPLACEMENT
    if char in "\t\n\r" or REPLACEMENT in sanitise(char):
        return match[0]
    return _MEANT.get(char, char)


_MEANT = {char: f"\\{char}" for char in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
"""Characters that act in TeX, as it writes them."""


@lru_cache(maxsize=2_048)
def _convert(piece: str) -> str:
    if piece in _SPACING:
        return _SPACING[piece]
    if _compiled(_PRICES).match(piece):
        return piece
    # A percent sign starts a comment in TeX; in prose it is a percent sign.
    guarded = _compiled(_OPERATOR).sub(" ", re.sub(r"(?<!\\)%", r"\\%", piece))
    try:
        converted: str = _reader().read(guarded)
    except Exception:  # noqa: BLE001  of any kind, for a command without its arguments
        return piece
    if "%s" in converted and "%s" not in piece:
        return piece  # the converter's own pattern for arguments that are missing
    if "{}" not in piece and all(map(is_mark, converted.strip())):
        return piece  # an accent without its letter, or what would vanish whole
    return converted


@cache
def _reader() -> "PieceReader":
    import logging

    from tuireader.text.tex_reader import PieceReader

    # Of TeX that it cannot convert it would tell the terminal.
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    return PieceReader()
