"""Days in bold, which head what is below them or tell of one entry."""

from collections.abc import Sequence

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.blocks import BOLD, Block, Kind
from tuireader.formats.markdown.outline import Draft, Outline


def bold_day(block: Block) -> str | None:
    """Return the day in bold that a line begins with: `**2025-02-20** — Ada Lee`."""
    if block.kind != Kind.TEXT:
        return None
    first = block.runs[0] if block.runs else None
    if first is None or not first.style & BOLD or first.href:
        return None
    return date_of_line(first.text)


def has_bold_days(outline: Outline, drafts: Sequence[Draft]) -> bool:
    """Say whether days in bold head entries: one stands above the first of them.

    Else they are the days of entries, which stand below their titles.
    """
    above = outline.document.blocks[: drafts[0].head] if drafts else ()
    return any(map(bold_day, above))
