"""Which script, and so which language, a paragraph is mostly written in."""

import re

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def language_of(text: str) -> str:
    """Return `ko`, `ja`, `zh` or `en` (any other script).

    One Hangul or kana character decides: curators mix Latin terms into their own
    language, hardly ever the other way round.
    """
    if text.isascii():
        return "en"
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    return "zh" if _HAN.search(text) else "en"
