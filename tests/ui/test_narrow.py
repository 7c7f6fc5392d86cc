"""Where there is little room: the paper gets most of it, and panes take turns."""

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import Opened
from tests.ui.looking import screen_of, settled, shown, title
from tuireader.ui.widgets.detail import Detail
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar
from tuireader.ui.widgets.text_pane import TextPane

BOTH = ("slash", *"has:abstract has:commentary", "enter")


def panes(pilot: Pilot[int]) -> list[TextPane]:
    return screen_of(pilot).query_one(Detail).panes


def names(pilot: Pilot[int]) -> list[str]:
    return [str(pane.border_title) for pane in panes(pilot)]


def lines(pilot: Pilot[int]) -> list[str]:
    (pane,) = panes(pilot)
    return [pane.draw_line(n, pane.size.width).text for n in range(pane.line_count)]


@pytest.mark.parametrize(
    ("size", "least"), [((80, 24), 9), ((70, 20), 6), ((99, 30), 12), ((90, 35), 16)]
)
async def test_narrow_and_not_tall_the_texts_follow_each_other(
    opened: Opened, size: tuple[int, int], least: int
) -> None:
    async with opened(size=size) as pilot:
        await pilot.press(*BOTH)
        await pilot.pause(0.2)
        assert names(pilot) == ["Abstract · Commentary"]
        assert panes(pilot)[0].size.height >= least
        assert screen_of(pilot).query_one(PaperList).size.height >= 4
        text = lines(pilot)
        between = next(n for n, line in enumerate(text) if "── Commentary" in line)
        assert 0 < between < len(text) - 1
        await pilot.press("v")
        assert names(pilot) == ["Commentary"]
        await pilot.press("v")
        assert names(pilot) == ["Abstract"]


@pytest.mark.parametrize("size", [(20, 6), (40, 7), (60, 10), (120, 6), (80, 15)])
async def test_however_low_it_is_some_of_the_paper_is_to_be_read(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        await settled(pilot, "enter")
        detail = screen_of(pilot).query_one(Detail)
        assert panes(pilot)[0].region.bottom <= detail.region.bottom
        assert panes(pilot)[0].size.height >= 1
        assert title(pilot)[:11] in shown(pilot).split("\n")[1]


async def test_one_text_alone_is_named_so(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press("slash", *"-has:abstract", "enter")
        await pilot.pause(0.2)
        assert names(pilot) == ["Commentary"]
        assert not any("── Commentary" in line for line in lines(pilot))


async def test_a_note_stands_before_the_texts(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press(*BOTH, "e", *"mine", "ctrl+s")
        await pilot.pause(0.3)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.2)
        text = "\n".join(lines(pilot))
        order = ["── Your note", "mine", "── Abstract", "── Commentary"]
        assert sorted(order, key=text.index) == order
        await pilot.press("v")
        text = "\n".join(lines(pilot))
        assert "mine" in text
        assert "── Abstract" not in text


async def test_going_into_the_paper_gives_it_the_room_of_the_list(
    opened: Opened,
) -> None:
    async with opened(size=(80, 24)) as pilot:
        papers = screen_of(pilot).query_one(PaperList)
        await pilot.press("enter")
        await pilot.pause()
        assert panes(pilot)[0].size.height >= 16
        assert not papers.display
        await pilot.press("escape")
        await pilot.pause()
        assert papers.display


@pytest.mark.parametrize("size", [(80, 24), (60, 24), (60, 15), (120, 14), (120, 35)])
async def test_panes_are_gone_to_from_each_other(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        screen = screen_of(pilot)
        for key, kind in (("l", TextPane), ("h", PaperList)):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(screen.focused, kind)
            assert screen.focused.size.height > 2
        seen = set()
        for _ in range(4):
            await pilot.press("h")
            await pilot.pause()
            seen.add(type(screen.focused))
        assert {TextPane, PaperList} <= seen
        assert (Sidebar in seen) is (size[0] != 80), "folded away until it is asked for"


async def test_the_texts_part_and_join_as_the_window_changes(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press(*BOTH)
        for size, expected in (
            ((120, 35), ["Abstract", "Commentary"]),
            ((80, 24), ["Abstract · Commentary"]),
            ((80, 50), ["Abstract", "Commentary"]),
            ((60, 20), ["Abstract · Commentary"]),
            ((160, 12), ["Abstract", "Commentary"]),
        ):
            await pilot.resize_terminal(*size)
            await pilot.press("3")
            await pilot.pause(0.1)
            assert names(pilot) == expected
            await pilot.press("2")


async def test_what_has_the_keys_is_seen_when_the_window_becomes_small(
    opened: Opened,
) -> None:
    async with opened(size=(160, 45)) as pilot:
        papers = screen_of(pilot).query_one(PaperList)
        await pilot.press("3")
        await pilot.click(papers, offset=(10, 3))
        await pilot.resize_terminal(60, 20)
        await pilot.pause(0.1)
        assert papers.size.height > 2
        assert "Papers" in shown(pilot)


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (120, 14)])
async def test_nothing_but_the_paper_is_seen_whatever_was_before(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        screen = screen_of(pilot)
        await pilot.press("1", "2", "z")
        await pilot.pause()
        parts = [screen.query_one(part) for part in (Sidebar, PaperList, FilterLine)]
        assert not any(part.display for part in parts)
        assert screen.query_one(Detail).region.height == size[1] - 1
        assert screen.query_one(Detail).region.width == size[0]
        await pilot.press("z")
        await pilot.pause()
        assert screen.query_one(PaperList).display


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20)])
@pytest.mark.parametrize("key", ["slash", "1", "2", "backslash", "escape"])
async def test_going_elsewhere_shows_that_again(
    opened: Opened, size: tuple[int, int], key: str
) -> None:
    async with opened(size=size) as pilot:
        screen = screen_of(pilot)
        await pilot.press("z", key)
        await pilot.pause()
        assert not screen.has_class("-zen")
        assert screen.focused is not None
        assert screen.focused.region.width > 0
        assert screen.focused.region.height > 0


async def test_the_window_as_it_is_at_first_has_nothing_styled_twice(
    opened: Opened,
) -> None:
    async with opened(size=(120, 35)) as pilot:
        assert screen_of(pilot).classes == {"-wide", "-short"}
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert screen_of(pilot).classes == {"-wide", "-tall"}


@pytest.mark.parametrize("size", [(5, 2), (20, 5)])
async def test_the_palette_takes_every_key_where_it_has_no_room(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened() as pilot:
        await settled(pilot, "ctrl+p", "m", "down")
        await pilot.resize_terminal(*size)
        await settled(pilot, "pageup", "pagedown", "up", "home", "end")
        await settled(pilot, "escape")
        assert pilot.app.screen is screen_of(pilot)
