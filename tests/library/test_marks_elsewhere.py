"""Marks of papers that move, of other programs, and while much is marked."""

from pathlib import Path
from threading import Event, Thread

import pytest

from tests.library.notes import write
from tests.library.test_marks import ALL, counted_anew, listed, states
from tuireader.domain.events import PaperState
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.library.marks import Marks
from tuireader.library.tally import StateCounts
from tuireader.query import Query
from tuireader.store.state import State, StateError


def test_counts_wait_until_the_state_of_all_is_known(
    library: Library,
) -> None:
    before = library.counts
    assert before is None
    library.warm()
    assert library.counts is not None
    assert library.counts.unread == 1
    assert library.matching(Query.parse("is:read")).counts is not None


def test_a_star_follows_the_paper_to_its_link_and_other_files(
    vault: Path, cache: Path, tmp_path: Path
) -> None:
    state = State.open(tmp_path / "state")
    library = Loader([vault], cache, state).refresh().library
    row = library.row_of("title:apaperthatnonoteisabout")
    assert row is not None
    library.marks.set_starred([library.paper_at(row)], True)
    elsewhere = write(
        tmp_path / "elsewhere",
        {
            "240901 A paper that no note is about!.md": (
                "https://arxiv.org/abs/2409.00001\n\n링크가 생겼다.\n"
            ),
        },
    )
    again = Loader([elsewhere], cache, State.open(tmp_path / "state")).refresh()
    assert again.library.key_at(0) == "arxiv:2409.00001"
    assert again.library.state_at(0).starred


def test_what_cannot_be_kept_changes_nothing_in_memory(
    vault: Path, cache: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    loaded = Loader([vault], cache, State.open(tmp_path / "file")).refresh()
    library = loaded.library
    assert "what is new next time cannot be told" in loaded.report.messages[0]
    library.warm()
    before = states(library), library.counts
    with pytest.raises(StateError):
        library.marks.set_starred([library.paper_at(0)], True)
    assert (states(library), library.counts) == before
    assert library.marks.undo() is None


def test_marks_of_another_program_arrive_with_a_refresh(
    vault: Path, cache: Path, tmp_path: Path
) -> None:
    here = Loader([vault], cache, State.open(tmp_path / "state")).refresh().library
    here.warm()
    there = Loader([vault], cache, State.open(tmp_path / "state")).refresh().library
    there.marks.set_starred(list(there.listed_papers()), True)
    there.marks.add_tags([there.paper_at(0)], ["elsewhere"])
    assert here.counts is not None
    assert here.counts.starred == 0
    assert here.marks.refresh()
    assert here.counts is not None
    assert here.counts.starred == ALL
    assert listed(here, "#elsewhere") == ["Attention"]


def test_marks_of_no_library_are_kept_too() -> None:
    marks = Marks()
    library = Library.empty()
    library.warm()
    assert library.counts == StateCounts(0, 0, 0, 0, {}, {})
    assert marks.queue() == ()


def test_rows_are_told_while_everything_is_marked(library: Library) -> None:
    """The screen's thread looks while a worker marks; both see whole states."""
    library.warm()
    papers = list(library.listed_papers())
    seen: set[PaperState] = set()
    done = Event()

    def mark() -> None:
        for number in range(60):
            library.marks.set_read(papers, number % 2 == 0)
            library.marks.add_tags(papers, [f"tag{number % 3}"])
            library.marks.undo()
        done.set()

    worker = Thread(target=mark)
    worker.start()
    while not done.is_set():
        seen.update(library.state_at(row) for row in range(len(library)))
        counts = library.counts
        assert counts is not None
        assert 0 <= counts.unread <= ALL
    worker.join()
    assert library.counts == counted_anew(library)
    assert {state.tags for state in seen} <= {(), ("tag0",), ("tag1",), ("tag2",)}
