"""The reader's screen, driven by keys and mouse over the bundled samples."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import Opened, RecordedLinks
from tuireader.ui.app import ReaderApp
from tuireader.ui.keys import KEYS
from tuireader.ui.screens.picker import PickerScreen
from tuireader.ui.screens.reader import ReaderScreen
from tuireader.ui.theme import DARK_THEME, LIGHT_THEME
from tuireader.ui.widgets.detail import Detail
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar
from tuireader.ui.widgets.text_pane import TextPane


def screen_of(pilot: Pilot[int]) -> ReaderScreen:
    app = pilot.app
    assert isinstance(app, ReaderApp)
    return app.reader


def shown(pilot: Pilot[int]) -> str:
    """The whole screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def title(pilot: Pilot[int]) -> str:
    paper = screen_of(pilot).paper
    return paper.title if paper else ""


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
