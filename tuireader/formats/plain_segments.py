"""Where the entries of a plain digest begin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.formats.plain_lines import Kind, Line, mark_of
from tuireader.formats.titles import authors_of_line, is_title_like
from tuireader.text.language import language_of

_LONGEST_TITLE = 300
_LONGEST_SECTION = 60
_BROKEN_FROM = 25
_SENTENCE_ENDS = (".", "!", "。", "…", "다", "요", "죠", "네")


@dataclass(slots=True)
class Segment:
    """The lines of one entry, or those above the first."""

    lines: list[Line]
    title_lines: int = 1
    """How many of them are the title; 0 for lines above the first entry of a day."""
    date: str | None = None
    section: str = ""
    dates: list[Line] = field(default_factory=list)
    """The date lines right above it."""


def segments_of(lines: Sequence[Line]) -> list[Segment]:
    """Cut `lines` into entries.

    Sure are: what an author line stands under, and what follows a date, hashtags or a
    rule. Numbers, bullets and blank lines count where the sure ones have them as well.
    """
    starts = _Starts(lines)
    segments: list[Segment] = []
    date: str | None = None
    dates: list[Line] = []
    for index, line in enumerate(lines):
        if line.kind is Kind.DATE:
            date = line.date
            dates.append(line)
        elif index in starts.titles:
            count = starts.titles[index]
            segments.append(Segment([line], count, date, dates=dates))
            dates = []
        elif not segments or dates:
            segments.append(Segment([line], 0, date, dates=dates))
            dates = []
        else:
            segments[-1].lines.append(line)
    return _with_sections(segments)


def _with_sections(segments: list[Segment]) -> list[Segment]:
    """Turn a short heading above papers into their section."""
    kept: list[Segment] = []
    section = ""
    for segment in segments:
        texts = [line.text for line in segment.lines if line.kind is not Kind.RULE]
        if segment.title_lines:
            segment.section = section
        elif len(texts) <= 1 and all(len(text) <= _LONGEST_SECTION for text in texts):
            section = texts[0].strip("#=*[]【】<>-■ ") if texts else ""
            continue
        kept.append(segment)
    return kept


class _Starts:
    """Finds the lines with which entries begin.

    Attributes:
        titles: By the index of a title line, the number of lines that the title takes.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._first = lines[0] if lines else None
        self.titles: dict[int, int] = {}
        self._tags_lead = self._have_tags_on_top()
        self._above_authors()
        self._behind_boundaries()
        self._like_the_sure_ones()

    def _have_tags_on_top(self) -> bool:
        """Say whether hashtags stand below the authors, not at the end of entries."""
        pairs = list(zip(self._lines, self._lines[1:], strict=False))
        behind = [b.kind for a, b in pairs if a.kind is Kind.AUTHORS]
        return behind.count(Kind.TAGS) * 2 > len(behind)

    def _is_boundary(self, index: int) -> bool:
        """Say whether the line at `index` can only be the first of an entry."""
        if index == 0:
            return True
        kind = self._lines[index - 1].kind
        if kind is Kind.TAGS:
            return not self._tags_lead
        return kind in {Kind.DATE, Kind.RULE}

    def _above_authors(self) -> None:
        for index, line in enumerate(self._lines):
            if line.kind is Kind.AUTHORS and index and self._is_anchor(index):
                self.titles[index - 1] = 1

    def _is_anchor(self, index: int) -> bool:
        above = self._lines[index - 1]
        if above.kind is not Kind.TEXT or len(above.text) > _LONGEST_TITLE:
            return False
        if self._is_boundary(index - 1):
            return True
        if index > 1 and self._is_boundary(index - 2) and self._is_broken(index - 2):
            return True
        if above.text.endswith(_SENTENCE_ENDS):
            return False
        strict = bool(authors_of_line(self._lines[index].text, strict=True))
        if is_title_like(above.text):
            return strict or above.blanks > 0
        return strict and above.blanks > 0

    def _is_broken(self, index: int) -> bool:
        """Say whether the lines at `index` and below it are one title in two lines."""
        first, second = self._lines[index], self._lines[index + 1]
        return (
            first.kind is second.kind is Kind.TEXT
            and second.blanks == 0
            and not mark_of(second.text)
            and _BROKEN_FROM <= len(first.text) <= _LONGEST_TITLE
            and language_of(first.text) == language_of(second.text)
            and not first.text.endswith((".", "!", "。"))
        )

    def _behind_boundaries(self) -> None:
        for index, line in enumerate(self._lines):
            if line.kind is not Kind.TEXT or not self._is_boundary(index):
                continue
            if index in self.titles:
                continue
            if self.titles.get(index + 1) and self._is_broken(index):
                del self.titles[index + 1]
                self.titles[index] = 2
            elif not self._is_heading(index):
                self.titles[index] = 1

    def _is_heading(self, index: int) -> bool:
        """Say whether the line at a boundary speaks of what follows, not of itself."""
        above = index == 0 or self._lines[index - 1].kind is Kind.DATE
        following = next(
            (at for at in range(index + 1, min(index + 4, len(self._lines)))
             if self._lines[at].kind is Kind.DATE or at in self.titles),
            None,
        )  # fmt: skip
        if following is None:
            return False
        if self._lines[following].kind is Kind.DATE:
            return True
        text = self._lines[index].text
        short = len(text) <= _LONGEST_SECTION and following == index + 1
        return above or (short and text[0] in "#=[【<■" and text[-1] in "#=]】>■:")

    def _like_the_sure_ones(self) -> None:
        """Add lines that have what sets the titles found so far apart."""
        sure = [self._lines[index] for index in self.titles]
        numbered = [line for line in sure if mark_of(line.text)]
        if len(numbered) * 2 > len(sure):
            self._numbered()
        fewest = min(
            (line.blanks for line in sure if line is not self._first), default=0
        )
        if fewest and self._blanks_part_entries(fewest):
            self._behind_blanks(fewest)

    def _numbered(self) -> None:
        marks = {mark_of(self._lines[index].text).strip() for index in self.titles}
        last = ""
        for index, line in enumerate(self._lines):
            mark = mark_of(line.text).strip() if line.kind is Kind.TEXT else ""
            if mark and index not in self.titles:
                bullet = not any(map(str.isdigit, mark)) and mark in marks
                if bullet or (last and mark == _next_mark(last)):
                    self.titles[index] = 1
            if index in self.titles:
                last = mark

    def _blanks_part_entries(self, fewest: int) -> bool:
        """Say whether so many blank lines stand above titles and hardly elsewhere."""
        wide = [
            index
            for index, line in enumerate(self._lines)
            if index and line.blanks >= fewest and line.kind is Kind.TEXT
        ]
        sure = sum(index in self.titles for index in wide)
        return sure * 4 >= len(wide) * 3 and sure > 1

    def _behind_blanks(self, fewest: int) -> None:
        for index, line in enumerate(self._lines):
            if index and line.blanks >= fewest and line.kind is Kind.TEXT:
                self.titles.setdefault(index, 1)


def _next_mark(mark: str) -> str:
    digits = "".join(filter(str.isdigit, mark))
    return mark.replace(digits, str(int(digits) + 1)) if digits else mark
