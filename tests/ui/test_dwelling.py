"""When a paper counts as read because the reader looked at it."""

from pathlib import Path

import pytest

from tests.ui.conftest import Opened, kept
from tests.ui.looking import line, state, title
from tuireader.domain.habits import Habits, Reading


@pytest.mark.parametrize(
    ("habit", "keys", "expected"),
    [
        ("dwell", (), True),
        ("leave", ("j", "k"), True),
        ("leave", (), False),
        ("open", ("enter",), True),
        ("open", ("j", "k"), False),
        ("manual", ("enter", "escape", "j", "k"), False),
    ],
)
async def test_when_a_paper_counts_as_read_is_a_habit(
    opened: Opened, days: Path, habit: Reading, keys: tuple[str, ...], *, expected: bool
) -> None:
    async with opened(days, habits=Habits(habit, 0.2)) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.3)
        await kept(pilot)
        assert state(pilot).read is expected


async def test_time_without_the_window_or_behind_help_does_not_count(
    opened: Opened, days: Path
) -> None:
    async with opened(days, habits=Habits("dwell", 0.3)) as pilot:
        pilot.app.app_focus = False
        await pilot.pause(0.5)
        assert not state(pilot).read
        pilot.app.app_focus = True
        await pilot.press("question_mark")
        await pilot.pause(0.5)
        assert not state(pilot).read
        await pilot.press("escape")
        await pilot.pause(0.5)
        await kept(pilot)
        assert state(pilot).read


async def test_what_was_marked_unread_by_hand_stays_so_while_it_is_shown(
    opened: Opened, days: Path
) -> None:
    async with opened(days, habits=Habits("dwell", 0.1)) as pilot:
        await pilot.pause(0.3)
        await kept(pilot)
        assert state(pilot).read
        await pilot.press("r")
        await pilot.pause(0.3)
        await kept(pilot)
        assert not state(pilot).read


async def test_space_at_the_end_of_a_paper_marks_it_read_and_goes_on(
    opened: Opened, days: Path
) -> None:
    async with opened(days, habits=Habits("dwell", 600)) as pilot:
        await kept(pilot, "space")
        assert title(pilot) == "Newest Two of Many"
        assert "● " not in line(pilot, "Newest One")
