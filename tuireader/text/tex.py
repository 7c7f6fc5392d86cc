"""TeX that stands in prose, as readable Unicode."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tuireader.text.safe import SafeText, sanitise

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,200}\}){0,400}\}"
# Math between dollars under Pandoc's rule (no space inside the dollars, no digit after
# them, so that prices stay prices), \(…\), and commands with their arguments.
_TEX = re.compile(
    r"\$\$[^$\n]{1,600}\$\$"
    r"|\$(?![\s$])[^$\n]{0,600}(?<![\s\\])\$(?![0-9])"
    r"|\\\([^\n]{1,600}?\\\)"
    rf"|\{{\\[A-Za-z]+\}}"
    rf"|\\[A-Za-z]+\*?(?:{_GROUP}){{0,3}}"
    rf"|\\[\"'`^~=.][A-Za-z]|\\[\"'`^~=.]{_GROUP}"
    r"|\\[&%$#_{}]"
)


_MOST = 150
"""Pieces of TeX in one text that are converted; made-up texts have thousands, and each
takes a third of a millisecond, of the screen's time."""


@lru_cache(maxsize=512)
def readable(text: str) -> SafeText:
    r"""Return `text` with its TeX as Unicode: `\textasciitilde42%` reads `~42%`.

    What is not known as TeX stays as it is written, and so does what follows after more
    TeX than any paragraph has.
    """
    if "\\" not in text and "$" not in text:
        return SafeText(text)
    return sanitise(_TEX.sub(lambda match: _convert(match[0]), text, _MOST))


@lru_cache(maxsize=2_048)
def _convert(piece: str) -> str:
    # A percent sign starts a comment in TeX; in prose it is a percent sign.
    guarded = re.sub(r"(?<!\\)%", r"\\%", piece)
    try:
        converted: str = _converter().latex_to_text(guarded)
    except Exception:  # noqa: BLE001  of any kind, for a command without its arguments
        return piece
    if "%s" in converted and "%s" not in piece:
        return piece  # the converter's own pattern for arguments that are missing
    if not converted.strip() and "{}" not in piece:
        return piece  # a command it does not know would otherwise vanish with its words
    return converted


@cache
def _converter() -> "LatexNodes2Text":
    import logging

    from pylatexenc.latex2text import LatexNodes2Text

    # Of TeX that it cannot convert it would tell the terminal.
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    return LatexNodes2Text(math_mode="text", keep_comments=True)
