"""Typing a filter with help: completions of what is typed, filters of before."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import Opened, RecordedLinks, read
from tests.ui.looking import filtered, screen_of, settled, shown
from tuireader.library.loader import Loader
from tuireader.resources import resource_directory
from tuireader.ui.app import ReaderApp
from tuireader.ui.kept import Kept
from tuireader.ui.widgets.completion_list import WIDTH, CompletionList
from tuireader.ui.widgets.filter_input import FilterInput
from tuireader.ui.widgets.paper_list import PaperList


def popup_of(pilot: Pilot[int]) -> CompletionList:
    return screen_of(pilot).query_one(CompletionList)


def typed(pilot: Pilot[int]) -> str:
    return screen_of(pilot).query_one(FilterInput).value


async def offered(pilot: Pilot[int]) -> CompletionList:
    """Wait until completions are shown for what is typed."""
    popup = popup_of(pilot)
    line = screen_of(pilot).query_one(FilterInput)
    while popup.typed != (line.value, line.cursor_position) or not popup.display:
        await pilot.pause(0.02)
    await pilot.pause()
    return popup


async def test_tags_are_offered_with_the_papers_they_would_leave(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await pilot.press("slash", *"model #ss")
        popup = await offered(pilot)
        assert popup.choice
        assert popup.choice.label == "ssm"
        count = popup.choice.count
        assert f"Papers {len(screen.library)} of" in shown(pilot)
        await settled(pilot, "tab")
        assert typed(pilot) == "model #ssm "
        assert len(screen.library) == count
        assert not popup.display


async def test_tab_does_not_wait_for_the_completions_to_be_seen(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        await settled(pilot, "slash", *"tag:ss", "tab")
        assert typed(pilot) == "tag:ssm "


async def test_keys_are_offered_and_go_on_without_a_blank(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"auth", "tab")
        assert typed(pilot) == "author:"


async def test_an_arrow_picks_and_enter_takes_what_was_picked(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"#s")
        popup = await offered(pilot)
        second = popup.choices[1].text
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert typed(pilot) == f"{second} "
        assert isinstance(screen_of(pilot).focused, FilterInput)
        await settled(pilot, "enter")
        assert isinstance(screen_of(pilot).focused, PaperList)


async def test_enter_and_escape_mean_what_they_mean_without_completions(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await pilot.press("slash", *"mod")
        await offered(pilot)
        await settled(pilot, "enter")
        assert screen.library.query.text == "mod"
        assert not popup_of(pilot).display
        await pilot.press("slash", *" #s")
        await offered(pilot)
        await settled(pilot, "down", "escape")
        assert screen.library.query.text == "mod"
        assert not popup_of(pilot).display


async def test_right_takes_a_completion_only_at_the_end(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"#ss")
        await offered(pilot)
        await pilot.press("left", "right")
        assert typed(pilot) == "#ss"
        await pilot.press("backspace")
        await offered(pilot)
        await pilot.press("right")
        assert typed(pilot).startswith("#s")
        assert len(typed(pilot)) > len("#ss")


async def test_a_click_takes_a_completion(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"#s")
        popup = await offered(pilot)
        third = popup.choices[2].text
        await pilot.click(popup, offset=(4, 2))
        await pilot.pause()
        assert typed(pilot) == f"{third} "
        assert isinstance(screen_of(pilot).focused, FilterInput)


async def test_a_click_elsewhere_ends_the_offer(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"#s")
        popup = await offered(pilot)
        await pilot.click("#detail", offset=(5, 12))
        await settled(pilot)
        assert not popup.display


async def test_filters_of_before_come_back_by_the_arrows(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        for text in ("mamba", "#ssm"):
            await filtered(pilot, text)
        await settled(pilot, "slash", "ctrl+u", *"dra", "up")
        assert typed(pilot) == "#ssm"
        assert screen.library.query.text == "#ssm"
        await pilot.press("up", "up")
        assert typed(pilot) == "mamba"
        await pilot.press("down")
        assert typed(pilot) == "#ssm"
        await pilot.press("down")
        assert typed(pilot) == "dra"


async def test_what_escape_gave_up_is_not_remembered(opened: Opened) -> None:
    async with opened() as pilot:
        await settled(pilot, "slash", *"mamba", "escape")
        assert screen_of(pilot).history.texts == ()


async def test_the_next_run_knows_the_filters_of_this_one(
    links: RecordedLinks, tmp_path: Path
) -> None:
    samples = (resource_directory("sample_digests"),)

    def app() -> ReaderApp:
        kept = Kept.within(tmp_path / "state")
        return ReaderApp(Loader(samples, tmp_path / "cache"), lambda: links, kept=kept)

    async with app().run_test() as pilot:
        await read(pilot)
        await filtered(pilot, "#강화")
    async with app().run_test() as pilot:
        await read(pilot)
        await settled(pilot, "slash", "up")
        assert typed(pilot) == "#강화"


@pytest.mark.parametrize("size", [(1, 1), (8, 3), (20, 6), (40, 10), (69, 24)])
async def test_completions_fit_any_terminal(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("slash", *"long words before 한국어 #s")
        await pilot.pause(0.3)
        await settled(pilot, "down", "up", "up", "tab", "escape")
        assert pilot.app.is_running


async def test_completions_stay_under_the_line_when_the_window_changes(
    opened: Opened,
) -> None:
    async with opened(size=(120, 35)) as pilot:
        await pilot.press("slash", "#", "s")
        popup = await offered(pilot)
        assert popup.region.x > 20
        for size in ((60, 20), (60, 5), (120, 35), (90, 24), (30, 6)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            line = screen_of(pilot).query_one(FilterInput)
            assert popup.region.x == max(0, min(line.region.x - 1, size[0] - WIDTH))
            assert pilot.app.screen.region.contains_region(popup.region)
            assert "#s" in shown(pilot)
