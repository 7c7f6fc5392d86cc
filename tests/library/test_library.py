"""The library: what is listed, in which order, under which appearance, what text."""

from pathlib import Path

import pytest

from tests.library.notes import VAULT, write
from tuireader.domain.catalogue import TagCount
from tuireader.domain.links import LinkOrigin
from tuireader.domain.paper import Body
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.query import Query

ATTENTION = "Attention Is All You Need"


def titles(library: Library) -> list[str]:
    return [library.title_at(row) for row in range(len(library))]


def listed(library: Library, query: str) -> list[str]:
    return titles(library.matching(Query.parse(query)))


def test_papers_are_listed_once_newest_first(library: Library) -> None:
    assert titles(library) == [
        ATTENTION,
        "A Paper That No Note Is About",
        "Training Compute-Optimal Large Language Models",
        "Scaling Laws for Neural Language Models",
    ]
    assert len(library) == library.total == 4
    assert [library.date_at(row) for row in range(4)] == [
        "2024-08-30", "2024-08-30", "2022-03-29", "2020-01-23",
    ]  # fmt: skip


def test_a_paper_names_all_its_appearances(library: Library) -> None:
    paper = library.paper_at(0)
    assert [(seen.date, seen.source) for seen in paper.appearances] == [
        ("2024-08-30", "2024-08-30.txt"),
        ("2017-06-12", "2017/170612 Attention Is All You Need.md"),
    ]
    assert (paper.date, paper.source, paper.line) == ("2024-08-30", "2024-08-30.txt", 2)
    assert paper.keys == ("arxiv:1706.03762", "title:attentionisallyouneed")
    assert paper.key == library.key_at(0) == "arxiv:1706.03762"


def test_tags_of_all_appearances_count_each_once(library: Library) -> None:
    assert library.paper_at(0).tags == (
        "attention", "transformer", "Machine_Translation",
    )  # fmt: skip
    assert library.facets.tags == (
        TagCount("llm", "llm", 3),
        TagCount("scaling-law", "scaling-law", 2),
        TagCount("attention", "attention", 1),
        TagCount("machine-translation", "Machine_Translation", 1),
        TagCount("transformer", "transformer", 1),
    )


def test_under_a_date_filter_the_newest_fitting_appearance_shows(
    library: Library,
) -> None:
    found = library.matching(Query.parse("date:2017"))
    assert titles(found) == [ATTENTION]
    paper = found.paper_at(0)
    assert (paper.date, paper.format) == ("2017-06-12", "vault")
    assert found.date_at(0) == "2017-06-12"
    assert found.facets.days == (("2017-06-12", 1),)
    assert found.days() == ((0, "2017-06-12", 1),)


def test_shown_appearances_decide_the_order(library: Library) -> None:
    found = library.matching(Query.parse("before:2024"))
    assert titles(found)[-1] == ATTENTION


@pytest.mark.parametrize("query", ["", "sort:old", "llm", "sort:old before:2024"])
def test_days_begin_where_the_list_says(library: Library, query: str) -> None:
    found = library.matching(Query.parse(query))
    by_day: dict[str, list[int]] = {}
    for row in range(len(found)):
        by_day.setdefault(found.date_at(row), []).append(row)
    assert list(found.days()) == [
        (rows[0], day, len(rows)) for day, rows in by_day.items()
    ]


def test_orders(library: Library) -> None:
    assert listed(library, "sort:old")[0].startswith("Scaling Laws")
    assert listed(library, "sort:title") == sorted(titles(library))
    assert library.matching(Query.parse("sort:title")).days() == ()
    assert listed(library, "attention sort:match")[0] == ATTENTION


def test_the_undated_come_last_in_either_order(tmp_path: Path, cache: Path) -> None:
    notes = dict(VAULT) | {"Undated.md": "https://arxiv.org/abs/1512.03385\n\n잔차.\n"}
    loaded = Loader([write(tmp_path / "notes", notes)], cache).refresh().library
    for query in ("", "sort:old"):
        found = loaded.matching(Query.parse(query))
        assert found.date_at(len(found) - 1) == ""
        assert found.days()[-1][1:] == ("", 1)
    assert loaded.facets.days[-1] == ("", 1)


def test_words_are_sought_in_every_appearance(library: Library) -> None:
    assert listed(library, "명료한 순환") == [ATTENTION]
    assert listed(library, "note:거듭제곱") == [
        "Scaling Laws for Neural Language Models"
    ]
    assert listed(library, "abstract:거듭제곱") == []
    assert listed(library, "has:abstract -scaling") == [ATTENTION]


