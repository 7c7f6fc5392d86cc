"""Abstracts: quoted in notes, an English paragraph in plain digests."""

import re
from collections.abc import Sequence

from tuireader.formats.paragraphs import joined
from tuireader.text.language import language_of

_CALLOUT = re.compile(r"\[![\w-]{1,32}\][+-]?[ \t]*(?:abstract|초록)?", re.IGNORECASE)
_ABSTRACT_CALLOUT = re.compile(
    r">\s?\[!(?:abstract|초록)|>\s?\[!\w{1,16}\][+-]?[^\n]{0,16}(?:abstract|초록)",
    re.IGNORECASE,
)
# Escapes that mean the same in TeX and in Markdown. Accents (\'e) stay as they are.
_ESCAPED = re.compile(r"\\([%$&#_])")
# What abstracts say of themselves, and what only a reader's own words say. Counted as
# plain text: a pattern of them would be most of the cost of reading a digest.
_FORMAL = (
    "We ", " we ", "Our ", " our ", "his paper ", "his work ", "his report ",
    "his study ", "his survey ", "his article ", "his thesis ",
)  # fmt: skip
_CHATTY = (
    " I ", " I'", " I’", "n't ", "n’t ", " it's ", " It's ", " you ", " my ", "aybe ",
    " guess ", "nteresting", "Nice ", " nice ", " cool", "unny", "! ",
)  # fmt: skip
_LABEL = re.compile(
    r"[*_\[【]{0,2}(?:abstract|초록|摘要|概要|要旨)[*_\]】]{0,2}"
    r"(?:\s?[:：.—][*_]{0,2}\s*|\Z|(?<=[\]】])\s+)",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "«": "»"}
_ENGLISH_WORDS = frozenset(
    ("the", "of", "and", "to", "is", "that", "for", "with", "it", "this", "are")
)
_FOREIGN_WORDS = frozenset((
    "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "für", "auf",
    "den", "von", "zu", "le", "la", "les", "des", "du", "un", "une", "est", "et",
    "pour", "que", "qui", "dans", "pas", "el", "los", "las", "del", "y", "es", "por",
    "para", "con", "una", "il", "lo", "che", "di", "per", "della", "o", "da", "do",
    "em", "não", "uma", "se",
))  # fmt: skip
"""Small words of German, French, Spanish, Italian and Portuguese."""
_NO_PROSE = ("http", "(", "- ", "* ", "> ", "|", "#", "```")
_LOOK = 4096
_NEAR = 200
_QUOTED_LENGTH = 80
_FEW_WORDS = 6
_SURE_LENGTH = 600
_LIKELY_LENGTH = 200


def labelled_abstract(paragraph: str) -> str | None:
    """Return `paragraph` without the label `Abstract:`, or None if it has none."""
    match = _LABEL.match(paragraph)
    return paragraph[match.end() :] if match else None


def is_abstract(first: str, following: Sequence[str]) -> bool:
    """Say whether the first paragraph of an entry is the abstract, quoted in English.

    Before commentary in another language, an English sentence is. Before none, or more
    English, it has to read like one: a curator can write English as well.

    Args:
        first: The paragraph below title and authors.
        following: The paragraphs behind it.
    """
    prose = not first.startswith(_NO_PROSE) and language_of(first) == "en"
    if not prose or len(first.split()) < _FEW_WORDS:
        return False
    before_others = any(language_of(text) != "en" for text in following)
    if before_others and len(first) >= _SURE_LENGTH:
        return True
    text = f" {first[:_LOOK]} "
    formal = sum(map(text.count, _FORMAL))
    chatty = sum(map(text.count, _CHATTY))
    if len(first) >= _SURE_LENGTH:
        return formal >= chatty
    if before_others:
        return formal > chatty or not chatty
    if len(first) >= _LIKELY_LENGTH and formal > chatty:
        return True
    return _is_quoted(first) or (
        (formal > chatty or not chatty) and any(map(_is_foreign, following))
    )


