"""Notes, tags of the reader's own and the queue, made by keys and small screens."""

from pathlib import Path

import pytest

from tests.ui.conftest import Opened, kept
from tests.ui.looking import line, numbers, screen_of, shown, state, title
from tuireader.store.state import State
from tuireader.ui.screens.note import NoteScreen
from tuireader.ui.widgets.note_area import NoteArea
from tuireader.ui.widgets.sidebar import Sidebar


async def test_a_note_is_written_kept_and_shown_beside_the_commentary(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"dense", "enter", *"둘째")
        await kept(pilot, "ctrl+s")
        assert state(pilot).note == "dense\n둘째"
        assert "¶" in line(pilot, "Newest One")
        assert "Your note" in shown(pilot)
        assert "둘째" in shown(pilot)
        assert "모델 이야기." in shown(pilot)
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one(NoteArea).text = ""
        await kept(pilot, "ctrl+s")
        assert state(pilot).note == ""
        assert "Your note" not in shown(pilot)


async def test_escape_drops_what_is_written_only_when_pressed_twice(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await pilot.press("e", "escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, NoteScreen)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"long", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, NoteScreen)
        assert "esc again drops it" in shown(pilot)
        await kept(pilot, "escape")
        assert state(pilot).note == ""


async def test_a_note_that_cannot_be_kept_can_be_kept_later(
    opened: Opened, days: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    folder.write_text("in the way of the folder")
    async with opened(days, state=State(folder)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"dense")
        await kept(pilot, "ctrl+s")
        assert state(pilot).note == ""
        assert "File exists; the text is in the note still" in shown(pilot)
        folder.unlink()
        await pilot.press("e")
        await pilot.pause()
        assert pilot.app.screen.query_one(NoteArea).text == "dense"
        await kept(pilot, "ctrl+s")
        assert state(pilot).note == "dense"


@pytest.mark.threat("T1")
async def test_nothing_pasted_into_a_note_acts_on_the_terminal(
    opened: Opened, days: Path
) -> None:
    from textual import events

    async with opened(days) as pilot:
        await pilot.press("e")
        await pilot.pause()
        area = pilot.app.screen.query_one(NoteArea)
        pilot.app.post_message(events.Paste("a\x1b]52;c;UA==\x07\nb\u202e"))
        await pilot.pause()
        assert area.text.count("a") == 1
        assert not set("\x1b\x07\u202e") & set(area.text)


async def test_an_own_tag_is_completed_made_and_taken_away(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await pilot.press("+")
        await pilot.pause()
        await kept(pilot, *"to read", "enter")
        assert state(pilot).tags == ("to-read",)
        assert "#to-read" in line(pilot, "Newest One")
        assert "+#to-read" in shown(pilot)
        await pilot.press("j", "+")
        await pilot.pause()
        await kept(pilot, *"to-", "enter")
        assert state(pilot).tags == ("to-read",)
        await kept(pilot, "+", "enter")
        assert state(pilot).tags == ()


async def test_several_own_tags_are_given_at_once(opened: Opened, days: Path) -> None:
    async with opened(days) as pilot:
        await pilot.press("+")
        await pilot.pause()
        await kept(pilot, *"to read, 읽기 #later,,# ", "enter")
        assert set(state(pilot).tags) == {"to-read", "읽기", "later"}
        await kept(pilot, "u")
        assert state(pilot).tags == ()


async def test_the_queue_is_listed_in_its_order_and_papers_move_in_it(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        screen = screen_of(pilot)
        await kept(pilot, "G", "a", "g", "a")
        sidebar = screen.query_one(Sidebar)
        assert numbers(screen)["Queue"] == 2
        place = next(n for n, row in enumerate(sidebar.rows) if row.label == "Queue")
        await pilot.press("1")
        sidebar.move_cursor(place)
        await pilot.press("enter", "2")
        await pilot.pause()

        def listed() -> list[str]:
            return [screen.library.title_at(row)[:9] for row in range(2)]

        assert listed() == ["Older Two", "Newest On"]
        await kept(pilot, "G", "(")
        assert listed() == ["Newest On", "Older Two"]
        assert title(pilot) == "Newest One of Many"
        await kept(pilot, "(")
        assert "it is the first already" in shown(pilot)
        await kept(pilot, "u")
        assert listed() == ["Older Two", "Newest On"]


async def test_what_is_selected_is_marked_instead(opened: Opened, days: Path) -> None:
    async with opened(days) as pilot:
        await kept(pilot, "x", "x", "G", "s")
        assert numbers(screen_of(pilot))["Starred"] == 2
        assert "2 papers starred" in shown(pilot)
        assert not state(pilot).starred


async def test_where_there_is_no_terminal_no_editor_is_opened(
    opened: Opened, days: Path
) -> None:
    async with opened(days) as pilot:
        await pilot.press("E")
        await pilot.pause()
        assert "no editor can be opened here" in shown(pilot)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (60, 24)])
async def test_no_size_of_terminal_is_too_small_to_mark_and_note(
    opened: Opened, days: Path, size: tuple[int, int]
) -> None:
    async with opened(days, size=size) as pilot:
        for keys in (("e", "a", "ctrl+s"), ("+", "a", "enter"), ("R", "y"), ("b",)):
            await kept(pilot, *keys)
            await pilot.press("escape")
        await kept(pilot, "s", "c", "u", "U", "n", "N", "(")
        assert pilot.app.is_running
