"""Leaving the filter line: what it shows from then on is what filters."""

import pytest
from textual import events

from tests.ui.conftest import Opened
from tests.ui.looking import filtered, screen_of, settled, shown
from tuireader.ui.screens.reader import ReaderScreen
from tuireader.ui.widgets.filter_input import FilterInput
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar


def consistent(screen: ReaderScreen) -> bool:
    """Whether line, chips, list and edits are about one filter."""
    line, query = screen.query_one(FilterLine), screen.library.query
    return (
        screen.query_one(FilterInput).value == query.text == screen.asked.text
        and [chip.words for chip in line.chips if not chip.words.startswith("sort:")]
        == [clause.text for clause in query.clauses]
        and not query.problems
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('author:"', ""),
        ('mamba author:"', "mamba"),
        ("mamba tag:", "mamba"),
        ("mamba OR", "mamba"),
        ("mamba -", "mamba"),
        ("sort:", ""),
        ('"state space', '"state space"'),
        ("(mamba", "mamba"),
        ("mamba is:odd", "mamba"),
    ],
)
async def test_what_cannot_be_taken_does_not_stay(
    opened: Opened, typed: str, kept: str
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, typed)
        assert screen.library.query.text == kept
        assert consistent(screen)
        await settled(pilot, "slash", "escape")
        assert screen.library.query.text == kept
        await settled(pilot, "escape", "escape")
        assert screen.library.query.is_empty
        assert consistent(screen)
        await settled(pilot, "slash", *"mamba", "enter")
        assert screen.library.query.text == "mamba"


async def test_what_is_left_out_is_said_and_what_is_understood_is_not(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        await filtered(pilot, 'mamba author:"')
        assert 'author:": the quote is not closed, left out' in shown(pilot)
    async with opened() as pilot:
        await filtered(pilot, '"state space')
        assert "left out" not in shown(pilot)


@pytest.mark.parametrize("typed", ['mamba author:"', "mamba is:odd", "mamba"])
async def test_a_line_that_is_left_with_the_mouse_is_kept(
    opened: Opened, typed: str
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await settled(pilot, "slash", *typed)
        await pilot.click(Sidebar, offset=(5, 1))
        await settled(pilot)
        assert consistent(screen)
        assert screen.focused is screen.query_one(Sidebar)
        assert not screen.query_one(FilterInput).can_focus


async def test_a_terminal_that_is_left_while_typing_gives_the_line_back(
    opened: Opened,
) -> None:
    """Letters typed after it are the filter's, and Escape restores all of it."""
    async with opened() as pilot:
        screen = await filtered(pilot, "model")
        await settled(pilot, "slash", *"mam")
        pilot.app.post_message(events.AppBlur())
        await settled(pilot)
        assert "model mam" in shown(pilot).split("\n")[0]
        pilot.app.post_message(events.AppFocus())
        await settled(pilot, *"ba")
        assert screen.query_one(FilterInput).value == "model mamba"
        assert screen.query_one(FilterLine).is_open
        await settled(pilot, "escape")
        assert screen.library.query.text == "model"
        assert isinstance(screen.focused, PaperList)
        assert consistent(screen)
