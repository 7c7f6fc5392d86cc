"""Digests to records and back: nothing is lost, nothing unsafe comes in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.safety import faults
from tuireader.domain.entry import Digest, Entry, Paragraph, Problem
from tuireader.store.body_text import body_bytes, parse_body, texts_of_body
from tuireader.store.records import (
    DigestRecord,
    RecordError,
    check_record,
    digest_of,
    entry_record,
)
from tuireader.text import sanitise

texts = st.text(max_size=40).map(sanitise)
lines = texts.map(lambda text: text.replace("\n", " "))
words = st.text(min_size=1, max_size=12).map(
    lambda text: sanitise(text).replace("\n", " ")
)
wordlists = st.lists(words, max_size=4).map(tuple)
paragraphs = st.builds(
    Paragraph, texts, st.sampled_from(["ko", "en", "ja", "zh"]), st.booleans()
)
entries = st.builds(
    Entry,
    title=lines,
    authors=wordlists,
    date=st.none() | st.sampled_from(["2024-08-30", "2017-06-12"]),
    abstract=texts,
    commentary=st.lists(paragraphs, max_size=4).map(tuple),
    tags=wordlists,
    url=st.none() | words,
    arxiv_id=st.none() | words,
    references=wordlists,
    wikilinks=wordlists,
    section=lines,
    line=st.integers(1, 10_000),
)


def record_of(*entries: Entry) -> DigestRecord:
    return {
        "root": 0,
        "path": "2024/a.md",
        "size": 10,
        "mtime_ns": 20,
        "hash": "ab",
        "format": "vault",
        "reason": "address first",
        "encoding": "utf-8",
        "entries": [entry_record(entry) for entry in entries],
        "places": [place for n in range(len(entries)) for place in (n, 1)],
        "problems": [[3, "odd", "left alone"]],
    }


@given(st.lists(entries, max_size=3))
def test_a_digest_survives_json(found: list[Entry]) -> None:
    stored = json.loads(json.dumps(record_of(*found)))
    bodies = [parse_body(body_bytes(entry)) for entry in found]
    assert digest_of(check_record(stored), bodies) == Digest(
        "2024/a.md",
        "vault",
        "address first",
        "utf-8",
        tuple(found),
        (Problem(3, "odd", "left alone"),),
    )


def test_the_texts_of_a_body_come_without_marks_and_lists() -> None:
    said = (Paragraph("말", "ko"), Paragraph("words", "en", translation=True))
    entry = Entry("T", abstract="We show.", commentary=said, references=("1706.03762",))
    assert texts_of_body(body_bytes(entry).decode()).split("\x1e") == [
        "We show.",
        "말",
        "words",
    ]


@pytest.mark.parametrize("control", ["\x1d", "\x1e", "\x1f"])
def test_separators_that_slip_into_a_text_do_not_cut_it(control: str) -> None:
    entry = Entry("T", commentary=(Paragraph(f"a{control}b"), Paragraph("c")))
    assert [par.text for par in parse_body(body_bytes(entry)).commentary] == [
        "a\ufffdb",
        "c",
    ]


@pytest.mark.parametrize(
    "body",
    [b"", b"no parts", b"en-\x1e\x1e\x1eabstract", b"\x1e\x1e", b"\x1e\x1e\x1e\xff"],
)
def test_what_is_no_body_is_refused(body: bytes) -> None:
    with pytest.raises(RecordError):
        parse_body(body)


def test_a_text_that_a_format_let_through_is_made_safe_and_one_line() -> None:
    entry = Entry(
        "a\x1b[2J\nb", ("\x9b1m", "c\nd"), tags=("\u202e", "e\nf"), url="x\x00"
    )
    title, _, _, _, authors, tags, url, *_ = entry_record(entry)
    assert title == "a\ufffd[2J b"
    assert authors == "\ufffd1m\x7fc d"
    assert tags == "\ufffd\x7fe f"
    assert url == "x\ufffd"


def test_what_acts_on_a_terminal_is_replaced_on_the_way_in() -> None:
    record: Any = record_of(Entry("T", authors=("A",), tags=("t",)))
    bad = "\x1b]52;c;\u202e"
    _, line, flags, date, _, _, *rest = record["entries"][0]
    record["entries"][0] = [bad, line, flags, date, bad, bad, *rest]
    record["reason"] = "\x9b31m"
    digest = digest_of(check_record(record), [parse_body(b"\x1e\x1e\x1e\x1b[2J")])
    seen = repr(digest)
    assert "\\x1b" not in seen
    assert "\u202e" not in seen
    assert "\x9b" not in seen
    assert digest.entries[0].abstract == "\ufffd[2J"


FIELDS = (
    "title",
    "line",
    "flags",
    "date",
    "authors",
    "tags",
    "url",
    "arxiv_id",
    "section",
)


def damaged(change: dict[str, object], entry: dict[str, object]) -> dict[str, Any]:
    record: Any = record_of(Entry("T", date="2024-08-30"))
    fields = dict(zip(FIELDS, record["entries"][0], strict=True))
    record["entries"][0] = list((fields | entry).values())
    record.update(change)
    return {key: value for key, value in record.items() if value is not None}


@pytest.mark.parametrize(
    ("change", "entry"),
    [
        ({"path": None}, {}),
        ({"path": 7}, {}),
        ({"size": "10"}, {}),
        ({"size": True}, {}),
        ({"entries": {}}, {}),
        ({"entries": [None]}, {}),
        ({"problems": [["3", "odd", "left"]]}, {}),
        ({"problems": [[3, "odd"]]}, {}),
        ({}, {"title": None}),
        ({}, {"line": 1.5}),
        ({}, {"line": True}),
        ({}, {"flags": -1}),
        ({}, {"another": ""}),
        ({"places": [0]}, {}),
        ({"places": [0, 1.5]}, {}),
        ({"places": [0, -1]}, {}),
        ({}, {"date": 20240830}),
        ({}, {"authors": ["A", "B"]}),
        ({}, {"tags": {}}),
    ],
)
def test_a_field_of_another_kind_is_refused(
    change: dict[str, object], entry: dict[str, object]
) -> None:
    with pytest.raises(RecordError):
        check_record(damaged(change, entry))


@pytest.mark.parametrize("value", [None, [], "digest", 3])
def test_what_is_no_object_is_no_record(value: object) -> None:
    with pytest.raises(RecordError):
        check_record(value)


@given(entries, st.integers(0, 400))
def test_a_body_that_is_cut_keeps_what_came_and_says_so(entry: Entry, end: int) -> None:
    cut = parse_body(body_bytes(entry)[:end], whole=False)
    assert "more of this text" in cut.commentary[-1].text
    for paragraph in cut.commentary[:-2]:
        assert paragraph in entry.commentary
    assert faults(cut.abstract) == set()
