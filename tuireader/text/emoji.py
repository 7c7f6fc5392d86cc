"""Emoji as signs of which every terminal knows the width."""

from tuireader.text.safe import SafeText

_JOINING = dict.fromkeys(map(ord, "\ufe0e\ufe0f\u200d🏻🏼🏽🏾🏿"))
"""What makes another emoji of a sign: variations, a joiner, colours of skin."""
_SIGNS = tuple(map(chr, _JOINING))


def apart(text: SafeText) -> SafeText:
    """Return `text` with each emoji sequence as the signs that it is made of.

    Terminals differ in how wide a sequence is: as its first sign, as two cells, as all
    its signs together (UAX 11 leaves it open). Whatever is drawn behind one, such as a
    border, stands elsewhere than it was meant to, unless there is none. Between letters
    Rich 15 takes a joiner to hide the second one, which no terminal does.
    """
    if text.isascii() or not any(sign in text for sign in _SIGNS):
        return text
    return SafeText(text.translate(_JOINING))
