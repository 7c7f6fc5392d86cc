"""Files too large to be read in full: where to stop, and what to make of the rest.

The tree is walked as far as a fixed estimate of its cost goes, the same on every
machine. Behind that, each line that lists a paper begins an entry that has its id, its
title and its text as written.
"""

import re
from collections.abc import Iterator

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry, Paragraph, Problem
from tuireader.formats.base import Reading
from tuireader.text.language import language_of

_CHUNK = 65_536
_AFFORDABLE = 800_000
# Microseconds that a character costs wherever it stands, measured over real digests.
_COSTS = (
    ("\n", 100), ("|", 20), ("](", 50), ("<", 35), ("*", 6), ("`", 12), ("$", 2),
    ("\\", 2), ("://", 40), ("Xiv:", 20), (".", 2),
)  # fmt: skip
_PER_CHARACTER = 0.12
_MOST_ENTRIES = 24_000
_LONGEST_LINE = 20_000
_ID = re.compile(
    r"[/: ](?<=[sflvSFLV:].)([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(?![0-9])"
)
# What stands before an id that is one; looked for only where there are such digits.
_BEFORE_ID = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers|alphaxiv\.org/abs|arxiv:?)$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 24
_LINK_TEXT = re.compile(r"\[\**([^\[\]\n|*]{12,300})\**\]\(|>([^<>\n]{12,300})</a>")
_BOLD = re.compile(r"\*\*([^*\n|\[\]]{8,300})\*\*")
_WORDS = re.compile(r"[^\W\d_][^\n|\[\]<>]{8,200}")


def affordable(text: str) -> int:
    """Return how much of `text` can be read in full, ending at the end of a line."""
    spent = 0.0
    for start in range(0, len(text), _CHUNK):
        chunk = text[start : start + _CHUNK]
        spent += _PER_CHARACTER * len(chunk)
        spent += sum(cost * chunk.count(char) for char, cost in _COSTS)
        if spent > _AFFORDABLE:
            return _line_start(text, start)
    return len(text)


def _line_start(text: str, place: int) -> int:
    """Return where the line around `place` begins; the place, if that is far away."""
    start = text.rfind("\n", max(0, place - _LONGEST_LINE), place) + 1
    return start or place


def read_rest(text: str, start: int, line: int, day: str | None) -> Reading:
    """Read `text` from `start` on, which is on line `line`, without taking it apart.

    Args:
        text: The source.
        start: Where the part begins that is too much to be read in full.
        line: Line of the source, from 1, that `start` is on.
        day: The day of the digest, if it is known.
    """
    entries: list[Entry] = []
    places = list(_places(text, start))
    ends = [*(place for place, _ in places[1:]), len(text)][: len(places)]
    first = places[0][0] if places else len(text)
    said = f"from line {line} on a paper's text is as written, not taken apart"
    problems = [Problem(line, "file too large to be read in full", said)]
    if text[start:first].strip():
        skipped = f"lines {line}-{line + text.count(chr(10), start, first)} left out"
        problems.append(Problem(line, "not about a paper", skipped))
    at = start
    for (place, number), end in zip(places, ends, strict=True):
        line += text.count("\n", at, place)
        at = place
        entries.append(_entry(text[place:end], number, line, day))
    if len(places) == _MOST_ENTRIES:
        last = f"lines {line}-{line + text.count(chr(10), at)} are one entry"
        problems.append(Problem(line, "more papers than a digest can hold", last))
    return Reading(tuple(entries), tuple(problems))


def _places(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield where entries begin and the id of each: lines that name a paper first."""
    end, last, count = start, "", 0
    for match in _ID.finditer(text, start):
        if match[1] == last or match.start() < end:
            continue
        before = text[max(start, match.start() - _LONGEST_BEFORE) : match.start()]
        if not _BEFORE_ID.search(before):
            continue
        place = (
            text.rfind("\n", max(end, match.start() - _LONGEST_LINE), match.start()) + 1
        )
        place = max(place or match.start(), end)
        if text[place].isalpha() and text[place : place + 4] not in ("http", "arXi"):
            continue  # prose that cites a paper
        following = text.find("\n", match.end(), match.end() + _LONGEST_LINE)
        end = match.end() if following < 0 else following
        last, count = match[1], count + 1
        yield place, last
        if count == _MOST_ENTRIES:
            return


def _entry(text: str, number: str, line: int, day: str | None) -> Entry:
    head = text[:600].partition("\n")[0]
    found = _LINK_TEXT.search(head) or _BOLD.search(head) or _WORDS.search(head)
    title = (found[1] if found.re is not _WORDS else found[0]) if found else ""
    if found and found.re is _LINK_TEXT:
        title = found[1] or found[2]
    text = text.strip()
    return Entry(
        title=title.strip() or f"arXiv:{number}",
        date=day,
        commentary=(Paragraph(text, language_of(text[:600])),),
        url=ArxivId(number).abs_url,
        arxiv_id=number,
        line=line,
    )
