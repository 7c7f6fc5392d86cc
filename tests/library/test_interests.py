"""Papers in the order of what the reader stars."""

from pathlib import Path

import pytest

from tests.library.notes import write
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.library.unread import next_unread
from tuireader.query import Query

DAY = "".join(
    f"Paper {name} of Today\n(A. B.)\n모델 {name}.\n{tags}\n"
    for name, tags in (
        ("A", "#vision"), ("B", "#rl #llm"), ("C", "#llm"), ("D", ""), ("E", "#rl"),
    )
)  # fmt: skip


@pytest.fixture
def day(tmp_path: Path) -> Library:
    """A library of five papers of one day."""
    folder = write(tmp_path / "day", {"2024-08-30.txt": DAY})
    return Loader([folder], tmp_path / "cache").refresh().library


def listed(library: Library) -> str:
    return "".join(library.title_at(row)[6] for row in range(len(library)))


def test_without_a_star_all_papers_are_others(day: Library) -> None:
    found = day.matching(Query.parse("sort:interest"))
    assert listed(found) == "ABCDE"
    assert found.days() == ((0, "others", 5),)


def test_the_tag_starred_most_comes_first_and_each_paper_once(day: Library) -> None:
    papers = list(day.listed_papers())
    day.marks.set_starred([papers[1], papers[2]], True)
    found = day.matching(Query.parse("sort:interest"))
    assert listed(found) == "BCEAD"
    assert found.days() == ((0, "#llm", 2), (2, "#rl", 1), (3, "others", 2))


def test_of_tags_starred_as_often_the_commoner_comes_first(day: Library) -> None:
    papers = list(day.listed_papers())
    day.marks.set_starred([papers[0], papers[4]], True)
    found = day.matching(Query.parse("is:unread sort:interest"))
    assert [name for _, name, _ in found.days()] == ["#rl", "#vision", "others"]


def test_the_queue_keeps_its_own_order(day: Library) -> None:
    papers = list(day.listed_papers())
    for place in (3, 0, 4):
        day.marks.set_queued([papers[place]], True)
    found = day.matching(Query.parse("is:queued sort:queue"))
    assert listed(found) == "DAE"
    day.marks.move_in_queue(papers[4], -2)
    assert listed(day.matching(found.query)) == "EDA"
    assert found.days() == ()


def test_the_next_unread_paper_is_found_near_and_far(
    tmp_path: Path, cache: Path
) -> None:
    text = "".join(
        f"Paper {n:04} of Many\n(A. B.)\n모델 {n}.\n#tag\n" for n in range(600)
    )
    folder = write(tmp_path / "many", {"2024-08-30.txt": text})
    library = Loader([folder], cache).refresh().library
    library.warm()
    papers = list(library.listed_papers())
    kept = {0, 3, 500}
    read = [paper for row, paper in enumerate(papers) if row not in kept]
    library.marks.set_read(read, True)
    assert next_unread(library, 0, 1) == 3
    assert next_unread(library, 3, 1) == 500
    assert next_unread(library, 500, 1) is None
    assert next_unread(library, 500, -1) == 3
    assert next_unread(library, 0, -1) is None
