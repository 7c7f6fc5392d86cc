"""Sizes of the terminal, mouse, themes, palette; no digest acts on the screen."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.command import CommandList
from textual.widgets import Input

from tests.ui.conftest import Opened, RecordedLinks
from tests.ui.looking import screen_of, shown
from tuireader.ui.keys import KEYS
from tuireader.ui.screens.palette import Palette
from tuireader.ui.theme import DARK_THEME, LIGHT_THEME
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar
from tuireader.ui.widgets.text_pane import TextPane


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (99, 30), (80, 24), (60, 20)])
async def test_every_pane_can_be_reached_at_every_width(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        for key, kind in (("1", Sidebar), ("2", PaperList), ("3", TextPane)):
            await pilot.press(key)
            await pilot.pause()
            focused = screen_of(pilot).focused
            assert isinstance(focused, kind)
            assert focused.size.width > 10
            assert focused.size.height > 2


SIZES = [
    (1, 1), (2, 1), (2, 2), (3, 3), (4, 4), (1, 24), (80, 1), (20, 5), (500, 300),
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
async def test_no_size_of_terminal_crashes(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        await pilot.press(
            "j", "G", "3", "J", "1", "j", "t", "a", "escape", "question_mark"
        )
        await pilot.press("escape", "slash", "a", "escape")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert pilot.app.is_running


async def test_a_click_on_a_paper_shows_it_and_on_a_facet_filters(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        papers = screen.query_one(PaperList)
        await pilot.click(papers, offset=(10, papers._days.line_of(2) + 1))
        await pilot.pause()
        assert papers.row == 2
        sidebar = screen.query_one(Sidebar)
        place = next(n for n, row in enumerate(sidebar.rows) if row.kind == "tag")
        count = sidebar.rows[place].papers
        await pilot.click(sidebar, offset=(12, place + 1))
        await pilot.pause()
        assert len(screen.library) == count


@pytest.mark.threat("T7", "T9")
async def test_markup_in_a_digest_is_shown_and_does_nothing(
    opened: Opened, tmp_path: Path
) -> None:
    titles = ["[MASK] and [CLS]", "[@click=app.quit]quit[/]", "[/] [b", "[red]x[/red]"]
    text = "2024-08-30\n" + "".join(
        f"{title}\n(Ada Author)\n모델 [bold]{title}[/italic] 이야기.\n#tag[0]\n"
        for title in titles
    )
    (tmp_path / "hostile.txt").write_text(text)
    async with opened(tmp_path) as pilot:
        screen = screen_of(pilot)
        found = {screen.library.title_at(row) for row in range(len(screen.library))}
        assert set(titles) <= found
        for x in range(28, 90, 3):
            for y in range(2, 9):
                await pilot.click(offset=(x, y))
        assert pilot.app.is_running
        for wanted in titles:
            assert wanted in shown(pilot)


@pytest.mark.threat("T1")
async def test_escape_sequences_in_a_digest_never_reach_a_line(
    opened: Opened, tmp_path: Path
) -> None:
    bad = "Title \x1b]52;c;UFdORUQ=\x07 \x9b31m \u202egnp.exe"
    (tmp_path / "x.txt").write_text(
        f"2024-08-30\n{bad}\n(Ada Author)\n모델 \x1b[2J\n#a\n"
    )
    async with opened(tmp_path) as pilot:
        text = shown(pilot)
        assert "\ufffd]52;c;UFdORUQ=" in text
        assert not set("\x1b\x9b\x07\u202e") & set(text)


async def test_every_key_has_its_action(opened: Opened) -> None:
    async with opened() as pilot:
        for key in KEYS:
            name, _, _ = key.action.partition("(")
            owner = pilot.app if name.startswith("app.") else screen_of(pilot)
            assert callable(getattr(owner, f"action_{name.removeprefix('app.')}"))


async def test_every_cell_of_a_text_has_the_ground_of_the_theme(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        ground = Color.parse(DARK_THEME.background or "").rich_color
        await pilot.press("slash", *"mamba", "enter", "j")
        await pilot.pause()
        for pane in screen_of(pilot).query(TextPane):
            lines = [pane.render_line(y) for y in range(pane.size.height)]
            grounds = {
                part.style and part.style.bgcolor for line in lines for part in line
            }
            assert grounds == {ground}


async def test_the_theme_changes_by_a_key_and_so_do_the_lines(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("D")
        await pilot.pause()
        assert pilot.app.theme == "tuireader-light"
        ground = Color.parse(LIGHT_THEME.background or "").rich_color
        lines = screen_of(pilot).query_one(PaperList).render_line(0)
        assert {segment.style.bgcolor for segment in lines if segment.style} == {ground}


async def test_the_palette_offers_the_keys(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(pilot.app.screen.focused, Input)
        await pilot.press(*"dark or light")
        await pilot.pause(0.5)
        await pilot.press("down", "enter")
        await pilot.pause(0.3)
        assert pilot.app.theme == "tuireader-light"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("star", "Star, or no longer"), ("Mark", "Mark read, or unread"),
        ("sav", "Save the filter, rename a saved one"),
    ],
)  # fmt: skip
async def test_the_palette_begins_with_what_begins_as_typed(
    opened: Opened, typed: str, first: str
) -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+p", *typed)
        screen = pilot.app.screen
        assert isinstance(screen, Palette)
        offered = screen.query_one(CommandList)
        while len(offered.options) in {0, len(KEYS)}:  # not searched yet
            await pilot.pause(0.02)
        await pilot.pause(0.3)
        assert first in str(offered.options[0].prompt)


@pytest.mark.threat("T36")
async def test_what_fails_in_the_background_is_said(
    opened: Opened, links: RecordedLinks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the \x1b]0;tool\x07 is broken")

    async with opened() as pilot:
        monkeypatch.setattr(links, "handle", broken)
        await pilot.press("y")
        await pilot.pause(0.2)
        assert "is broken" in shown(pilot)
        assert pilot.app.is_running


async def test_the_palette_names_keys_as_the_help_does(opened: Opened) -> None:
    async with opened() as pilot:
        commands = {
            command.title: command.help
            for command in pilot.app.get_system_commands(pilot.app.screen)
        }
        assert commands["Copy PDF, id, title, Markdown…"] == "Y"
        assert commands["Half a page down"] == "ctrl+d pgdn"
