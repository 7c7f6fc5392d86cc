"""Days and sections: what the headings above an entry say."""

import re
from bisect import bisect_right
from typing import NamedTuple

from tuireader.formats.date_patterns import valid
from tuireader.formats.dates import date_of_line, find_date
from tuireader.formats.markdown.blocks import Block, Kind
from tuireader.formats.markdown.bold_days import bold_day, has_bold_days
from tuireader.formats.markdown.cleaning import (
    is_heading_of_digest,
    says_only_digest,
    section_name,
)
from tuireader.formats.markdown.identifiers import is_web
from tuireader.formats.markdown.outline import Draft, Outline
from tuireader.formats.weeks import day_of_short_year, day_of_week

_ISO = re.compile(r"\W{0,3}([0-9]{4})-([0-9]{2})-([0-9]{2})\W{0,3}")
_PARENTHESES = re.compile(r"[()（）\[\]]")
_LOOSE_YEAR = re.compile(r"([0-9])\s*[-–—,]\s*((?:19|20)[0-9]{2})\s*$")
_JOINED = re.compile(r"(?<=[0-9])-(?=[A-Za-z])|(?<=[A-Za-z])-(?=[0-9])")
# `Last updated: …` and the like, but not `Updates on …`, which is a day of a digest.
_UPDATED = re.compile(
    r"updat(?!es?\s(?:on|of|for|in)\b)|更新|업데이트|갱신|last\s|generated",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_CJK_DAY = re.compile(r"[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}\s?[日일]")
_MONTH_AND_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s[0-9]"
    r"|[0-9](?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    rf"|{_CJK_DAY.pattern}|^\W{{0,4}}[0-9]{{1,2}}/[0-9]{{1,2}}(?:\s?[(（\[,].{{1,12}})?$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"^\W{0,4}([0-9]{1,2})[/-]([0-9]{1,2})(?:\s?[(（\[,].{1,12})?$")
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b", re.IGNORECASE
)
_NEW_ID = re.compile(r"[0-9]{4}\.[0-9]")
_NEXT_ENTRIES = 8
_LONGEST_HEADING = 160
_FEW_WORDS = 16


class Place(NamedTuple):
    """What stands above an entry."""

    date: str | None
    section: str
    year: str = ""
    """The year that path or headings tell."""


def day_in(text: str) -> str | None:
    """Return the day that a heading or name tells; of a range or a week its last.

    `June 23 - June 29, 2025`, `(June 23 - June 29) - 2025`, `2025-W26`, `1-Apr-2025`.
    """
    text = text[:_LONGEST_HEADING]
    if (iso := _ISO.fullmatch(text)) and (day := valid(*map(int, iso.groups()))):
        return day
    if not any(map(str.isdigit, text)):
        return None
    loose = _LOOSE_YEAR.sub(r"\1, \2", _PARENTHESES.sub(" ", text).strip())
    spaced = re.sub(r"\s{2,}", " ", _JOINED.sub(" ", loose))
    return (
        find_date(spaced)
        or find_date(text)
        or day_of_week(text)
        or day_of_short_year(text)
    )


def with_year(text: str, year: str) -> str | None:
    """Return the day that `text`, which has no year, tells in `year`."""
    if not text:
        return None
    if match := _SLASHED.match(text.strip()):
        return valid(int(year), int(match[1]), int(match[2]))
    if match := _CJK_DAY.search(text):
        return day_in(f"{year}年{text[match.start() :]}")
    return day_in(f"{_PARENTHESES.sub(' ', text).strip()}, {year}")


class Places:
    """Tells day and section of entries, asked in the order of the document."""

    def __init__(self, outline: Outline, drafts: list[Draft], path: str) -> None:
        self._outline = outline
        self._document = outline.document
        self._blocks = outline.document.blocks
        self._drafts = drafts
        self._heads = [draft.head for draft in drafts]
        self._bold_days = has_bold_days(outline, drafts)
        years = _YEAR.findall(path)
        self._path_year = years[-1] if years else ""
        self._year = ""
        self._at = 0
        self._day: str | None = None
        """Day of a heading that names nothing else: it goes on until the next."""
        self._headings: list[tuple[float, str | None, str, int]] = []
        """Level, day, section name and block of the headings that apply."""
        self.used: set[int] = set()
        """Blocks that say something about entries below them."""
        self.updated: str | None = None
        """A day that the digest was last changed; no entry's own."""
        self.opening: str | None = None
        """A day that a line above the first entry tells beside other things."""

    def at(self, draft: Draft) -> Place:
        """Return what applies to the entry `draft`."""
        for place in range(self._at, draft.first):
            self._read(place)
        self._at = max(self._at, draft.first)
        self._end_sections(self._blocks[draft.head])
        day = next((day for _, day, _, _ in reversed(self._headings) if day), self._day)
        names = dict.fromkeys(name for _, _, name, _ in self._headings if name)
        section = " / ".join(names)
        self.used.update(
            block
            for _, day, name, block in self._headings
            if self._is_said(self._blocks[block], day, name)
        )
        return Place(day, section, self._year or self._path_year)

    def _end_sections(self, head: Block) -> None:
        """End sections before an entry's heading of their level.

        One that has no text of its own is not ended: it is the name of a section that
        was given the level of the entries in it.
        """
        if head.kind != Kind.HEAD:
            return
        while self._headings and self._headings[-1][0] >= head.level:
            following = self._blocks[self._headings[-1][3] + 1]
            if following.kind in {Kind.HEAD, Kind.RULE}:
                break
            self._headings.pop()

    def _is_said(self, block: Block, day: str | None, name: str) -> bool:
        """Say whether day and section tell all that a heading says."""
        if any(is_web(run.href) for run in block.runs):
            return False
        return bool(name) or (bool(day) and says_only_digest(block.text))

    def skip(self, index: int) -> None:
        """Go on at block `index`: those before it belong to an entry."""
        self._at = max(self._at, index)

    def _read(self, index: int) -> None:
        block = self._blocks[index]
        if index in self._outline.head_set:
            self._heading(block.level, block.text, index)
        elif block.kind == Kind.SUMMARY:
            self._heading(7, block.text, index)
        elif block.kind == Kind.TEXT and (day := date_of_line(block.text)):
            self._date_line(block.text, day, index)
        elif self._bold_days and (day := bold_day(block)):
            self._date_line("", day, index)
        elif block.kind == Kind.TEXT and (depth := self._depth(index)):
            self._heading(8 + depth, block.text, index)
        elif block.kind in {Kind.TEXT, Kind.CODE} and index < self._heads[0]:
            self.opening = self.opening or day_in(block.text)

    def _date_line(self, text: str, day: str, index: int) -> None:
        """Enter a day that is no heading: it holds for the section that it stands in.

        Headings further down do not end it, as those of entries are.
        """
        if _UPDATED.search(text):
            self.updated = self.updated or day
            return
        if index < self._heads[0]:
            self.opening = self.opening or day
        level = self._headings[-1][0] if self._headings else 7
        self._enter(level + 0.5 if level == int(level) else level, day, "", index)

    def _depth(self, index: int) -> int:
        """Return how deep a list item is that holds entries, or 0."""
        item = self._outline.item_of(index)
        if item < 0 or self._document.boxes[item].first != index:
            return 0
        last = self._document.boxes[item].last
        following = bisect_right(self._heads, index)
        if following == len(self._heads) or self._heads[following] >= last:
            return 0
        depth = 0
        while item >= 0:
            depth += self._document.boxes[item].tag == "li"
            item = self._document.boxes[item].parent
        return depth

    def _heading(self, level: int, text: str, index: int) -> None:
        if year := _YEAR.search(text):
            self._year = year[0]
        day = day_in(text) or self._without_year(text, index)
        if day and _UPDATED.search(text):
            self.updated, day = day, None
        dated = bool(day) and len(text.split()) <= _FEW_WORDS
        name = "" if dated or is_heading_of_digest(text) else section_name(text)
        if day and not name:
            self._day = day
        self._enter(level, day, name, index)

    def _without_year(self, text: str, index: int) -> str | None:
        """Return the day of a heading that leaves its year to the reader.

        A digest is not older than its papers, and these carry their month in their id;
        where there is none, the path or a heading above tells the year.
        """
        if not _MONTH_AND_DAY.search(text):
            return None
        start = bisect_right(self._heads, index)
        months = [
            draft.key[:4]
            for draft in self._drafts[start : start + _NEXT_ENTRIES]
            if _NEW_ID.match(draft.key)
        ]
        newest = max(months, default="")
        known = self._path_year or (f"20{newest[:2]}" if newest else self._year)
        day = with_year(text, known) if known else None
        if not day or not newest or day >= f"20{newest[:2]}-{newest[2:]}-01":
            return day
        year = f"20{newest[:2]}"
        day = with_year(text, year)
        if day and day < f"{year}-{newest[2:]}-01":
            return with_year(text, str(int(year) + 1))
        return day

    def _enter(self, level: float, day: str | None, name: str, index: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, day, name, index))
