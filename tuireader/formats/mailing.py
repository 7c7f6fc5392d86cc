r"""arXiv's daily listing, as arXiv mails it in plain text.

The layout is arXiv's own (https://info.arxiv.org/help/subscribe.html): entries between
lines of dashes; in each `\\`, header fields, `\\`, the abstract, `\\` and the
address. A replaced paper has no abstract; a cross-listed one says so beside its id.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Entry, Paragraph, Problem
from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.dates import find_date
from tuireader.formats.links import cited_ids
from tuireader.formats.path_dates import date_of_path
from tuireader.formats.people import split_authors
from tuireader.text.language import language_of

_MARK = "\\\\"
_ARXIV = re.compile(
    r"(?:arXiv|Paper):\s{0,2}(?P<id>(?:[0-9]{4}\.[0-9]{4,5}"
    r"|[a-z-]{2,16}(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]{1,2})?)\b(?P<rest>.{0,300})"
)
_FIELD = re.compile(
    r"(?P<name>Date(?: \([^)\n]{1,30}\))?|Title|Authors?|Categories|Subj-class"
    r"|Comments?|MSC-class|ACM-class|Journal-ref|DOI|Report-no|From|License|Subjects?|Proxy)"
    r":\s?(?P<value>.*)"
)
_ADDRESS = re.compile(r"\\\\ \(.{0,300}\)\s{0,9}$")
_RULE = re.compile(r"^(?:-{20,}|={20,}|%[-%]{20,})$")
_RECEIVED = re.compile(r"received from\s{1,9}.{5,60}?\s{1,9}to\s{1,9}(?P<to>.{5,60})$")
_SENT = re.compile(r"Date: (?P<date>.{5,60})$")
_SHORT_YEAR = re.compile(r"\b([0-9]{1,2} [A-Z][a-z]{2}) ([0-9]{2})(?= |$)")
# Affiliations: `A. Author (1), B. Author (1 and 2) ((1) There, (2) Elsewhere)`, or
# `A. Author (There and Elsewhere), B. Author`; not the nickname in `A. (Bee) Author`.
_AFFILIATIONS = re.compile(
    r"\s?\(\(1\).{0,2000}$|\s?\([0-9](?:[0-9, ]|and){0,20}\)"
    r"|\s?\([^()]{1,300}\)(?=\s?(?:,|$|and ))"
)
_QUOTE = re.compile(r"^(?:> ?){1,4}", re.MULTILINE)
_QUOTED_MARK = re.compile(r"^(?:> ?){1,4}\\\\$", re.MULTILINE)
_SHAPE = re.compile(r"^\\\\\n(?:arXiv|Paper|Title|Date)[:( ]", re.MULTILINE)
_READ_AS_FIELDS = frozenset(
    ("Title", "Author", "Authors", "Categories", "Subj-class", "Subject", "Subjects")
)
_BEHIND_FIELDS = 2
_LINES_OF_A_PROBLEM = 40


class MailedListing:
    """arXiv's listing e-mail: new, cross-listed and replaced papers of a day."""

    name = "mailing"

    def recognise(self, source: Source) -> Recognition:
        r"""Look for lines of `\\` with `arXiv:` and `Title:` below them."""
        if _MARK not in source.text:
            return Recognition(0, "")
        text = _unquoted(source).text
        if "\nTitle: " not in text or not _SHAPE.search(text):
            return Recognition(0, "")
        titles = text.count("\nTitle: ")
        return Recognition(95, f"arXiv listing, {titles} titles between lines of \\\\")

    def read(self, source: Source) -> Reading:
        """Read every entry; what stands around them is named in problems."""
        source = _unquoted(source)
        named = date_of_path(source.path)
        day = named or _day(source)
        entries: list[Entry] = []
        problems: list[Problem] = []
        for block in _blocks(source.lines):
            if any(_ARXIV.match(line) for line in block.lines):
                entries.append(_EntryReader(block, day).entry())
            else:
                problems += _left(block)
                day = named or _day_of(block.lines) or day
        return Reading(tuple(entries), tuple(problems))


def _unquoted(source: Source) -> Source:
    """Return a listing that somebody forwarded without the marks of quoting."""
    if not _QUOTED_MARK.search(source.text):
        return source
    return Source(source.path, _QUOTE.sub("", source.text), source.encoding)


class _Block(NamedTuple):
    """Lines between rules."""

    start: int
    """Line of the source, from 1, on which it begins."""
    lines: list[str]


def _day(source: Source) -> str | None:
    """Return the day that stands above the first paper of a listing."""
    return _day_of(f"\n{source.text}".partition(f"\n{_MARK}\n")[0].split("\n"))


