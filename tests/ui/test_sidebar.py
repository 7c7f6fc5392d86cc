"""What the reader does in the sidebar with the filter."""

import pytest

from tests.ui.conftest import Opened
from tests.ui.looking import filtered, screen_of, settled
from tuireader.ui.widgets.sidebar import Sidebar


async def test_the_sidebar_goes_by_count_or_by_name(opened: Opened) -> None:
    async with opened() as pilot:
        sidebar = screen_of(pilot).query_one(Sidebar)

        def tags() -> list[str]:
            return [row.key for row in sidebar.rows if row.kind == "tag"]

        by_count = tags()
        await pilot.press("O")
        assert tags() == sorted(by_count) != by_count
        await pilot.press("O")
        assert tags() == by_count


@pytest.mark.parametrize("key", ["minus", "T"])
async def test_a_tag_is_excluded_from_the_sidebar(opened: Opened, key: str) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        sidebar = screen.query_one(Sidebar)
        everything = len(screen.library)
        await pilot.press("1")
        place = next(n for n, row in enumerate(sidebar.rows) if row.kind == "tag")
        tag = sidebar.rows[place]
        sidebar.move_cursor(place)
        await settled(pilot, key)
        assert screen.library.query.excluded_tags == {tag.key}
        assert len(screen.library) == everything - tag.papers
        assert sidebar.rows[sidebar.cursor].key == tag.key
        await settled(pilot, key)
        assert screen.library.query.is_empty


async def test_a_month_is_excluded_from_the_sidebar(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        sidebar = screen.query_one(Sidebar)
        everything = len(screen.library)
        await pilot.press("1")
        place = next(n for n, row in enumerate(sidebar.rows) if row.kind == "date")
        papers = sidebar.rows[place].papers
        sidebar.move_cursor(place)
        await settled(pilot, "minus")
        assert len(screen.library) == everything - papers


@pytest.mark.parametrize("key", ["enter", "minus"])
@pytest.mark.parametrize("height", [14, 30])
async def test_what_is_chosen_far_down_stays_in_view_with_the_cursor(
    opened: Opened, key: str, height: int
) -> None:
    async with opened(size=(160, height)) as pilot:
        sidebar = screen_of(pilot).query_one(Sidebar)

        def line() -> tuple[str, int]:
            return sidebar.rows[sidebar.cursor].key, sidebar.cursor - sidebar.top

        await settled(pilot, "1", "G", "enter", *["j"] * 5)
        for _ in range(2):  # chosen, and let go
            author, seen_at = line()
            assert author == sidebar.rows[sidebar.cursor].label
            await settled(pilot, key)
            assert 0 <= line()[1] < sidebar.page
            if key == "enter":
                assert line()[0] == author
                filled = sidebar.top in {0, sidebar.last_top}
                assert line()[1] == seen_at or filled
        assert screen_of(pilot).library.query.is_empty is (key == "enter")


async def test_the_lines_that_are_looked_at_stay_while_others_come_and_go(
    opened: Opened,
) -> None:
    async with opened(size=(160, 14)) as pilot:
        sidebar = screen_of(pilot).query_one(Sidebar)
        await settled(pilot, "1", "G", "enter", "g")
        sidebar.scroll_lines(sidebar.last_top - 3)
        seen = sidebar.rows[sidebar.top].key
        await settled(pilot, "O", "O")
        assert sidebar.rows[sidebar.top].key == seen
        assert sidebar.cursor == 0


async def test_a_filter_that_comes_and_goes_leaves_the_lines_where_they_were(
    opened: Opened,
) -> None:
    async with opened(size=(160, 14)) as pilot:
        sidebar = screen_of(pilot).query_one(Sidebar)
        await settled(pilot, "1", "G", "enter", "G", *["k"] * 3)
        before = sidebar.cursor, sidebar.top
        author = sidebar.rows[sidebar.cursor].key
        await filtered(pilot, f'author:"{author}"')
        assert (sidebar.cursor, sidebar.top) != before
        assert sidebar.rows[sidebar.cursor].key == author
        await settled(pilot, "slash", "ctrl+u", "enter")
        assert (sidebar.cursor, sidebar.top) == before


@pytest.mark.parametrize("height", [14, 30])
async def test_what_is_opened_at_the_lower_edge_comes_into_view(
    opened: Opened, height: int
) -> None:
    async with opened(size=(160, height)) as pilot:
        sidebar = screen_of(pilot).query_one(Sidebar)
        await settled(pilot, "1", "G")
        assert sidebar.rows[sidebar.cursor].key == "authors"
        assert sidebar.cursor == sidebar.top + sidebar.page - 1
        await settled(pilot, "enter")
        below = sidebar.top + sidebar.page - 1 - sidebar.cursor
        assert below == sidebar.page // 2 - (1 - sidebar.page % 2)
        await settled(pilot, "enter")
        assert sidebar.cursor == sidebar.top + sidebar.page - 1
