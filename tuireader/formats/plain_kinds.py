"""What a line of a plain digest can be."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a line can be."""

    TEXT = "text"
    DATE = "date"
    AUTHORS = "authors"
    TAGS = "tags"
    RULE = "rule"
    CODE = "code"
    LINK = "link"
    LABEL = "label"
    """The word `Abstract` above one."""
    TRANSLATION = "translation"


ASIDE = (Kind.LINK, Kind.TRANSLATION)
"""What may stand above a title or below an entry without parting them."""


@dataclass(slots=True)
class Line:
    """A line that is not blank, or several that are one thing."""

    at: int
    """Its index in the digest."""
    text: str
    kind: Kind
    blanks: int
    """Number of blank lines above it."""
    date: str | None = None
    """The day of a date line."""
