"""The form in which texts are compared: NFC, case folded, single spaces."""

import unicodedata


def fold(text: str) -> str:
    """Return `text` in NFC and case folded, so that substrings can be compared.

    The columns of a `PaperView` are folded by this function and so are the words of a
    query; nothing else makes them comparable.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def fold_phrase(text: str) -> str:
    """Return `text` folded, with each run of white space as one space."""
    return " ".join(fold(text).split())
