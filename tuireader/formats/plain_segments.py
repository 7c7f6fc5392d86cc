"""Where the entries of a plain digest begin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.formats.plain_lines import Kind, Line
from tuireader.formats.plain_similar import add_similar
from tuireader.formats.plain_starts import LONGEST_HEADING, SureStarts


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
    titles = SureStarts(lines).titles
    add_similar(lines, titles)
    segments: list[Segment] = []
    date: str | None = None
    dates: list[Line] = []
    for index, line in enumerate(lines):
        if line.kind is Kind.DATE:
            date = line.date
            dates.append(line)
        elif index in titles:
            count = titles[index]
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
        section = texts[0].strip("#=*[]【】<>-■ ") if len(texts) == 1 else ""
        if len(texts) > 1 or len(section) > LONGEST_HEADING:
            kept.append(segment)
            heading, section = None, ""
    return [*kept, heading] if heading and heading.lines else kept
