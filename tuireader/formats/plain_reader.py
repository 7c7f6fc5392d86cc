"""Reads the lines of a plain digest into entries."""

from collections.abc import Sequence

from tuireader.domain.entry import CUT, Problem
from tuireader.formats.base import Reading, Source
from tuireader.formats.dates import date_of_heading
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import leading_tags, tags_of_line
from tuireader.formats.loose_tags import loose_tags
from tuireader.formats.path_dates import date_of_path, year_of_path
from tuireader.formats.plain_behind import SENTENCE_ENDS
from tuireader.formats.plain_entry import Habits, read_entry
from tuireader.formats.plain_kinds import Kind, Line
from tuireader.formats.plain_lines import read_lines
from tuireader.formats.plain_links import own_of
from tuireader.formats.plain_segments import Segment, segments_of

_LONGEST_QUOTE = 1000
_LONGEST_SIGNATURE = 6
_LONGEST_SIGNED = 80
_OF_PAPERS = (Kind.AUTHORS, Kind.TAGS, Kind.DATE)
_MOST_ENTRIES = 10_000


def read_plain(source: Source) -> Reading:
    """Return the entries of a plain digest and what was odd about it."""
    path_date = date_of_path(source.path)
    lines = read_lines(source, year_of_path(source.path))
    problems = _lone_signs(lines)
    if signature := _signature(lines):
        problems.append(_around(signature, "below the last"))
    drafts: list[Draft] = []
    seen: set[str] = set()
    segments = _bounded(segments_of(lines), problems)
    if goodbye := _goodbye(segments):
        problems.append(_around(goodbye, "below the last"))
    habits = Habits.of(segments)
    for segment in segments:
        problems += _beside_dates(segment)
        problems += _repeated_dates(segment, seen)
        if segment.title_lines:
            drafts.append(read_entry(segment, segment.date or path_date, habits))
        else:
            problems.append(_around(segment.lines, "above the first"))
    if drafts and not any(draft.date for draft in drafts):
        problems.append(Problem(0, "no date in lines or path", "papers are undated"))
    return Reading(tuple([draft.entry() for draft in drafts]), tuple(problems))


def _bounded(segments: list[Segment], problems: list[Problem]) -> list[Segment]:
    """Return `segments` up to the number that one file can have."""
    if len(segments) > _MOST_ENTRIES:
        what = f"more than {_MOST_ENTRIES:,} papers"
        line = segments[_MOST_ENTRIES].lines[0].at + 1
        problems.append(Problem(line, what, f"{CUT}; split the file"))
    return segments[:_MOST_ENTRIES]


def _lone_signs(lines: Sequence[Line]) -> list[Problem]:
    problems = []
    for line in lines:
        if line.kind is not Kind.TAGS or len(loose_tags(line.text)) == line.text.count(
            "#"
        ):
            continue
        if not tags_of_line(line.text):
            continue
        if signs := leading_tags(line.text)[1]:
            what = f"no word in the hashtag {signs[:_LONGEST_QUOTE]}"
            problems.append(Problem(line.at + 1, what, "left out of the tags"))
    return problems


def _beside_dates(segment: Segment) -> list[Problem]:
    """Tell of headings that say more than a day: `Papers I liked (Nov 20, 2023)`."""
    return [
        Problem(
            line.at + 1,
            f"words beside a date: {line.text[:_LONGEST_QUOTE]}",
            "left out of the papers",
        )
        for line in segment.dates
        if date_of_heading(line.text)[1]
    ]


def _repeated_dates(segment: Segment, seen: set[str]) -> list[Problem]:
    problems = []
    for line in segment.dates:
        if line.date in seen:
            what = f"the date {line.date} stands here again"
            problems.append(Problem(line.at + 1, what, "papers keep it"))
        seen.add(line.date or "")
    return problems


def _signature(lines: list[Line]) -> list[Line]:
    """Take what a mail has below its text: a line `--`, and who wrote it."""
    signs = [at for at, line in enumerate(lines) if line.text == "--"]
    if len(signs) != 1 or len(lines) - signs[0] > _LONGEST_SIGNATURE:
        return []
    below = lines[signs[0] :]
    if any(
        len(line.text) > _LONGEST_SIGNED
        or line.kind in _OF_PAPERS
        or line.text.endswith(SENTENCE_ENDS)
        or own_of(line.text).arxiv_id
        for line in below
    ):
        return []
    del lines[signs[0] :]
    return below


def _goodbye(segments: Sequence[Segment]) -> list[Line]:
    """Take the sentences off the last entry that no other entry has behind its tags."""
    *others, last = segments or [Segment([])]
    if not last.afterword or not others or any(each.afterword for each in others):
        return []
    lines = last.lines[-last.afterword :]
    del last.lines[-last.afterword :]
    last.afterword = 0
    return lines


def _around(lines: Sequence[Line], place: str) -> Problem:
    text = " ".join(line.text for line in lines)[:_LONGEST_QUOTE]
    what = f"text {place} paper: {text}"
    return Problem(lines[0].at + 1, what, "left out of the papers")
