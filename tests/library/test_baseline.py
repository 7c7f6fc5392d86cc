"""What counts as read when a library is first read, and what is new after that."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.library.notes import write
from tuireader.library.baseline import Baseline
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.query import Query
from tuireader.store.state import State

NOTES = {
    "240828 Older.md": "https://arxiv.org/abs/2408.00001\n\n어제의 논문.\n",
    "240830 Newest.md": "https://arxiv.org/abs/2408.00002\n\n오늘의 논문.\n",
    "Undated.md": "https://arxiv.org/abs/2408.00003\n\n*Undated* (A. B.)\n\n없다.\n",
}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write(tmp_path / "notes", NOTES)


def opened(notes: Path, tmp_path: Path) -> Library:
    """Open the library as another run of the program does."""
    state = State.open(tmp_path / "state")
    library = Loader([notes], tmp_path / "cache", state).refresh().library
    assert state.messages == ()
    return library


def unread(library: Library) -> set[str]:
    found = library.matching(Query.parse("is:unread"))
    by_query = {found.title_at(row) for row in range(len(found))}
    by_row = {
        library.title_at(row)
        for row in range(len(library))
        if not library.state_at(row).read
    }
    assert by_query == by_row
    return by_query


def test_all_before_the_newest_day_counts_as_read(notes: Path, tmp_path: Path) -> None:
    assert unread(opened(notes, tmp_path)) == {"Newest"}


def test_what_comes_later_is_new_with_a_day_or_without(
    notes: Path, tmp_path: Path
) -> None:
    opened(notes, tmp_path)
    write(
        notes,
        {
            "240901 Next.md": "https://arxiv.org/abs/2409.00001\n\n내일.\n",
            "Another.md": "https://arxiv.org/abs/2409.00002\n\n*Another* (C. D.)\n",
            "200101 Found late.md": "https://arxiv.org/abs/2001.00001\n\n옛날.\n",
        },
    )
    assert unread(opened(notes, tmp_path)) == {"Newest", "Next", "Another"}
    assert unread(opened(notes, tmp_path)) == {"Newest", "Next", "Another"}


def test_a_paper_that_was_there_is_not_new_when_it_appears_again(
    notes: Path, tmp_path: Path
) -> None:
    opened(notes, tmp_path)
    write(notes, {"240901 Older.md": "https://arxiv.org/abs/2408.00001\n\n다시.\n"})
    assert unread(opened(notes, tmp_path)) == {"Newest"}


def test_a_misprinted_year_does_not_make_all_to_come_read(
    notes: Path, tmp_path: Path
) -> None:
    write(notes, {"990101 Misprint.md": "https://arxiv.org/abs/2408.00009\n\n!\n"})
    found = unread(opened(notes, tmp_path))
    assert "Newest" in found
    write(notes, {"240901 Next.md": "https://arxiv.org/abs/2409.00001\n\n내일.\n"})
    assert unread(opened(notes, tmp_path)) == {*found, "Next"}


def test_each_set_of_paths_has_its_own_and_what_is_read_is_read_everywhere(
    notes: Path, tmp_path: Path
) -> None:
    library = opened(notes, tmp_path)
    library.marks.set_read([library.paper_at(0)], True)
    (tmp_path / "other").mkdir()
    copy = write(tmp_path / "other", NOTES | {"240829 A.md": "https://a.org\n\n가.\n"})
    (copy / "240830 Newest.md").rename(copy / "240831 Renamed.md")
    assert unread(opened(copy, tmp_path)) == set()
    library.marks.undo()
    assert unread(opened(copy, tmp_path)) == {"Renamed"}


def test_an_empty_library_has_none_yet(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    opened(empty, tmp_path)
    write(empty, NOTES)
    assert unread(opened(empty, tmp_path)) == {"Newest"}


def test_it_counts_before_it_is_kept(notes: Path, tmp_path: Path) -> None:
    Loader([notes], tmp_path / "cache").refresh()
    state = State.open(tmp_path / "state")
    cached = Loader([notes], tmp_path / "cache", state).cached()
    assert cached is not None
    assert unread(cached) == {"Newest"}
    assert not (tmp_path / "state").exists()


def test_the_first_of_two_machines_counts(notes: Path, tmp_path: Path) -> None:
    opened(notes, tmp_path)
    write(notes, {"240901 Next.md": "https://arxiv.org/abs/2409.00001\n\n내일.\n"})
    there = State.open(tmp_path / "there")
    later = Loader([notes], tmp_path / "cache", there).refresh().library
    later.warm()
    assert unread(later) == {"Next"}
    there.merge(State.open(tmp_path / "state").events())
    assert unread(later) == {"Newest", "Next"}
    assert later.counts is not None
    assert later.counts.unread == 2


@pytest.mark.parametrize("text", ["", " ", "2024-08-30", "2024-08-30 ???", "x AAAA"])
def test_a_text_that_is_none_says_nothing_of_undated_papers(text: str) -> None:
    found = Baseline.parse(text)
    assert not found.counts([""], ["title:a"])


def test_a_library_of_papers_to_come_takes_all_for_new() -> None:
    catalogue = Library.empty()._shelf.catalogue
    later = (date(2024, 1, 1) + timedelta(days=9)).isoformat()
    found = Baseline.of_day(catalogue._replace(runs=((later, 3),)), date(2024, 1, 1))
    assert not found.counts([later], [])
