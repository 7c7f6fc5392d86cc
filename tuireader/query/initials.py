"""Search by initial consonants: `ㅎㄱ` finds 한글.

A precomposed syllable is 0xAC00 + 588 x initial + what follows it (The Unicode
Standard, 3.12, Hangul Syllable Composition): each initial is one range of 588.
"""

import re
from functools import lru_cache

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST = 0xAC00
_EACH = 588


@lru_cache(maxsize=64)
def initials_pattern(word: str) -> re.Pattern[str] | None:
    """Return what finds texts by the initials in `word`, or None if it holds others."""
    if not word.strip() or any(char not in _INITIALS and char != " " for char in word):
        return None
    return re.compile("".join(map(_one, word)))


def _one(char: str) -> str:
    if char == " ":
        return char
    first = _FIRST + _EACH * _INITIALS.index(char)
    return f"[{char}{chr(first)}-{chr(first + _EACH - 1)}]"
