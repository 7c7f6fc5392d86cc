"""The reader's screen, driven by keys and mouse over the bundled samples."""

from tests.ui.conftest import Opened, RecordedLinks
from tests.ui.looking import screen_of, shown, title
from tuireader.ui.screens.picker import PickerScreen
from tuireader.ui.widgets.detail import Detail
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar


async def test_moving_shows_the_paper_at_once(opened: Opened) -> None:
    async with opened() as pilot:
        first = title(pilot)
        await pilot.press("j")
        await pilot.pause()
        assert title(pilot) != first
        assert title(pilot)[:40] in shown(pilot)
        await pilot.press("k")
        await pilot.pause()
        assert title(pilot) == first


async def test_ends_and_pages(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await pilot.press("G")
        assert screen.query_one(PaperList).row == len(screen.library) - 1
        await pilot.press("g")
        assert screen.query_one(PaperList).row == 0
        await pilot.press("ctrl+d")
        assert screen.query_one(PaperList).row > 0


async def test_brackets_step_by_day_and_braces_by_month(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        dates = [screen.library.date_at(row) for row in range(len(screen.library))]
        await pilot.press("]")
        assert screen.paper is not None
        assert screen.paper.date == sorted(set(dates), reverse=True)[1]
        await pilot.press("[")
        assert screen.paper.date == dates[0]
        await pilot.press("}")
        assert screen.paper.date[:7] == sorted({day[:7] for day in dates})[-2]


async def test_a_tag_picked_by_a_few_letters_filters_the_list(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        tag = screen.library.facets.tags[0]
        everything = len(screen.library)
        await pilot.press("t", *tag.tag, "enter")
        await pilot.pause()
        assert len(screen.library) == tag.count < everything
        assert f"Papers {tag.count} of {everything}" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert len(screen.library) == everything


async def test_several_tags_combine_and_one_can_be_excluded(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        first = screen.library.facets.tags[0]
        await pilot.press("t", *first.tag, "enter")
        await pilot.pause()
        other = next(t for t in screen.library.facets.tags if 0 < t.count < first.count)
        await pilot.press("T", *other.tag, "enter")
        await pilot.pause()
        assert len(screen.library) == first.count - other.count
        assert screen.library.query.excluded_tags == {other.tag}


async def test_escape_leaves_the_picker_without_a_choice(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("t", "escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, PickerScreen)
        assert screen_of(pilot).library.query.is_empty


async def test_the_filter_line_filters_at_each_key(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        everything = len(screen.library)
        await pilot.press("slash", *"mamba")
        await pilot.pause()
        found = len(screen.library)
        assert 0 < found < everything
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(screen.focused, PaperList)
        assert len(screen.library) == found
        await pilot.press("slash", *"zzz", "escape")
        await pilot.pause()
        assert screen.library.query.text == "mamba"
        assert len(screen.library) == found


async def test_the_cursor_stays_on_its_paper_when_the_filter_changes(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        await pilot.press("G")
        last = title(pilot)
        await pilot.press("slash", *last.split()[0].lower())
        await pilot.pause(0.2)
        assert title(pilot) == last
        await pilot.press("escape")
        await pilot.pause()
        assert title(pilot) == last


async def test_an_empty_result_says_how_to_leave_it(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"qqqqqq", "enter")
        await pilot.pause()
        text = shown(pilot)
        assert "Papers 0 of" in text
        assert "esc drops it" in text
        await pilot.press("j", "y", "o", "G", "space", "enter", "escape", "escape")
        await pilot.pause()
        assert len(screen_of(pilot).library) > 0


async def test_enter_in_the_sidebar_toggles_a_tag_and_a_date(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        everything = len(screen.library)
        sidebar = screen.query_one(Sidebar)
        await pilot.press("1")
        for kind in ("date", "tag"):
            place = next(n for n, row in enumerate(sidebar.rows) if row.kind == kind)
            row = sidebar.rows[place]
            sidebar.move_cursor(place)
            await pilot.press("enter")
            await pilot.pause()
            assert len(screen.library) == row.papers
            assert next(r for r in sidebar.rows if r.key == row.key).chosen
            await pilot.press("enter")
            await pilot.pause()
            assert len(screen.library) == everything


async def test_facet_counts_follow_the_filter(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await pilot.press("slash", *"date:2024-06-04", "enter")
        await pilot.pause()
        rows = screen.query_one(Sidebar).rows
        assert rows[0].papers == len(screen.library)
        assert [row.papers for row in rows if row.key == "2024"] == [
            len(screen.library)
        ]
        by_tag = {row.key: row.papers for row in rows if row.kind == "tag"}
        assert by_tag == {tag.tag: tag.count for tag in screen.library.facets.tags}


async def test_copy_and_open_ask_for_the_papers_link(
    opened: Opened, links: RecordedLinks
) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"mamba-2", "enter", "y", "o", "p")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [purpose for purpose, _ in links.asked] == ["copy", "open", "pdf"]
        assert {url for _, url in links.asked} == {"https://arxiv.org/abs/2405.21060"}
        assert pilot.app.clipboard == "https://arxiv.org/abs/2405.21060"


async def test_space_pages_the_paper_and_then_goes_on(opened: Opened) -> None:
    async with opened(size=(100, 24)) as pilot:
        before = title(pilot)
        for _ in range(40):
            await pilot.press("space")
            await pilot.pause()
            if title(pilot) != before:
                break
        assert title(pilot) != before


async def test_the_views_of_a_paper_cycle(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"has:abstract has:commentary", "enter")
        await pilot.pause()
        detail = screen_of(pilot).query_one(Detail)

        def panes() -> list[str | None]:
            return [pane.id for pane in detail.panes]

        assert panes() == ["abstract", "commentary"]
        await pilot.press("v")
        assert panes() == ["commentary"]
        await pilot.press("v")
        assert panes() == ["abstract"]


async def test_a_missing_text_leaves_its_room_to_the_other(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"-has:abstract", "enter")
        await pilot.pause()
        panes = screen_of(pilot).query_one(Detail).panes
        assert [pane.id for pane in panes] == ["commentary"]
        assert (
            panes[0].outer_size.width == screen_of(pilot).query_one(Detail).size.width
        )
