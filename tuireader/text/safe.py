"""Makes outside text harmless to a terminal; what it returns is `SafeText`."""

import re
import unicodedata
from functools import cache
from typing import NewType

SafeText = NewType("SafeText", str)
"""Text that holds no control sequence, direction override or hidden character."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MAX_MARKS = 8
"""Marks and joiners kept on one character; more only serve to swamp a terminal."""

# Letters, signs and syllables that are safe, their own NFC and composed with nothing
# before them: all that most texts are made of, and told by one look at each character.
_PLAIN = re.compile(
    "[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03c9\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25ff\u3000-\u3020\u3041-\u3096"
    "\u30a0-\u30ff\u3131-\u3163\u3165-\u318e\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)
# Replaced, never deleted: without its NUL, ESC ] 5 NUL 2 would be a live sequence. C0
# but tab and newline, DEL, C1, line and paragraph separators, zero-width space, word
# joiners, direction marks and overrides, annotations, surrogates, tag characters and
# what else is never to be seen (Default_Ignorable_Code_Point of what has no meaning).
_FORBIDDEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060"
    "\u2065-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# Blocks in which stands what takes no cell of its own. A run of more than MAX_MARKS of
# it has a member at each ninth place: a ninth of the text tells.
_MAYBE_MARK = (
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u200c\u200d\u2061-\u2064"
    "\u20d0-\u20f0\u2cef-\u2dff\u302a-\u302f\u3099\u309a\u3164\ua66f-\uabed"
    "\ud7b0-\ud7ff\ufb1e\ufe00-\ufe2f\uffa0\U000101fd-\U0001e94a"
    "\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
_STRIDE = MAX_MARKS + 1
_MANY = 64
"""Forbidden characters replaced at once where a file is full of them."""
_HIGH_MARK = "[\U00010000-\U0001efff\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
_MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})
_LATER = "\U0001f000"
"""Where emoji begin: below it, what this Python does not know is taken for marks."""


is_plain = _PLAIN.fullmatch
"""Tells of most safe texts that they are; of others nothing."""


def sanitise(text: str) -> SafeText:
    """Return `text` in NFC with line feeds and nothing that acts on a terminal.

    Each forbidden character becomes U+FFFD, so that the reader sees that something was
    there. Doing it again changes nothing.
    """
    if is_plain(text):
        return SafeText(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\n", " ").isprintable():  # fast: C code, and true of most
        text = _compiled(f"{_FORBIDDEN}{{{_MANY}}}").sub(REPLACEMENT * _MANY, text)
        text = _compiled(_FORBIDDEN).sub(REPLACEMENT, text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not text.isascii() and _compiled(_MAYBE_MARK).search(text[::_STRIDE]):
        text = _cap_marks(text)
    return SafeText(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed, which a start mostly does without."""
    return re.compile(pattern)


def _cap_marks(text: str) -> str:
    """Return `text` with no more than `MAX_MARKS` of each run of marks."""
    if not _compiled(_HIGH_MARK).search(text):
        low = _low_marks().pattern
        too_many = _compiled(f"({low[:-1]}{{{MAX_MARKS}}}){low}")
        return too_many.sub(rf"\1{REPLACEMENT}", text)
    kept: list[str] = []
    at = 0
    for found in _compiled(_MAYBE_MARK).finditer(text[::_STRIDE]):
        start = found.start() * _STRIDE
        if start < at or not is_mark(text[start]):
            continue
        end = _end_of_marks(text, start)
        while start > at and is_mark(text[start - 1]):
            start -= 1
        if end - start > MAX_MARKS:
            kept += text[at : start + MAX_MARKS], REPLACEMENT
            at = end
    return "".join(kept) + text[at:]


def _end_of_marks(text: str, start: int) -> int:
    """Return where the run of marks ends that the one at `start` is in."""
    end = start + 1
    while end < len(text) and is_mark(text[end]):
        match = _low_marks().match(text, end)
        end = match.end() if match else end + 1
    return end


@cache
def _low_marks() -> re.Pattern[str]:
    """Compile what matches a run of marks of the plane that nearly all are in."""
    ranges: list[list[int]] = []
    for code in range(0xAD, 0xFFFF):
        if is_mark(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    marks = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[{marks}]+")


def is_mark(char: str) -> bool:
    """Say whether a character takes no cell of its own: it joins the one before it."""
    category = unicodedata.category(char)
    return (
        category in _MARKS
        or (category == "Cn" and char < _LATER)
        or "\u1160" <= char <= "\u11ff"  # medial and final jamo without their initial
        or "\ud7b0" <= char <= "\ud7ff"
        or char in "\u3164\uffa0"  # fillers of Hangul
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # colours of skin
    )
