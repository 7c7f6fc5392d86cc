"""Which script, and so which language, a paragraph is mostly written in."""

import re
from functools import cache

_SCRIPTS = (
    ("ko", "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    ("ja", "[\u3040-\u30ff]"),
    ("zh", "[\u3400-\u4dbf\u4e00-\u9fff]"),
)
_FIRST, _LAST = "\uac00", "\ud7a3"
"""Of the syllables of Hangul."""


def language_of(text: str) -> str:
    """Return `ko`, `ja`, `zh` or `en` (any other script).

    One Hangul or kana character decides: curators mix Latin terms into their own
    language, hardly ever the other way round.
    """
    if text.isascii():
        return "en"
    if _FIRST <= text[0] <= _LAST or _FIRST <= text[-2:-1] <= _LAST:  # mostly, in ko
        return "ko"
    for language, script in _scripts():
        if script.search(text):
            return language
    return "en"


@cache
def _scripts() -> list[tuple[str, re.Pattern[str]]]:
    """Compile when first needed: the first screen shows what was read before."""
    return [(language, re.compile(script)) for language, script in _SCRIPTS]
