"""Events and papers that the tests of the state make up."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from tuireader.domain.events import (
    NOTE,
    QUEUE,
    READ,
    STAR,
    TAG,
    Event,
    Keys,
    Value,
    value_in,
)
from tuireader.store.state import State, Wish

PAPERS: tuple[Keys, ...] = (
    ("arxiv:2408.16293", "title:physics"),
    ("title:physics",),
    ("arxiv:2401.00001", "title:physics"),
    ("url:example.org/post", "title:apost"),
    ("title:alone",),
)
"""Keys of papers, some of which are one: the second is the first before its link."""

VALUES: dict[str, st.SearchStrategy[Value]] = {
    READ: st.sampled_from([True, False, None]),
    STAR: st.sampled_from([True, False, None]),
    QUEUE: st.floats(-100, 100) | st.none(),
    NOTE: st.text(alphabet="ab 한글\n", min_size=1) | st.none(),
    f"{TAG}moe": st.sampled_from(["moe", "MoE", None]),
}


@st.composite
def event(draw: st.DrawFn) -> Event:
    """Return an event; ids and times are few, so that equal ones meet."""
    kind = draw(st.sampled_from(sorted(VALUES)))
    return Event(
        draw(st.sampled_from(["a1", "b2", "c3"])),
        draw(st.integers(0, 3)),
        kind,
        draw(VALUES[kind]),
        tuple(draw(st.lists(st.sampled_from(PAPERS), min_size=1, max_size=3))),
    )


def put(state: State, kind: str, value: Value, *papers: Keys) -> list[Event]:
    """Do one thing to papers."""
    return state.change(lambda _: [Wish(kind, value, papers or PAPERS[:1])])


def star(state: State, *numbers: int) -> None:
    """Star papers by number, a change each."""
    for number in numbers:
        put(state, STAR, True, numbered(number))


def numbered(number: int) -> Keys:
    """Return the keys of a paper."""
    return f"arxiv:2401.{number:05}", f"title:paper{number}"


def starred(state: State, numbers: Iterable[int]) -> set[int]:
    """Return those of `numbers` that are starred."""
    return {n for n in numbers if value_in(state.fields(numbered(n)), STAR)}


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold, but for the lock."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.is_file() and file.name != ".lock"
    }
