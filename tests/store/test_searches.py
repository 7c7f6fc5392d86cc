"""Saved searches: named, kept in order, never lost to damage or another program."""

from pathlib import Path

import pytest

from tuireader.store.searches import FILE, SavedSearch, SavedSearches, SearchesError


@pytest.fixture(params=["file", "memory"])
def searches(request: pytest.FixtureRequest, tmp_path: Path) -> SavedSearches:
    return SavedSearches(tmp_path / "new" if request.param == "file" else None)


def test_they_keep_their_order_and_a_name_is_saved_once(
    searches: SavedSearches,
) -> None:
    for name, query in (("강화", "#rl"), ("b", "moe"), ("강화", "#rl after:2024")):
        searches.save(name, query)
    assert searches.all() == (
        SavedSearch("강화", "#rl after:2024"),
        SavedSearch("b", "moe"),
    )


def test_they_are_renamed_in_their_place_and_removed(searches: SavedSearches) -> None:
    for name in "abc":
        searches.save(name, name)
    searches.rename("b", "x")
    searches.remove("a")
    assert [search.name for search in searches.all()] == ["x", "c"]


def test_what_cannot_be_is_said(searches: SavedSearches) -> None:
    searches.save("a", "a")
    searches.save("b", "b")
    with pytest.raises(SearchesError, match="needs a name"):
        searches.save(" ", "a")
    with pytest.raises(SearchesError, match="already"):
        searches.rename("a", "b")
    with pytest.raises(SearchesError, match="no search"):
        searches.rename("z", "y")
    with pytest.raises(SearchesError, match="no search"):
        searches.remove("z")
    assert len(searches.all()) == 2


def test_two_programs_lose_nothing_of_each_other(tmp_path: Path) -> None:
    one, other = SavedSearches(tmp_path), SavedSearches(tmp_path)
    one.save("a", "a")
    other.save("b", "b")
    one.save("c", "c")
    assert [search.name for search in other.all()] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"\xff", b'{"searches": [1]}', b'{"searches": 3}']
)
def test_a_damaged_file_is_named_and_never_written_over(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE).write_bytes(content)
    searches = SavedSearches(tmp_path)
    with pytest.raises(SearchesError, match=FILE):
        searches.all()
    with pytest.raises(SearchesError, match=FILE):
        searches.save("a", "a")
    assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SearchesError, match=r"^not saved: /.*/below: Not a directory$"):
        SavedSearches(tmp_path / "file" / "below").save("a", "a")
