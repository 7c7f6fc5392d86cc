"""Papers that appear on several days are counted under each, as a filter finds them."""

from collections import Counter
from pathlib import Path

import pytest

from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.query import Query

DAYS = {
    "2019-05-01": ["Both Years", "Same Year"],
    "2019-08-30": ["Same Year"],
    "2019-08-31": ["Three Times", "Only There"],
    "2020-01-01": ["Both Years", "Three Times"],
    "2020-01-02": ["Three Times", "Later"],
}
QUERIES = [
    "", "title:both", "date:2019", "date:2019-05", "date:2020-01-01",
    "after:2019-08-31", "-title:only", "date:2019 OR title:three", "-date:2019",
    "before:2020 -title:three", "date:2019,2020-01-02",
]  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "digests"
    folder.mkdir()
    for day, titles in DAYS.items():
        entries = [f"{title} of Papers\n(A. B.)\n이야기.\n#tag\n" for title in titles]
        text = f"{day}\n{''.join(entries)}"
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
    (folder / "undated.txt").write_text(
        "Only There of Papers\n(A. B.)\n이야기.\n#tag\n", encoding="utf-8"
    )
    return Loader([folder], tmp_path / "cache").refresh().library


def found_under(library: Library) -> dict[str, int]:
    """How many papers the facets tell by year, month and day."""
    found = Counter(library.facets.again)
    for day, papers in library.facets.days:
        for start in {day[:4], day[:7], day}:
            found[start] += papers
    return dict(found)


@pytest.mark.parametrize("text", QUERIES)
def test_a_date_counts_what_a_filter_by_it_leaves(library: Library, text: str) -> None:
    query = Query.parse(text)
    found = library.matching(query)
    assert len(found)
    told = found_under(found)
    for start, papers in told.items():
        both = query.with_clause(f"date:{start or 'undated'}")
        assert len(library.matching(both)) == papers, start
        if query.matches_date("") is None:
            assert len(library.matching(query.with_date(start))) == papers, start
    sliced = library.matching(query)
    assert list(sliced.counting()) or not text
    assert sliced.facets == found.facets


def test_a_paper_is_counted_once_under_a_year_whatever_its_days(
    library: Library,
) -> None:
    assert len(library) == 5
    told = found_under(library)
    assert (told["2019"], told["2020"], told["2019-08"], told.get("")) == (
        4,
        3,
        3,
        None,
    )
    assert dict(library.facets.days) == {
        "2020-01-02": 2, "2020-01-01": 1, "2019-08-31": 1, "2019-08-30": 1,
    }  # fmt: skip


@pytest.mark.parametrize("text", QUERIES)
def test_unread_papers_are_counted_as_papers_are(library: Library, text: str) -> None:
    """Also when papers were read, and unread again, since they were counted."""
    every = library.matching(Query.parse(""))
    every.build_state()
    papers = [every.paper_at(row) for row in range(len(every))]
    every.marks.set_read(papers, read=False)
    found = library.matching(Query.parse(text))
    counts = found.counts
    assert counts is not None
    assert counts.unread_again == found.facets.again
    every.marks.set_read(papers[:1], read=True)
    unread = library.matching(Query.parse(f"({text or '-title:x'}) is:unread"))
    again = found.counts
    assert again is not None
    assert again.unread_again == unread.facets.again
    every.marks.set_read(papers[:1], read=False)
    assert found.counts == counts