def _is_quoted(text: str) -> bool:
    """Say whether quotation marks are around all of a text of some length."""
    return text[0] in _QUOTES and len(text) >= _QUOTED_LENGTH and unquoted(text) != text


def _is_foreign(text: str) -> bool:
    """Say whether a text in Latin script is no English, by its small words."""
    words = text[:_LOOK].casefold().replace("'", " ").replace("’", " ").split()
    foreign = sum(word in _FOREIGN_WORDS for word in words)
    return foreign > sum(word in _ENGLISH_WORDS for word in words)


def goes_on(texts: Sequence[str], at: int) -> bool:
    """Say whether an abstract goes on in the paragraph `texts[at]`.

    Only before commentary in another language, and if it speaks as abstracts do.

    Args:
        texts: The paragraphs of an entry, the abstract first.
        at: Index of the paragraph behind what was taken.
    """
    if at >= len(texts) - 1 or language_of(texts[at]) != "en":
        return False
    if len(texts[at]) < _LIKELY_LENGTH or texts[at].startswith(_NO_PROSE):
        return False
    text = f" {texts[at][:_LOOK]} "
    if sum(map(text.count, _FORMAL)) <= sum(map(text.count, _CHATTY)):
        return False
    return any(language_of(following) != "en" for following in texts[at + 1 :])


def is_formal(paragraph: str) -> bool:
    """Say whether `paragraph` reads like an abstract wherever it stands."""
    return len(paragraph) >= _LIKELY_LENGTH and is_abstract(paragraph, ())


def unescaped(text: str) -> str:
    r"""Return `text` with `\%` and its like as the characters that they stand for."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def names_abstract(line: str) -> bool:
    """Say whether `line` begins a callout that says to be the abstract."""
    return _ABSTRACT_CALLOUT.match(line) is not None


def may_be_abstract(lines: Sequence[str], at: int) -> bool:
    """Say whether the callout that begins at `lines[at]` may hold the abstract.

    One whose name says so; another only where none of those below says so.

    Args:
        lines: The lines of a note.
        at: Index of a line `> [!note]`.
    """
    if names_abstract(lines[at].strip()):
        return True
    return not any(map(names_abstract, lines[at + 1 : at + _NEAR]))


def unquoted(text: str) -> str:
    """Return `text` without a pair of quotation marks that are around all of it."""
    closing = _QUOTES.get(text[:1])
    if not closing or text[-1] != closing:
        return text
    inner = text[1:-1]
    return text if {text[0], closing} & set(inner) else inner.strip()


class QuotedAbstract:
    """Collects the block quote that holds the abstract of a note.

    Attributes:
        begun: Whether it has any words yet.
    """

    __slots__ = ("_at", "_lines", "begun")

    def __init__(self) -> None:
        self.begun = False
        self._lines: list[str] = []
        self._at = -1

    def quote(self, line: str, at: int) -> None:
        """Add `line`, which begins with `>` and has index `at`."""
        text = line[1:].strip()
        if text.startswith("[!"):
            text = _CALLOUT.sub("", text, count=1).strip()
        self.add(text, at)

    def add(self, text: str, at: int) -> None:
        """Add the text of the line with index `at`; an empty one ends a paragraph."""
        self._lines.append(text)
        self._at = at
        self.begun = self.begun or bool(text)

    def reaches(self, at: int) -> bool:
        """Say whether the line with index `at` is the next one behind what it has."""
        return self._at == at - 1 and self._at >= 0

    def goes_on_in(self, line: str, at: int) -> bool:
        """Say whether `line` is part of the quote although it lacks the mark.

        Markdown has it so; but curators also write their own words directly below.
        """
        return self.reaches(at) and bool(self._lines[-1]) and language_of(line) == "en"

    def text(self) -> str:
        """Return the abstract, its paragraphs on lines of their own."""
        if len(self._lines) <= 1:
            text = self._lines[0] if self._lines else ""
        else:
            text = "\n".join(joined(self._lines))
        named = labelled_abstract(text)
        return unescaped(text if named is None else named.lstrip())
