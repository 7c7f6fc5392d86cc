"""What is marked by keys is kept, shown and undone."""

from pathlib import Path

from tests.ui.conftest import Opened, kept
from tests.ui.looking import line, numbers, screen_of, shown, state, title
from tuireader.domain.habits import Habits
from tuireader.store.locking import locked
from tuireader.store.state import State


async def test_a_star_is_on_disk_when_it_is_shown(
    opened: Opened, days: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    async with opened(days, state=State.open(folder)) as pilot:
        await kept(pilot, "s")
        assert "★" in line(pilot, "Newest One")
        assert "starred" in shown(pilot)
        paper = screen_of(pilot).paper
        assert paper is not None
        found = State.open(folder).fields(paper.keys)
        assert found["star"].value is True
        await kept(pilot, "s")
        assert "★" not in line(pilot, "Newest One")


async def test_new_is_unread_and_older_than_the_baseline_read(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        assert "● " in line(pilot, "Newest Two")
        assert "● " not in line(pilot, "Older One")
        assert "● 3" in line(pilot, "2024-08-30")
        assert numbers(screen_of(pilot))["Unread"] == 3


async def test_two_quick_keys_are_two_changes_in_their_order(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await kept(pilot, "s", "s", "a", "r")
        assert not state(pilot).starred
        assert state(pilot).queue is not None
        assert state(pilot).read


async def test_read_is_toggled_undone_and_done_again(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await kept(pilot, "r")
        assert state(pilot).read
        assert numbers(screen_of(pilot))["Unread"] == 2
        assert "● 2 of 3" in line(pilot, "2024-08-30")
        await kept(pilot, "u")
        assert not state(pilot).read
        assert "undone" in shown(pilot)
        await kept(pilot, "U")
        assert state(pilot).read
        await kept(pilot, "u", "u")
        assert "nothing to undo" in shown(pilot)


async def test_all_listed_are_marked_read_once_that_is_confirmed(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await pilot.press("R")
        await pilot.pause()
        assert "Mark 3 papers read?" in shown(pilot)
        await kept(pilot, "n")
        assert numbers(screen_of(pilot))["Unread"] == 3
        await kept(pilot, "R", "y")
        assert numbers(screen_of(pilot))["Unread"] == 0
        await kept(pilot, "R")
        assert "everything listed is read" in shown(pilot)
        await kept(pilot, "u")
        assert numbers(screen_of(pilot))["Unread"] == 3


async def test_unread_papers_are_reached_over_days_in_both_directions(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await kept(pilot, "G", "r", "g")
        await pilot.press("n", "n", "n")
        assert title(pilot) == "Older Two of Many"
        await pilot.press("n")
        await pilot.pause()
        assert title(pilot) == "Older Two of Many"
        assert "no unread paper further down" in shown(pilot)
        await pilot.press("N")
        assert title(pilot) == "Newest Three of Many"


async def test_papers_read_under_is_unread_stay_until_the_filter_is_run_again(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        screen = screen_of(pilot)
        await pilot.press("1", "j", "enter", "2")
        await pilot.pause()
        assert screen.library.query.text == "is:unread"
        assert len(screen.library) == 3
        await kept(pilot, "r")
        assert len(screen.library) == 3
        assert "● " not in line(pilot, "Newest One")
        await kept(pilot, "slash", "enter")
        assert len(screen.library) == 2


async def test_a_refused_mark_is_said_and_shows_nothing(
    opened: Opened, days: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file is in the way")
    async with opened(days, state=State.open(tmp_path / "state")) as pilot:
        await kept(pilot, "s")
        assert not state(pilot).starred
        assert str(tmp_path / "state")[-20:] in shown(pilot)
        assert "★" not in line(pilot, "Newest One")


async def test_marks_of_another_program_show_when_the_window_has_the_focus_again(
    opened: Opened, days: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    async with opened(days, state=State.open(folder)) as pilot:
        paper = screen_of(pilot).paper
        assert paper is not None
        pilot.app.app_focus = False
        from tuireader.library.marks import Marks

        Marks(State.open(folder)).set_starred([paper], True)
        pilot.app.app_focus = True
        await kept(pilot)
        assert "★" in line(pilot, "Newest One")


async def test_where_only_the_list_is_seen_no_paper_is_read_by_standing_on_it(
    opened: Opened, days: Path
) -> None:
    async with opened(days, size=(60, 24), habits=Habits("dwell", 0.1)) as pilot:
        await pilot.pause(0.3)
        await kept(pilot, "j", "k")
        assert not state(pilot).read
        await pilot.press("space")
        await pilot.pause()
        assert "모델 이야기." in shown(pilot)
        await pilot.pause(0.4)
        await kept(pilot)
        assert state(pilot).read
        await kept(pilot, "space")
        assert title(pilot) == "Newest Two of Many"


async def test_a_lock_that_another_program_holds_delays_marks_but_no_key(
    opened: Opened, days: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    async with opened(days, state=State.open(folder)) as pilot:
        screen = screen_of(pilot)
        with locked(folder, 1):
            await pilot.press("s", "j", "j")
            await pilot.pause()
            assert title(pilot) == "Newest Three of Many"
            assert not screen.marking.is_idle
            assert "★" not in shown(pilot)
        await kept(pilot)
        assert "★" in line(pilot, "Newest One")
