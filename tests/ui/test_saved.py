"""Saved searches in the sidebar, and the authors below the tags."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import Opened
from tests.ui.looking import filtered, screen_of, settled, shown
from tuireader.query import Query
from tuireader.ui.screens.prompt import PromptScreen
from tuireader.ui.widgets.completion_list import CompletionList
from tuireader.ui.widgets.sidebar import Sidebar
from tuireader.ui.widgets.sidebar_rows import AUTHORS, Row


async def saved(pilot: Pilot[int], query: str, name: str) -> None:
    await filtered(pilot, query)
    await settled(pilot, "F", "ctrl+u", *name, "enter")


def rows(pilot: Pilot[int], kind: str) -> list[Row]:
    sidebar = screen_of(pilot).query_one(Sidebar)
    return [row for row in sidebar.rows if row.kind == kind]


async def stand_on(pilot: Pilot[int], kind: str, key: str) -> Sidebar:
    sidebar = screen_of(pilot).query_one(Sidebar)
    await pilot.press("1")
    keys = [(row.kind, row.key) for row in sidebar.rows]
    sidebar.move_cursor(keys.index((kind, key)))
    return sidebar


async def test_a_filter_is_saved_and_opened_by_number_menu_and_sidebar(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await saved(pilot, "tag:ssm", "상태 공간")
        await saved(pilot, "mamba after:2024", "m")
        assert [(row.key, row.chosen) for row in rows(pilot, "saved")] == [
            ("상태 공간", False),
            ("m", True),
        ]
        await settled(pilot, "alt+1")
        assert screen.library.query.text == "tag:ssm"
        await settled(pilot, "f", "2", "enter")
        assert screen.library.query.text == "mamba after:2024"
        await stand_on(pilot, "saved", "상태 공간")
        await settled(pilot, "enter")
        assert screen.library.query.text == "tag:ssm"
        await settled(pilot, "enter")
        assert screen.library.query.is_empty
        await pilot.press("alt+7")
        await pilot.pause()
        assert "no saved search 7" in shown(pilot)


async def test_searches_that_ask_the_same_are_opened_each_by_itself(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)

        def chosen() -> list[str]:
            return [row.key for row in rows(pilot, "saved") if row.chosen]

        await saved(pilot, "tag:ssm", "a")
        await saved(pilot, "tag:ssm", "b")
        assert chosen() == ["b"]
        for key, name in (("alt+1", "a"), ("alt+2", "b")):
            await settled(pilot, key)
            assert screen.library.query.tags == {"ssm"}
            assert chosen() == [name]
        await settled(pilot, "alt+2")
        assert screen.library.query.is_empty
        assert chosen() == []
        await filtered(pilot, "tag:ssm")
        await stand_on(pilot, "saved", "a")
        await settled(pilot, "enter")
        assert chosen() == ["a"]
        assert screen.library.query.tags == {"ssm"}
        await settled(pilot, "enter")
        assert screen.library.query.is_empty


async def test_what_is_proposed_is_replaced_by_what_is_typed(opened: Opened) -> None:
    async with opened() as pilot:
        await filtered(pilot, "tag:ssm")
        await settled(pilot, "F", *"ab", "enter")
        assert [row.key for row in rows(pilot, "saved")] == ["ab"]
        await stand_on(pilot, "saved", "ab")
        await settled(pilot, "F", "right", "c", "enter")
        assert [row.key for row in rows(pilot, "saved")] == ["abc"]


async def test_it_is_renamed_and_removed_where_it_stands(opened: Opened) -> None:
    async with opened() as pilot:
        await saved(pilot, "tag:ssm", "a")
        await saved(pilot, "mamba", "b")
        await stand_on(pilot, "saved", "a")
        await pilot.press("F", "ctrl+u", "b", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PromptScreen)
        assert "already" in shown(pilot)
        await settled(pilot, "ctrl+u", "c", "enter")
        assert [row.key for row in rows(pilot, "saved")] == ["c", "b"]
        await stand_on(pilot, "saved", "c")
        await settled(pilot, "backspace", "escape")
        assert len(rows(pilot, "saved")) == 2
        await settled(pilot, "backspace", "enter")
        assert [row.key for row in rows(pilot, "saved")] == ["b"]
        assert screen_of(pilot).library.query.text == "mamba"


async def test_without_a_filter_nothing_is_saved(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("F")
        await pilot.pause()
        assert "no filter to save" in shown(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert "nothing is saved yet" in shown(pilot)
        assert not rows(pilot, "saved-searches")


@pytest.mark.parametrize("size", [(160, 45), (60, 24)])
async def test_authors_are_counted_required_and_excluded(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        screen = screen_of(pilot)
        everything = len(screen.library)
        assert not rows(pilot, "author")
        await stand_on(pilot, AUTHORS, AUTHORS)
        await settled(pilot, "enter")
        author = rows(pilot, "author")[0]
        await stand_on(pilot, "author", author.key)
        await settled(pilot, "enter")
        assert len(screen.library) == author.papers
        assert rows(pilot, "author")[0].papers == author.papers
        assert next(r for r in rows(pilot, "author") if r.key == author.key).chosen
        await stand_on(pilot, "author", author.key)
        await settled(pilot, "enter", "minus")
        assert len(screen.library) == everything - author.papers
        assert screen.library.query == Query.parse(f'-author:"{author.key}"')


@pytest.fixture
def namesakes(tmp_path: Path) -> Path:
    """Papers of people whose names begin alike."""
    bylines = ("Wei Li", "Wei Li, Bo Ek", "Wei Lin", "Wei Liu, OpenAI", "OpenAI Team")
    for number, names in enumerate(bylines, 1):
        note = f"*Study Number {number}* ({names})\n\nhttps://arxiv.org/abs/2405.0000"
        text = f"{note}{number}\n\nWords.\n\n#tag\n"
        (tmp_path / f"24050{number} Study.md").write_text(text, encoding="utf-8")
    return tmp_path


async def test_enter_on_an_author_leaves_as_many_papers_as_stand_there(
    opened: Opened, namesakes: Path
) -> None:
    async with opened(namesakes) as pilot:
        await stand_on(pilot, AUTHORS, AUTHORS)
        await settled(pilot, "enter")
        counts = {row.key: row.papers for row in rows(pilot, "author")}
        assert counts == {
            "Wei Li": 2, "Bo Ek": 1, "Wei Lin": 1, "Wei Liu": 1, "OpenAI": 1,
            "OpenAI Team": 1,
        }  # fmt: skip
        for name, papers in counts.items():
            await stand_on(pilot, "author", name)
            await settled(pilot, "enter")
            assert len(screen_of(pilot).library) == papers
            assert [row.key for row in rows(pilot, "author") if row.chosen] == [name]
            await settled(pilot, "enter")
            assert screen_of(pilot).library.query.is_empty


async def test_a_name_that_is_completed_leaves_as_many_papers_as_are_told(
    opened: Opened, namesakes: Path
) -> None:
    async with opened(namesakes) as pilot:
        screen = screen_of(pilot)
        await settled(pilot, "slash", *"author:wei")
        assert len(screen.library) == 4
        popup = screen.query_one(CompletionList)
        while not popup.display:
            await pilot.pause(0.02)
        assert re.search(r"by Wei Li +2", shown(pilot))
        await settled(pilot, "tab", "enter")
        assert screen.library.query.text == 'author:"Wei Li"'
        assert len(screen.library) == 2


async def test_an_author_typed_in_another_case_is_marked_and_let_go(
    opened: Opened, namesakes: Path
) -> None:
    async with opened(namesakes) as pilot:
        screen = await filtered(pilot, 'author:"wei li"')
        await stand_on(pilot, AUTHORS, AUTHORS)
        await settled(pilot, "enter")
        assert [row.key for row in rows(pilot, "author") if row.chosen] == ["Wei Li"]
        await stand_on(pilot, "author", "Wei Li")
        await settled(pilot, "enter")
        assert screen.library.query.is_empty


async def test_a_saved_search_is_typed_by_its_name(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await saved(pilot, "tag:ssm", "상태 공간")
        await filtered(pilot, "")
        await pilot.press("slash", *"@상태")
        popup = screen.query_one(CompletionList)
        while not popup.display:
            await pilot.pause(0.02)
        assert "no saved search" not in shown(pilot)
        assert len(screen.library) == screen.library.total
        await settled(pilot, "tab", "enter")
        assert screen.library.query.text == "tag:ssm"
        await settled(pilot, "slash", "ctrl+u", *"@x", "enter")
        assert "no saved search is called so" in shown(pilot)
        assert screen.library.query.is_empty


async def test_what_another_program_saves_is_shown_with_its_number(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await saved(pilot, "tag:ssm", "mine")
        screen.saved.remove("mine")
        for name in ("theirs", "another"):
            screen.saved.save(name, f"tag:{name}")
        await settled(pilot, "alt+2")
        assert screen.asked.text == "tag:another"
        assert [row.key for row in rows(pilot, "saved")] == ["theirs", "another"]
        screen.saved.save("third", "mamba")
        await settled(pilot, "ctrl+r")
        assert [row.key for row in rows(pilot, "saved")][-1] == "third"
