"""One table of keys serves bindings, footer and help."""

from pathlib import Path

import pytest
from textual.binding import Binding

from tests.ui.conftest import STILL, Opened, RecordedLinks, read
from tests.ui.looking import filtered, screen_of, settled, shown, title
from tuireader.library.loader import Loader
from tuireader.resources import resource_directory
from tuireader.ui.app import ReaderApp
from tuireader.ui.keys import KEYS, keymap, remapped, rows, with_jamo
from tuireader.ui.widgets.filter_input import FilterInput
from tuireader.ui.widgets.note_area import NoteArea


def test_no_key_does_two_things() -> None:
    bound = [key for entry in KEYS for key in entry.keys]
    assert len(bound) == len(set(bound))
    assert len({entry.id for entry in KEYS}) == len(KEYS)


def test_a_korean_input_method_reaches_the_same_keys() -> None:
    assert with_jamo(("j", "down")) == "j,down,ㅓ"
    bound = [
        binding.key
        for key in KEYS
        for binding in Binding.make_bindings([Binding(with_jamo(key.keys), "x")])
    ]
    assert len(bound) == len(set(bound))


async def test_a_line_feed_is_enter_wherever_keys_are_taken(opened: Opened) -> None:
    """Enter that is typed before the terminal is taken comes as one."""
    async with opened() as pilot:
        screen = await filtered(pilot, "")
        await settled(pilot, "slash", *"mamba", "ctrl+j", "j", "k")
        assert screen.library.query.text == "mamba"
        assert not screen.query_one(FilterInput).has_focus
        await settled(pilot, "F", "ctrl+u", *"apes", "ctrl+j")
        assert [each.name for each in screen.saved.all()] == ["apes"]
        await settled(pilot, "slash", "ctrl+u", "ctrl+j", "t", *"ssm", "ctrl+j")
        assert screen.library.query.tags == {"ssm"}
        await settled(pilot, "escape", "R", "ctrl+j")
        assert pilot.app.screen is screen
        await settled(pilot, "e", "a", "ctrl+j", "b")
        assert pilot.app.screen.query_one(NoteArea).text == "a\nb"


async def test_a_line_feed_may_be_given_work_of_its_own(opened: Opened) -> None:
    async with opened() as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        app.remap({"filter": "ctrl+j"})
        await settled(pilot, "ctrl+j")
        assert screen_of(pilot).query_one(FilterInput).has_focus


def test_keys_can_be_remapped_by_id() -> None:
    assert keymap({"copy": "c"})["copy"] == "c,ㅊ"
    with pytest.raises(ValueError, match="fly"):
        keymap({"fly": "f"})
    with pytest.raises(ValueError, match="'c' cannot be both copy and star"):
        keymap({"copy": "c", "star": "s,c"})
    assert keymap({"help": "?", "filter": "<"}) == {
        "help": "question_mark", "filter": "less_than_sign",
    }  # fmt: skip


def test_a_key_that_is_given_away_is_no_longer_told_where_it_was() -> None:
    table = {key.id: key.keys for key in remapped({"copy": "c", "quit": "q,j"})}
    assert (table["copy"], table["catch-up"]) == (("c",), ())
    assert (table["quit"], table["down"]) == (("q", "j"), ("down",))
    assert "catch-up" not in {key.id for key in rows(remapped({"copy": "c"}))}


async def test_footer_help_and_keys_follow_the_configuration(tmp_path: Path) -> None:
    samples = [resource_directory("sample_digests")]
    loader = Loader(samples, tmp_path)
    app = ReaderApp(loader, RecordedLinks, habits=STILL)
    app.remap({"down": "c,?"})
    async with app.run_test(size=(160, 45)) as pilot:
        await read(pilot)
        assert "c next" in shown(pilot).split("\n")[-1]
        third = screen_of(pilot).library.title_at(2)
        await pilot.press("j", "c", "question_mark")
        assert title(pilot) == third
        assert not screen_of(pilot).library.query.clauses, "c does nothing else"
        await pilot.press("f1")
        await pilot.pause()
        lines = shown(pilot).split("\n")
        assert any("c ?" in line and "next paper" in line for line in lines)
        assert not any("what you star" in line for line in lines)


@pytest.mark.parametrize("before", [(), ("t",), ("question_mark",), ("F",), ("slash",)])
async def test_the_program_is_suspended_wherever_the_keys_are(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...]
) -> None:
    async with opened() as pilot:
        await filtered(pilot, "model")
        suspended: list[str] = []
        monkeypatch.setattr(
            pilot.app, "action_suspend", lambda: suspended.append("once")
        )
        await settled(pilot, *before, "ctrl+z")
        assert suspended == ["once"]
