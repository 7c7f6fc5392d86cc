"""What the reader does in the sidebar with the filter."""

import pytest

from tests.ui.conftest import Opened
from tests.ui.looking import screen_of, settled
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
