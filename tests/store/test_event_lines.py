"""Events as lines: what is no event is refused, and texts are made safe."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.events import PAPERS, event
from tuireader.domain.events import LATEST, STAR, Event
from tuireader.store.event_lines import EventError, from_line, from_record, to_line
from tuireader.text import sanitise

GOOD = {
    "id": "a1b2", "time": 5, "kind": "star", "value": True, "papers": [["title:a"]],
}  # fmt: skip


@given(event())
def test_an_event_comes_back_as_it_was(given_event: Event) -> None:
    assert from_line(to_line(given_event)) == given_event


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""}, {"id": 7}, {"id": "a" * 65}, {"id": "../x"}, {"id": None},
        {"time": -1}, {"time": 1.5}, {"time": "5"}, {"time": LATEST}, {"time": True},
        {"kind": "stars"}, {"kind": None}, {"kind": "tag:"}, {"kind": []},
        {"value": "yes"}, {"value": 1}, {"value": []}, {"value": {}},
        {"kind": "queue", "value": float("nan")}, {"kind": "queue", "value": True},
        {"kind": "note", "value": 3}, {"kind": "read", "value": 0},
        {"kind": "queue", "value": 10**400}, {"kind": "baseline", "value": None},
        {"papers": []}, {"papers": [[]]}, {"papers": {}}, {"papers": ["title:a"]},
        {"papers": [["a"]]}, {"papers": [[1]]}, {"papers": None},
        {"papers": [["title:a"] * 65]},
    ],
)  # fmt: skip
def test_what_is_no_event_is_refused(change: dict[str, object]) -> None:
    assert from_record(GOOD)
    with pytest.raises(EventError):
        from_record(GOOD | change)


@pytest.mark.parametrize(
    "line", [b"", b"null", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"id": 1}', b"5"]
)
def test_what_is_no_line_of_events_is_refused(line: bytes) -> None:
    with pytest.raises(EventError):
        from_line(line)


def test_notes_and_tags_from_elsewhere_are_made_safe() -> None:
    hostile = "\x1b]52;c;x\x07 \u202e"
    note = from_record(GOOD | {"kind": "note", "value": hostile})
    assert note.value == sanitise(hostile)
    tag = from_record(GOOD | {"kind": f"tag:{hostile}", "value": hostile})
    assert sanitise(tag.kind) == tag.kind
    assert tag.value == sanitise(hostile)


@given(st.text())
def test_a_key_from_elsewhere_is_compared_as_it_is_and_written_safely(
    rest: str,
) -> None:
    found = Event("a", 1, STAR, True, ((f"title:{rest}",),))
    line = to_line(found)
    assert from_line(line) == found
    assert sanitise(line.decode()) == line.decode()
    assert json.loads(line)["papers"] == [[f"title:{rest}"]]


def test_a_key_may_hold_half_a_surrogate_pair() -> None:
    found = Event("a", 1, STAR, True, (("title:\ud800",), PAPERS[0]))
    assert from_line(to_line(found)) == found
