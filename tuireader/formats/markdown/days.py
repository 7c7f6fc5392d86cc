"""The days that the fields of one entry tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.blocks import markdown, plain
from tuireader.formats.markdown.dating import day_in, with_year
from tuireader.formats.markdown.segments import Segment

_LONGEST = 32
_SOME_YEAR = "2024"
_SLASHED = re.compile(
    r"[0-9]{1,2}[/-][0-9]{1,2}(?:\s?[(（](?:[월화수목금토일月火水木金土]|[A-Za-z]{3})[)）])?"
)
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Days:
    """What was found so far."""

    date: str | None = None
    """The day of the entry."""
    published: str | None = None
    """The day of the paper, which a digest of another day may list."""
    date_note: str = ""
    """The field of the date as written."""
    published_note: str = ""
    yearless: str = ""
    """A day as written that leaves its year to what stands around the entry."""

    def put_date(self, segment: Segment) -> bool:
        """Read a field `Date`; say whether its text is no commentary."""
        text = plain(segment.runs).strip()
        if self.put_yearless(text):
            return True
        return self.dated(day_in(plain(segment.runs)), segment)

    def put_yearless(self, text: str) -> bool:
        """Take `3월 6일` or `3/10`; say whether `text` is such a day."""
        if self.date or self.yearless or len(text) > _LONGEST or day_in(text):
            return False
        if not (_SLASHED.fullmatch(text) or date_of_line(text, int(_SOME_YEAR))):
            return False
        self.yearless = text
        return True

    def in_year(self, year: str) -> str | None:
        """Return the day that the entry tells, in `year` if it names none."""
        return self.date or (with_year(self.yearless, year) if year else None)

    def dated(self, day: str | None, segment: Segment) -> bool:
        """Take `day`, which `segment` tells; say whether it tells nothing else."""
        if not day or self.date or not _is_only_date(plain(segment.runs)):
            self.date = self.date or day
            return False
        self.date, self.date_note = day, markdown(segment.whole)
        return True

    def put_published(self, segment: Segment) -> bool:
        """Read a field `Published`; say whether its text is no commentary."""
        day = day_in(plain(segment.runs))
        if not day or self.published or not _is_only_date(plain(segment.runs)):
            self.published = self.published or day
            return False
        self.published, self.published_note = day, markdown(segment.whole)
        return True

    def others(self, chosen: str | None) -> Iterator[str]:
        """Yield the fields as written that tell another day than the one chosen."""
        if self.date_note and self.date != chosen:
            yield self.date_note
        if self.yearless and chosen != self.in_year((chosen or "")[:4]):
            yield self.yearless
        if self.published_note and self.published != chosen:
            yield self.published_note


def _is_only_date(text: str) -> bool:
    return len(text) <= _LONGEST and len(_LETTERS.findall(text)) <= _LONGEST // 2