def test_narrowing_gives_what_searching_everything_gives(library: Library) -> None:
    typed = "llm scaling"
    narrowed = library
    for end in range(1, len(typed) + 1):
        narrowed = narrowed.matching(Query.parse(typed[:end]))
        assert titles(narrowed) == listed(library, typed[:end])
    # A wider query than the last one starts from the whole library again.
    assert titles(narrowed.matching(Query.parse("llm"))) == listed(library, "llm")
    assert len(narrowed.matching(Query.parse(""))) == library.total


def test_facets_are_of_what_is_listed(library: Library) -> None:
    found = library.matching(Query.parse("#scaling-law"))
    assert [(tag.tag, tag.count) for tag in found.facets.tags] == [
        ("llm", 2),
        ("scaling-law", 2),
    ]
    assert found.facets.days == (("2022-03-29", 1), ("2020-01-23", 1))
    assert found.all_facets == library.facets


def test_a_paper_is_found_by_any_of_its_keys(library: Library) -> None:
    everything = library.matching(Query.parse("sort:title"))
    for listing in (library, everything):
        for row in range(len(listing)):
            for key in listing.paper_at(row).keys:
                assert listing.row_of(key) == row
    assert library.row_of("arxiv:9999.99999") is None
    assert (
        library.matching(Query.parse("#scaling-law")).row_of(library.key_at(0)) is None
    )


def test_bodies_are_merged_the_shown_one_first(library: Library) -> None:
    body = library.body(library.paper_at(0))
    assert body.abstract.startswith("Attention alone is enough")
    assert [par.text for par in body.commentary] == [
        "다시 읽어도 명료한 글.",
        "순환 없이 어텐션만으로 번역한다. (https://arxiv.org/abs/1409.0473)",
    ]
    assert body.references == ("1409.0473",)
    older = library.matching(Query.parse("date:2017"))
    assert older.body(older.paper_at(0)).abstract == "Translation with attention alone."


def test_wikilinks_are_part_of_the_body(library: Library) -> None:
    row = library.row_of("arxiv:2001.08361")
    assert row is not None
    body = library.body(library.paper_at(row))
    assert body.wikilinks == ("170612 Attention Is All You Need",)


def test_the_link_is_the_shown_entrys_own_else_anothers_else_a_search(
    library: Library,
) -> None:
    link = library.link(library.paper_at(0))
    assert link.url == "https://arxiv.org/abs/1706.03762"
    assert link.origin is LinkOrigin.OTHER_ENTRY
    assert link.source == "2017/170612 Attention Is All You Need.md"
    older = library.matching(Query.parse("date:2017"))
    assert older.link(older.paper_at(0)).origin is LinkOrigin.OWN
    search = library.link(library.paper_at(1))
    assert search.origin is LinkOrigin.SEARCH
    assert "No+Note" in search.url


def test_a_reference_is_never_the_link(tmp_path: Path, cache: Path) -> None:
    digest = (
        "2024년 1월 2일\nTitle of a Paper\n(A. Author)\n참고 arXiv:1706.03762.\n#llm\n"
    )
    folder = write(tmp_path / "plain", {"2024-01-02.txt": digest})
    library = Loader([folder], cache).refresh().library
    paper = library.paper_at(0)
    assert (paper.arxiv_id, paper.url) == (None, None)
    assert library.link(paper).origin is LinkOrigin.SEARCH
    assert library.body(paper).references == ("1706.03762",)


def test_a_paper_of_an_earlier_library_is_found_again(vault: Path, cache: Path) -> None:
    loader = Loader([vault], cache)
    before = loader.refresh().library.paper_at(0)
    write(vault, {"250101 New.md": VAULT["2022/220329 Chinchilla.md"]})
    library = loader.refresh().library
    assert library.link(before).url == "https://arxiv.org/abs/1706.03762"
    assert library.body(before).abstract.startswith("Attention alone")
    (vault / "2024-08-30.txt").unlink()
    (vault / "2017/170612 Attention Is All You Need.md").unlink()
    library = loader.refresh().library
    assert library.body(before) == Body()
    assert library.link(before).origin is LinkOrigin.SEARCH


def test_an_empty_library_answers_everything() -> None:
    library = Library.empty()
    library.warm()
    assert len(library) == library.total == 0
    assert library.facets == library.all_facets == type(library.facets)()
    assert library.days() == ()
    assert library.row_of("title:x") is None
    assert len(library.matching(Query.parse("word #tag date:2024 sort:match"))) == 0


def test_warming_changes_nothing_but_time(library: Library) -> None:
    before = [library.paper_at(row) for row in range(len(library))]
    library.warm()
    assert [library.paper_at(row) for row in range(len(library))] == before
