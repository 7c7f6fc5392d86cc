"""The registry: the surest format reads, and no failure stops a file."""

import pytest

from tests.formats.samples import DIGEST, NOTE, source
from tuireader import formats
from tuireader.domain.entry import Entry, Problem
from tuireader.formats import MOST_LINES, Source, read_digest
from tuireader.formats.base import FormatError, Reading, Recognition


class Shape:
    """A format of the test's own."""

    name = "shape"

    def __init__(self, score: int, reading: Reading | Exception) -> None:
        self._score = score
        self._reading = reading

    def recognise(self, _source: Source) -> Recognition:
        return Recognition(self._score, "because")

    def read(self, _source: Source) -> Reading:
        if isinstance(self._reading, Exception):
            raise self._reading
        return self._reading


GOOD = Reading((Entry("A"),), (Problem(3, "odd", "kept"),))


def use(monkeypatch: pytest.MonkeyPatch, *shapes: Shape) -> None:
    monkeypatch.setattr(formats, "FORMATS", shapes)


def test_the_highest_score_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Shape(20, Reading((Entry("B"),))), Shape(60, GOOD))
    digest = read_digest(Source("a/x.txt", "text", "cp949"))
    assert digest.entries == GOOD.entries
    assert digest.problems == GOOD.problems
    assert (digest.source, digest.encoding) == ("a/x.txt", "cp949")
    assert (digest.format, digest.reason) == ("shape", "because")


@pytest.mark.parametrize(
    ("failure", "what"),
    [
        (FormatError(Problem(7, "broken", "")), "broken"),
        (ValueError("x"), "reading it as shape failed: ValueError: x"),
        (RecursionError(), "reading it as shape failed: RecursionError: "),
    ],
)
def test_where_one_fails_the_next_reads_and_it_is_told(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, what: str
) -> None:
    use(monkeypatch, Shape(90, failure), Shape(20, GOOD))
    digest = read_digest(source("text"))
    assert digest.entries == GOOD.entries
    assert [problem.what for problem in digest.problems] == [what, "odd"]


def test_where_one_finds_nothing_the_next_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, Shape(60, Reading(())), Shape(20, GOOD))
    assert read_digest(source("text")).entries == GOOD.entries


def test_what_nothing_recognises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Shape(0, GOOD))
    digest = read_digest(source("text"))
    assert (digest.format, digest.entries) == ("", ())
    assert digest.problems[0].what == "no digest shape recognised"


def test_digests_and_notes_find_their_formats() -> None:
    assert read_digest(source(DIGEST)).format == "plain"
    assert read_digest(source(NOTE, "240830 Physics.md")).format == "vault"
    assert read_digest(source(NOTE, "note.txt")).format == "vault"


@pytest.mark.threat("T29")
def test_lines_behind_the_limit_are_told() -> None:
    digest = read_digest(source(DIGEST + "\n" * MOST_LINES))
    assert len(digest.entries) == 3
    assert digest.problems[0].line == MOST_LINES + 1


@pytest.mark.parametrize("name", ["tools/fetch.py", "site.CSS", "pyproject.toml"])
def test_programs_beside_digests_are_no_digests(name: str) -> None:
    """What makes a digest often lies beside it, and holds the same links."""
    digest = read_digest(Source(name, DIGEST))
    assert not digest.entries
    assert [problem.what for problem in digest.problems] == ["a program, by its name"]
    assert read_digest(Source("digest", DIGEST)).entries
