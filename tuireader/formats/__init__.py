"""Digest shapes, and the registry that finds the one a source has by its content.

A new shape is a module with a class that satisfies `base.Format`, and one line in
`FORMATS`. Order decides between equal scores, and a format that is `CERTAIN` ends the
asking: the cheap and frequent ones stand first.
"""

from collections.abc import Iterator

from tuireader.domain.entry import CUT, Digest, Problem
from tuireader.formats.base import Format, FormatError, Recognition, Source
from tuireader.formats.bibliography import Bibliography
from tuireader.formats.feed import Feed
from tuireader.formats.mailing import MailedListing
from tuireader.formats.markdown import HtmlDigest, MarkdownDigest
from tuireader.formats.other_markup import OrgDigest, RstDigest
from tuireader.formats.plain import PlainDigest
from tuireader.formats.sidecar import SidecarRecords
from tuireader.formats.table_text import TableText
from tuireader.formats.vault import VaultNote

FORMATS: tuple[Format, ...] = (
    VaultNote(),
    PlainDigest(),
    MarkdownDigest(),
    HtmlDigest(),
    MailedListing(),
    SidecarRecords(),
    Feed(),
    TableText(),
    Bibliography(),
    OrgDigest(),
    RstDigest(),
)

CERTAIN = 85
"""The score from which no other format is asked unless this one fails."""

CODE = frozenset((
    ".bash", ".bat", ".c", ".cc", ".cfg", ".cjs", ".cpp", ".cs", ".css", ".fish", ".go",
    ".h", ".hpp", ".ini", ".java", ".jl", ".js", ".jsx", ".kt", ".less", ".lock",
    ".lua", ".mjs", ".php", ".pl", ".ps1", ".py", ".pyi", ".rb", ".rs", ".scala",
    ".scss", ".sh", ".sql", ".swift", ".tcss", ".toml", ".ts", ".tsx", ".vue", ".zsh",
))  # fmt: skip
"""Extensions of programs: what makes a digest lies beside it and holds such links."""

MOST_LINES = 100_000
"""Lines read of one file: more than a lifetime of daily digests, and still a second."""

__all__ = ["CERTAIN", "FORMATS", "Format", "Recognition", "Source", "read_digest"]


def read_digest(source: Source) -> Digest:
    """Read `source` by the format that is surest of it.

    Never raises because of what a source holds: a format that fails leaves a problem.
    Where one fails or finds nothing, the next surest reads the source.

    Args:
        source: Safe text and the path it came from.
    """
    if source.extension in CODE:
        return Digest(source.path, encoding=source.encoding, problems=(_PROGRAM,))
    problems: list[Problem] = []
    if len(source.text) > MOST_LINES:
        source = _bounded(source, problems)
    empty: Digest | None = None
    for recognition, form in _ranked(source, problems):
        try:
            reading = form.read(source)
        except Exception as error:  # noqa: BLE001  one digest must not stop the others
            problems.append(_failed(form, error))
            continue
        digest = Digest(
            source.path,
            form.name,
            recognition.reason,
            source.encoding,
            reading.entries,
            (*problems, *reading.problems) if problems else reading.problems,
        )
        if digest.entries:
            return digest
        empty = empty or digest
    if empty:
        return empty
    if not problems:
        problems.append(_UNKNOWN)
    return Digest(source.path, encoding=source.encoding, problems=tuple(problems))


def _bounded(source: Source, problems: list[Problem]) -> Source:
    """Return `source` without what lies behind `MOST_LINES`, which is a problem."""
    if source.text.count("\n") <= MOST_LINES:
        return source
    lines = source.text.split("\n", MOST_LINES)[:MOST_LINES]
    what = f"more than {MOST_LINES:,} lines"
    done = f"{CUT}; split the file"
    problems.append(Problem(MOST_LINES + 1, what, done))
    return Source(source.path, "\n".join(lines), source.encoding)


_PROGRAM = Problem(0, "a program, by its name", "nothing was read")
_UNKNOWN = Problem(
    0,
    "no digest shape recognised",
    "nothing was read; `doctor` names the shapes and what they need",
)


def _ranked(
    source: Source, problems: list[Problem]
) -> Iterator[tuple[Recognition, Format]]:
    """Yield the formats that recognise `source`, the surest first.

    The next is asked only when the one before could not read it: asking all of them
    would be most of the cost of a note.
    """
    ranked: list[tuple[Recognition, Format]] = []
    for form in FORMATS:
        try:
            recognition = form.recognise(source)
        except Exception as error:  # noqa: BLE001  one format must not stop the others
            problems.append(_failed(form, error))
            continue
        if recognition.score >= CERTAIN:
            yield recognition, form
        elif recognition.score > 0:
            ranked.append((recognition, form))
    ranked.sort(key=lambda pair: -pair[0].score)
    yield from ranked


def _failed(form: Format, error: Exception) -> Problem:
    if isinstance(error, FormatError):
        return error.problem
    return Problem(
        0,
        f"reading it as {form.name} failed: {type(error).__name__}: {error}",
        "tried the next shape; please report this file's shape",
    )
