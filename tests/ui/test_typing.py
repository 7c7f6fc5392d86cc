"""Keys that come all at once, as over a slow line, do what they do one by one."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.conftest import Opened, RecordedLinks, kept
from tests.ui.looking import screen_of, settled
from tuireader.library.loader import Loader
from tuireader.query import Query
from tuireader.resources import resource_directory
from tuireader.ui.app import ReaderApp
from tuireader.ui.screens import searches
from tuireader.ui.screens.reader import ReaderScreen
from tuireader.ui.widgets import filter_aids
from tuireader.ui.widgets.filter_input import FilterInput
from tuireader.ui.widgets.paper_list import PaperList

_NAMES = {
    "/": "slash",
    ":": "colon",
    "\r": "enter",
    "\x1b": "escape",
    "\b": "backspace",
    "\\": "backslash",
    "-": "minus",
    "+": "plus",
    "@": "at",
    "_": "underscore",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}


async def typed(pilot: Pilot[int], text: str) -> ReaderScreen:
    """Type `text` without waiting between its keys."""
    for character in text:
        key = _NAMES.get(character, character)
        pilot.app.post_message(events.Key(key, character))
    for _ in range(5):
        await pilot.pause(0.05)
    assert isinstance(pilot.app, ReaderApp)
    return pilot.app.reader


def listed(reader: ReaderScreen, text: str) -> int:
    return len(reader.library.matching(Query.parse(text)))


@pytest.mark.parametrize("text", ["mamba", "qy:tT", "zD?q", "-<S/@_+>-"])
async def test_letters_behind_the_filter_key_are_the_filters(
    opened: Opened, links: RecordedLinks, text: str
) -> None:
    async with opened() as pilot:
        reader = await typed(pilot, f"/{text}")
        assert reader.library.query.text == text
        assert pilot.app.screen is reader
        assert pilot.app.is_running
        assert links.asked == []


async def test_keys_behind_a_filter_are_the_lists(opened: Opened) -> None:
    async with opened() as pilot:
        reader = await typed(pilot, "/llm\rj")
        assert reader.library.query.text == "llm"
        assert isinstance(reader.focused, PaperList)


@pytest.mark.parametrize("end", ["\r", "\x1b"])
async def test_keys_behind_a_filter_wait_for_what_it_lists(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """Else they would mark, or copy, a paper of the list before."""
    monkeypatch.setattr(searches, "AT_ONCE", 0)
    monkeypatch.setattr(searches, "WHOLE", 0)
    async with opened() as pilot:
        assert (paper := screen_of(pilot).paper) is not None
        reader = await typed(pilot, f"/mamba{end}js")
        await settled(pilot)
        await kept(pilot)
        listed_first = "" if end == "\x1b" else "mamba"
        assert reader.library.query.text == listed_first
        starred = reader.library.matching(Query.parse("is:starred"))
        assert [starred.key_at(row) for row in range(len(starred))] == [
            reader.library.key_at(1)
        ]
        assert starred.key_at(0) != paper.key


async def test_a_search_that_fails_keeps_no_keys(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searches, "AT_ONCE", -1)
    async with opened() as pilot:
        reader = screen_of(pilot)
        monkeypatch.setattr(reader._searches, "_drawn", None)
        await typed(pilot, "/mamba\rzq")
        await settled(pilot)
        assert not pilot.app.is_running


async def test_editing_takes_its_turn(opened: Opened) -> None:
    async with opened() as pilot:
        reader = await typed(pilot, "/lln\bm")
        assert reader.library.query.text == "llm"


async def test_a_letter_has_nothing_laid_out_anew(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filter_aids, "PAUSE", 60)  # completions come and go
    async with opened() as pilot:
        reader = await typed(pilot, "/l")
        laid: list[object] = []
        lay = Screen._refresh_layout

        def counted(screen: Screen[object], *given: object, **named: object) -> None:
            laid.append(screen)
            lay(screen, *given, **named)  # type: ignore[arg-type]  # as they come

        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await pilot.press("l", "m")
        await pilot.pause()
        assert laid == []
        assert reader.library.query.text == "llm"


async def test_the_end_of_a_long_line_stays_in_view(opened: Opened) -> None:
    async with opened() as pilot:
        text = " ".join(f"word{number}" for number in range(60))
        reader = await typed(pilot, f"/{text}")
        line = reader.query_one(FilterInput)
        assert line.render_line(0).text.rstrip().endswith(text[-20:])
        await pilot.press("home")
        await pilot.pause()
        assert line.render_line(0).text.startswith(text[:20])


async def test_letters_behind_the_tag_key_narrow_the_tags(opened: Opened) -> None:
    async with opened() as pilot:
        reader = await typed(pilot, "tssn\bm\r")
        assert reader.library.query.text == "tag:ssm"
        assert len(reader.library) == listed(reader, "tag:ssm") > 0


async def test_letters_behind_the_copy_menu_key_find_what_to_copy(
    opened: Opened, links: RecordedLinks
) -> None:
    async with opened() as pilot:
        await typed(pilot, "Ybib\r")
        assert [purpose for purpose, _ in links.asked] == ["copy-bibtex"]


@pytest.mark.parametrize("text", ["zz/ssm", "1vv2/ssm", "\\/ssm"])
async def test_keys_typed_during_the_start_act_once_it_is_over(
    text: str, links: RecordedLinks, tmp_path: Path
) -> None:
    class Hasty(ReaderApp):
        async def on_load(self) -> None:
            for key in text:
                self.post_message(events.Key(_NAMES.get(key, key), key))

    app = Hasty(
        Loader((resource_directory("sample_digests"),), tmp_path), lambda: links
    )
    async with app.run_test() as pilot:
        reader = await typed(pilot, "")
        assert reader.library.query.text == "ssm"


async def test_quitting_during_the_start_ends_well(
    links: RecordedLinks, tmp_path: Path
) -> None:
    class Hasty(ReaderApp):
        async def on_load(self) -> None:
            self.post_message(events.Key("q", "q"))

    app = Hasty(
        Loader((resource_directory("sample_digests"),), tmp_path), lambda: links
    )
    async with app.run_test() as pilot:
        await typed(pilot, "")
    assert app.return_code == 0
