"""The sidebar's lines follow from the facets and the filter."""

from tuireader.domain.catalogue import TagCount
from tuireader.library.facets import Facets
from tuireader.query import Query
from tuireader.ui.widgets.sidebar_rows import (
    AUTHORS,
    DATES,
    TAGS,
    Row,
    place_after,
    rows_of,
)

FACETS = Facets(
    tags=(TagCount("rl", "RL", 3), TagCount("moe", "moe", 1)),
    days=(("2024-08-30", 2), ("2024-07-01", 1), ("2023-12-31", 4), ("", 1)),
)


def rows(query: str = "", *opened: str) -> list[Row]:
    return rows_of(FACETS, 8, Query.parse(query), opened)


def shown(found: list[Row]) -> list[tuple[str, int]]:
    return [(row.key, row.papers) for row in found]


def test_closed_headings_hide_their_lines() -> None:
    assert [row.key for row in rows()] == ["all", DATES, TAGS, AUTHORS]


def test_a_line_is_found_again_or_the_nearest_that_is_left() -> None:
    before = [Row("tag", "2024", "2024", 1), *rows("", TAGS, DATES, "2024")]
    after = rows("", DATES)
    kept = {before[line].key: after[place_after(line, before, after)].key
            for line in range(len(before))}  # fmt: skip
    assert kept == {
        "all": "all", DATES: DATES, "2024": "2024", "2024-08": "2023",
        "2024-07": "2023", "2023": "2023", "undated": "undated", TAGS: TAGS,
        "rl": AUTHORS, "moe": AUTHORS, AUTHORS: AUTHORS,
    }  # fmt: skip
    assert after[place_after(0, before, after)].kind == "all", "a tag is no year"
    assert place_after(2, before, before, rows("", AUTHORS)[-1]) == len(before) - 1
    assert place_after(2, before, before, Row("author", "Ada", "Ada", 1)) == 2
    assert place_after(5, before, [Row("other", "", "", 0)] * 3) == 2


def test_years_sum_their_days_and_open_to_months_and_days() -> None:
    assert shown(rows("", DATES))[2:4] == [("2024", 3), ("2023", 4)]
    opened = shown(rows("", DATES, "2024", "2024-08"))
    assert opened[2:6] == [
        ("2024", 3),
        ("2024-08", 2),
        ("2024-08-30", 2),
        ("2024-07", 1),
    ]


def test_dates_count_papers_that_are_listed_under_another_day_too() -> None:
    """Each once, however often it appears then; on days that list none as well."""
    again = {"2023": 1, "2023-12": 1, "2023-12-31": 1, "2024-07": 2, "2024-07-03": 2}
    facets = FACETS._replace(again=again)
    opened = (DATES, "2024", "2024-07", "2023", "2023-12")
    found = shown(rows_of(facets, 8, Query.parse(""), opened))
    assert found[1:11] == [
        (DATES, 5),
        ("2024", 3),
        ("2024-08", 2),
        ("2024-07", 3),
        ("2024-07-03", 2),
        ("2024-07-01", 1),
        ("2023", 5),
        ("2023-12", 5),
        ("2023-12-31", 5),
        ("undated", 1),
    ]


def test_papers_without_a_date_have_their_line_and_can_be_required() -> None:
    found = {row.key: row for row in rows("date:undated", DATES)}
    assert (found["undated"].papers, found["undated"].chosen) == (1, True)


def test_tags_keep_the_order_of_the_facets_under_their_spelling() -> None:
    tags = [row for row in rows("", TAGS) if row.kind == "tag"]
    assert [(row.label, row.papers) for row in tags] == [("RL", 3), ("moe", 1)]


def test_what_the_filter_names_is_marked() -> None:
    marked = {row.key: row for row in rows("tag:RL -tag:moe date:2024", DATES, TAGS)}
    assert marked["rl"].chosen
    assert marked["moe"].excluded
    assert marked["2024"].chosen
    assert not marked["2023"].chosen


def test_an_excluded_tag_stays_to_be_let_go() -> None:
    gone = [row for row in rows("-tag:gan", TAGS) if row.key == "gan"]
    assert [(row.papers, row.excluded) for row in gone] == [(0, True)]
