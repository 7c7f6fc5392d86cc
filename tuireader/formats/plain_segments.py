"""Where the entries of a plain digest begin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.formats.plain_behind import LONGEST_HEADING, section_name
from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_similar import add_similar
from tuireader.formats.plain_starts import SureStarts


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
    links: list[Line] = field(default_factory=list)
    """The addresses right above its title."""
    afterword: int = 0
    """How many lines at its end are sentences behind its tags."""


def segments_of(lines: Sequence[Line]) -> list[Segment]:
    """Cut `lines` into entries.

    Sure are: what an author line stands under, and what follows a date, hashtags or a
    rule. Numbers, bullets and blank lines count where the sure ones have them as well.
    """
    starts = SureStarts(lines)
    titles = starts.titles
    add_similar(lines, titles, starts.afterwords)
    segments: list[Segment] = []
    date: str | None = None
    dates: list[Line] = []
    links_lead = _links_lead(lines, titles)
    for index, line in enumerate(lines):
        if line.kind is Kind.DATE:
            date = line.date
            dates.append(line)
        elif index in titles:
            segment = Segment([line], titles[index], date, dates=dates)
            if links_lead and titles[index] and segments:
                _take_links(segment, segments)
            segments.append(segment)
            dates = []
        elif not segments or dates:
            segments.append(Segment([line], 0, date, dates=dates))
            dates = []
        else:
            _add_line(segments[-1], line, behind=index in starts.afterwords)
    return _with_sections(segments)


def _add_line(segment: Segment, line: Line, *, behind: bool) -> None:
    segment.lines.append(line)
    if segment.afterword or behind:
        segment.afterword += 1


def _links_lead(lines: Sequence[Line], titles: dict[int, int]) -> bool:
    """Say whether addresses stand above the titles: the first one tells."""
    first = min((index for index, count in titles.items() if count), default=0)
    return first > 0 and lines[first - 1].kind is Kind.LINK


def _take_links(segment: Segment, segments: list[Segment]) -> None:
    """Move the addresses at the end of the last of `segments` to the one below."""
    last = segments[-1]
    count = len(last.lines)
    while count > last.title_lines and last.lines[count - 1].kind is Kind.LINK:
        count -= 1
    segment.links = last.lines[count:]
    del last.lines[count:]
    if not last.lines:
        segment.dates = last.dates + segment.dates
        segments.pop()


def _with_sections(segments: list[Segment]) -> list[Segment]:
    """Turn a short heading above papers into their section."""
    kept: list[Segment] = []
    section = ""
    heading: Segment | None = None
    for segment in segments:
        if segment.title_lines:
            segment.section = section
            heading = None
            kept.append(segment)
            continue
        if heading:  # nothing stood under it
            kept.append(heading)
        texts = [line.text for line in segment.lines if line.kind is not Kind.RULE]
        heading = segment
        section = section_name(texts[0]) if len(texts) == 1 else ""
        if len(texts) > 1 or len(section) > LONGEST_HEADING:
            kept.append(segment)
            heading, section = None, ""
    return [*kept, heading] if heading and heading.lines else kept
