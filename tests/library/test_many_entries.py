"""A paper that stands in very many entries costs no more than the screen can wait."""

import pytest

from tuireader.library.library import Library
from tuireader.library.loader import Loader

ENTRIES = 1_000
ENTRY = "Paper of One Title\n(Ada Moor, Bo Ek)\n설명 {n}.\n#tag #t{n}\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """One paper in a thousand entries of a day, once of a day before, once undated."""
    folder = tmp_path_factory.mktemp("digests")
    many = "".join(ENTRY.format(n=n) for n in range(ENTRIES))
    (folder / "2024-01-02.txt").write_text(f"2024년 1월 2일\n{many}", "utf-8")
    old = f"2023년 1월 2일\n{ENTRY.format(n='old')}"
    (folder / "2023-01-02.txt").write_text(old, "utf-8")
    (folder / "some.txt").write_text(ENTRY.format(n="undated"), "utf-8")
    return Loader((folder,), tmp_path_factory.mktemp("cache")).refresh().library


def test_it_tells_the_newest_the_oldest_and_that_one_is_undated(
    library: Library,
) -> None:
    paper = library.paper_at(0)
    assert len(library) == 1
    assert len(paper.entries) == ENTRIES + 2
    assert len(paper.appearances) < ENTRIES / 2
    assert {seen.date for seen in paper.appearances} == {"2024-01-02", "2023-01-02", ""}
    assert [seen.date for seen in paper.appearances[-2:]] == ["2023-01-02", ""]


def test_all_its_appearances_and_tags_can_be_had(library: Library) -> None:
    paper = library.paper_at(0)
    assert len(list(library.appearances(paper))) == ENTRIES + 2
    assert len(paper.tags) == ENTRIES + 3


def test_its_keys_are_the_same_before_and_after_all_are_known(library: Library) -> None:
    before = library.paper_at(0).keys
    library.warm()
    assert library.paper_at(0).keys == before
    assert library.state_of(library.paper_at(0)) == library.state_at(0)
