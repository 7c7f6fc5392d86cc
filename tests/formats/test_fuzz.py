"""Whatever a file holds: no exception, no failed reader, and nothing unsafe."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.formats.samples import DIGEST, NOTE
from tests.fuzzing import digests, examples, names, payloads
from tests.safety import faults, texts_of
from tuireader.domain.entry import Digest, Entry
from tuireader.formats import FORMATS, Source, read_digest
from tuireader.formats.base import Format, FormatError, Reading
from tuireader.store.body_text import body_bytes, parse_body
from tuireader.store.records import check_record, entry_record, shown_path
from tuireader.text import decode

MUTATED = st.sampled_from([DIGEST, NOTE])


@st.composite
def cut_and_filled(draw: st.DrawFn) -> str:
    """A good digest with payloads put into it and pieces taken out."""
    text = draw(MUTATED)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 30))
        text = text[:place] + draw(st.one_of(payloads, digests)) + text[place + gone :]
    return text


def source(text: str, path: str) -> Source:
    decoded = decode(text.encode("utf-8", "replace"))
    return Source(shown_path(path), decoded.text, decoded.encoding)


def check(digest: Digest) -> None:
    for text in texts_of(digest):
        assert faults(text) == set(), text
    assert not [p for p in digest.problems if "failed" in p.what], digest.problems
    for entry in digest.entries:
        check_entry(entry)


def check_entry(entry: Entry) -> None:
    one_line = (entry.title, *entry.authors, *entry.tags, entry.url or "")
    assert not any("\n" in text for text in one_line)
    body = parse_body(body_bytes(entry))
    assert body.commentary == entry.commentary
    assert entry_record(entry)[0] == entry.title


@pytest.mark.threat("T1", "T4", "T36")
@given(st.one_of(digests, cut_and_filled(), st.text(max_size=300)), names)
@example("---\na: &a [*a]\n---\n", "x.md")
@example('[{"title": "\\ud800\\u001b"}]', "x.json")
@example("&#27;&#155;&#x202e;", "x.html")
@examples(300)
def test_every_file_is_read_or_named(text: str, path: str) -> None:
    check(read_digest(source(text, path)))


@pytest.mark.threat("T36")
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@given(st.one_of(digests, cut_and_filled()), names)
@examples(100)
def test_every_shape_survives_being_asked_for_any_file(
    form: Format, text: str, path: str
) -> None:
    """Recognition may err: the shape that is asked must not fail on another's file."""
    given_source = source(text, path)
    recognition = form.recognise(given_source)
    assert 0 <= recognition.score <= 100
    assert faults(recognition.reason) == set()
    try:
        reading = form.read(given_source)
    except FormatError as error:
        reading = Reading((), (error.problem,))
    check(Digest("x", form.name, entries=reading.entries, problems=reading.problems))


@pytest.mark.threat("T31")
@given(st.binary(max_size=400), names)
@examples(100)
def test_any_bytes_are_read_or_named(data: bytes, path: str) -> None:
    decoded = decode(data)
    check(read_digest(Source(shown_path(path), decoded.text, decoded.encoding)))


def test_a_record_of_what_was_read_is_taken_back() -> None:
    digest = read_digest(source(DIGEST, "2024-08-30.txt"))
    record = {
        "root": 0, "path": "x", "size": 1, "mtime_ns": 1, "hash": "", "reason": "",
        "format": "plain", "encoding": "utf-8",
        "entries": [list(entry_record(entry)) for entry in digest.entries],
        "places": [0, 1] * len(digest.entries),
    }  # fmt: skip
    assert check_record(record)["entries"][0][0] == digest.entries[0].title