def _day_of(lines: Sequence[str]) -> str | None:
    """Return the day of a mail's header, or of the time that a listing covers."""
    for line in lines:
        # arXiv writes years with two digits: `Fri 30 Aug 24 18:00:00 GMT`.
        found = _SENT.match(line) or _RECEIVED.search(line)
        day = find_date(_SHORT_YEAR.sub(r"\1 20\2", found[1])) if found else None
        if day:
            return day
    return None


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Yield what stands between rules; an address ends an entry as well."""
    start, block = 1, list[str]()
    for number, line in enumerate(lines, 1):
        ruled = _RULE.match(line)
        if not ruled:
            block.append(line)
        if ruled or (line.startswith("\\\\ (") and _ADDRESS.match(line)):
            if any(block):
                yield _Block(start, block)
            start, block = number + 1, []
    if any(block):
        yield _Block(start, block)


def _left(block: _Block) -> Iterator[Problem]:
    for at in range(0, len(block.lines), _LINES_OF_A_PROBLEM):
        lines = block.lines[at : at + _LINES_OF_A_PROBLEM]
        text = " ".join(" ".join(lines).split())
        if text.strip(_MARK):
            start = block.start + at
            done = f"lines {start}-{start + len(lines) - 1} left out"
            yield Problem(start, f"not about a paper: {text}", done)


class _EntryReader:
    """Reads the lines of one entry."""

    def __init__(self, block: _Block, day: str | None) -> None:
        self._block = block
        self._day = day
        self._fields: dict[str, str] = {}
        self._abstract: list[str] = []
        self._notes: list[str] = []
        self._id = ""
        self._line = block.start
        self._section = "new"
        self._marks = 0
        """Lines of `\\\\` seen: one before the fields, one behind them."""

    def entry(self) -> Entry:
        """Return the entry that the lines are."""
        name = ""
        for number, line in enumerate(self._block.lines, self._block.start):
            name = self._take(line, name, number)
        fields = self._fields
        people = fields.get("Authors") or fields.get("Author") or ""
        return Entry(
            title=" ".join(fields.get("Title", "").split()) or f"arXiv:{self._id}",
            authors=split_authors(_AFFILIATIONS.sub("", people)),
            date=self._day,
            abstract=_joined(self._abstract),
            commentary=self._commentary(),
            tags=self._tags(),
            url=ArxivId(self._id).abs_url,
            arxiv_id=self._id,
            references=cited_ids(self._notes + list(fields.values()), self._id),
            section=self._section,
            line=self._line,
        )

    def _take(self, line: str, name: str, number: int) -> str:
        """Read one line; return the field that the next may continue."""
        if line.rstrip() == _MARK:
            self._marks += 1
        elif _ADDRESS.match(line):
            self._marks = _BEHIND_FIELDS
        elif not self._id and (found := _ARXIV.match(line)):
            self._arxiv(found, number)
        elif self._marks >= _BEHIND_FIELDS and self._fields:
            self._abstract.append(line)
        else:
            return self._field(line, name)
        return ""

    def _arxiv(self, found: "re.Match[str]", number: int) -> None:
        parsed = ArxivId.parse(found["id"])
        self._id = parsed.base if parsed else found["id"]
        self._line = number
        rest = found["rest"].strip()
        if "cross" in rest:
            self._section = "cross-list"
            rest = rest.strip("(* )")
        if rest:
            self._notes.append(rest)

    def _field(self, line: str, name: str) -> str:
        if field := _FIELD.match(line):
            name = field["name"]
            known = self._fields.get(name, "")
            self._fields[name] = f"{known} {field['value']}".strip()
        elif name and line[:1] == " ":
            self._fields[name] = f"{self._fields[name]} {line.strip()}".strip()
        elif line.strip():
            name = ""
            self._notes.append(line.strip())
            if line.startswith("replaced"):
                self._section = "replaced"
        return name

    def _tags(self) -> tuple[str, ...]:
        names = ("Categories", "Subj-class", "Subjects", "Subject")
        text = next((self._fields[name] for name in names if name in self._fields), "")
        return tuple(dict.fromkeys(part for part in re.split(r"[\s,;]+", text) if part))

    def _commentary(self) -> tuple[Paragraph, ...]:
        """Return what the listing says beside title, authors and abstract."""
        fields = self._fields.items()
        named = [
            f"{name}: {value}" for name, value in fields if name not in _READ_AS_FIELDS
        ]
        people = self._fields.get("Authors", "")
        if _AFFILIATIONS.search(people):
            named.append(f"Affiliations: {people}")
        text = "\n".join([*named, *self._notes])
        return (Paragraph(text, language_of(text)),) if text else ()


def _joined(lines: list[str]) -> str:
    """Return wrapped lines as paragraphs: arXiv indents the first line of each."""
    lines = [line for line in lines if line.strip()]
    indented = [line.startswith("  ") for line in lines]
    marked = not all(indented)
    paragraphs: list[list[str]] = []
    for line, begins in zip(lines, indented, strict=True):
        if not paragraphs or (marked and begins):
            paragraphs.append([])
        paragraphs[-1].append(line.strip())
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
