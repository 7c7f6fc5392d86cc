"""The parts of one entry while it is read, and which of them is the abstract."""

import re
from dataclasses import dataclass, field
from itertools import islice

from tuireader.domain.entry import Paragraph
from tuireader.formats.markdown.labels import Label
from tuireader.text.language import language_of

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SHORT_QUOTE = 80
_REMARK = 32
_SHORT_ABSTRACT = 140
_LONG_ABSTRACT = 600
# Words of an abstract rather than of a curator.
_VOICE = re.compile(
    r"\b(?:we|our|this (?:paper|work|study|article|survey|report|technical report)"
    r"|in this (?:paper|work)|experiments?|propose[sd]?|introduces?)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"\W{0,9}(?:summary|description)\W", re.IGNORECASE)
_AUTHORS_VOICE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_FOREIGN = 10
"""One character in this many may be of another script in an English text."""


class PartKind:
    """What a part is known to be."""

    ABSTRACT = "abstract"
    PROSE = "prose"
    """Text without a name: the abstract perhaps, else commentary."""
    NOTE = "note"


@dataclass(slots=True)
class Part:
    """A paragraph of an entry."""

    kind: str
    text: str
    """As Markdown, without the name of its field."""
    whole: str
    """As Markdown, with the name of its field."""
    label: Label | None = None
    quoted: bool = False
    group: int = 0
    """Parts of one field share this number."""
    more: list[tuple[str, str]] = field(default_factory=list)
    """What further lines add to text and whole; joined by `close`."""

    def close(self) -> None:
        """Join the lines: one by one, a long paragraph would be copied for each."""
        if self.more:
            self.text = "".join([self.text, *(text for text, _ in self.more)])
            self.whole = "".join([self.whole, *(whole for _, whole in self.more)])
            self.more.clear()


@dataclass(slots=True)
class Parts:
    """Everything an entry says, in order."""

    parts: list[Part] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Links to other things than the paper, as Markdown."""

    def close(self) -> None:
        """End all parts: no further lines come."""
        for part in self.parts:
            part.close()

    def has_prose(self) -> bool:
        """Say whether there is text already that is no field and no short remark."""
        most = {PartKind.ABSTRACT: -1, PartKind.PROSE: _REMARK}
        return any(
            len(part.text) > most.get(part.kind, _SHORT_QUOTE) for part in self.parts
        )

    def add_abstract(self, text: str) -> None:
        """Add an abstract that stands apart from the text, as in front matter."""
        part = Part(PartKind.ABSTRACT, text, text, group=-1)
        if all(text != known.text for known in self.parts):
            self.parts.insert(0, part)

    def split(self) -> tuple[str, tuple[Paragraph, ...]]:
        """Return the abstract, and all else as commentary."""
        chosen = self._abstract()
        abstract = "\n\n".join(part.text for part in chosen)
        taken = {id(part) for part in chosen}
        texts = [
            part.whole for part in self.parts if id(part) not in taken and part.whole
        ]
        if self.links:
            texts.append(" · ".join(dict.fromkeys(self.links)))
        return abstract, tuple(Paragraph(text, language_of(text)) for text in texts)

    def _abstract(self) -> list[Part]:
        """Return the parts that are the abstract: named so and original, else quoted.

        Where an abstract stands in two languages the English one is the original.
        """
        named = [
            part for part in self.parts if part.kind == PartKind.ABSTRACT and part.text
        ]
        if named:
            best = min(named, key=_rank)
            return [part for part in named if part.group == best.group]
        prose = [part for part in self.parts if part.kind == PartKind.PROSE]
        english = [part for part in prose if is_english(part.text)]
        for part in english:
            if part.quoted and len(part.text) >= _SHORT_QUOTE:
                return [
                    other
                    for other in english
                    if other.quoted and other.group == part.group
                ]
        free = [part for part in english if not part.quoted]
        for part in free[:2]:
            if _reads_like_abstract(part.text):
                return [part]
        summaries = (part for part in self.parts if _is_own_summary(part))
        return list(islice(summaries, 1))


def _rank(part: Part) -> tuple[bool, bool, bool]:
    label = part.label
    return (
        not is_english(part.text),
        bool(label and label.translated and not label.original),
        not (label and label.original),
    )


def _is_own_summary(part: Part) -> bool:
    """Say whether a field `Summary` is the abstract, as arXiv's interface calls it.

    Its authors say `we`; who sums up for others does not.
    """
    return (
        part.label is not None
        and part.kind == PartKind.NOTE
        and len(part.text) >= _SHORT_ABSTRACT
        and _SUMMARY.match(part.whole) is not None
        and _AUTHORS_VOICE.search(part.text) is not None
        and is_english(part.text)
    )


def _reads_like_abstract(text: str) -> bool:
    if text.startswith(("- ", "1. ", "![", "|", "#")):
        return False
    if len(text) < _SHORT_ABSTRACT:
        return False
    return len(text) >= _LONG_ABSTRACT or bool(_VOICE.search(text))


def is_english(text: str) -> bool:
    """Say whether a text is English (or in Latin script), but for some words."""
    return text.isascii() or len(_CJK.findall(text)) * _FOREIGN < len(text)
