"""The months over the list: what is drawn, and where a key or a click goes."""

from textual.pilot import Pilot

from tests.ui.conftest import Opened
from tests.ui.looking import filtered, screen_of, settled, shown
from tuireader.ui.widgets.timeline import BARS, Timeline


def timeline_of(pilot: Pilot[int]) -> Timeline:
    return screen_of(pilot).query_one(Timeline)


def drawn(pilot: Pilot[int]) -> str:
    return timeline_of(pilot).render_line(0).text


async def test_it_tells_the_month_at_hand_and_follows_the_filter(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        paper = screen.paper
        assert paper
        assert paper.date
        month = paper.date[:7]
        papers = sum(n for day, n in screen.library.facets.days if day[:7] == month)
        line = drawn(pilot).split()
        assert line[-2:] == [month, str(papers)]
        assert set(BARS) & set("".join(line[1:-2]))
        await filtered(pilot, "tag:ssm")
        assert drawn(pilot).split()[-2] == screen.library.date_at(0)[:7]
        assert sum(month.count for month in screen.library.months) == 2


async def test_keys_go_by_time_whatever_the_order(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        months = sorted({day[:7] for day, _ in screen.library.facets.days if day})

        def month() -> str:
            return screen.paper.date[:7] if screen.paper else ""

        for key, at in (("<", -2), ("<", -3), (">", -2), (">", -1), (">", -1)):
            await pilot.press(key)
            await pilot.pause()
            assert month() == months[at]
        await settled(pilot, "S", "less_than_sign")
        assert month() == months[-2]
        assert f"{months[-2]}:" in shown(pilot)
        await settled(pilot, "S", "less_than_sign")
        assert "not in order of days" in shown(pilot)


async def test_a_click_goes_to_the_month(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        oldest = min(day for day, _ in screen.library.facets.days if day)[:7]
        await pilot.click(timeline_of(pilot), offset=(1 + len("2023-12 "), 0))
        await settled(pilot)
        assert screen.paper
        assert screen.paper.date
        assert screen.paper.date[:7] == oldest
        for x in range(0, 130, 7):
            await pilot.click(timeline_of(pilot), offset=(x, 0))
        assert pilot.app.is_running


async def test_a_key_shows_and_hides_it(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        assert not timeline_of(pilot).display
        await pilot.press("m")
        await pilot.pause()
        assert timeline_of(pilot).display
        await pilot.press("m")
        await pilot.pause()
        assert not timeline_of(pilot).display
        await pilot.resize_terminal(160, 45)
        await pilot.press("m")
        await pilot.pause()
        assert timeline_of(pilot).display


async def test_what_the_reader_asks_for_outweighs_the_room_of_a_large_screen(
    opened: Opened,
) -> None:
    async with opened(size=(160, 45)) as pilot:
        assert timeline_of(pilot).display
        await pilot.press("m")
        await pilot.pause()
        assert not timeline_of(pilot).display
        await pilot.press("m")
        await pilot.pause()
        assert timeline_of(pilot).display
        await pilot.press("z")
        await pilot.pause()
        assert not timeline_of(pilot).display, "nothing but the paper"
