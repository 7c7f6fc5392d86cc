"""The list's cursor as it is seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.notes import write
from tests.ui.conftest import Opened
from tests.ui.looking import screen_of, settled, shown, title
from tuireader.library.library import Library
from tuireader.ui.screens import searches
from tuireader.ui.widgets.paper_list import PaperList

CURSOR = "▌"


async def test_one_line_has_the_cursor_however_the_list_scrolls(opened: Opened) -> None:
    """The lines that were drawn stay so when it scrolls, but for these two."""
    async with opened(size=(120, 24)) as pilot:
        for key in [*"jjjjjjjj", "G", *"[[[[", "k", *"{{", "ctrl+d", "ctrl+u", "g"]:
            await pilot.press(key)
            await pilot.pause()
            lines = [line for line in shown(pilot).split("\n") if CURSOR in line]
            assert len(lines) == 1, key
            assert title(pilot)[:30] in lines[0], key


NOTES = {
    "2024/240503 One.md": "*Quiet Models* (A. B.)\n\n>Routing is what they learn.\n",
    "2024/240502 Two.md": "*Loud Models* (A. B.)\n\n>They learn nothing.\n",
    "2024/240501 Three.md": "*Routing in Models* (A. B.)\n\n>They learn it.\n",
    "2024/240430 Four.md": "*Old Routing* (A. B.)\n\n>They learnt it.\n",
}
"""A word in the titles of the oldest, and in the text of the newest."""


@pytest.mark.parametrize(
    ("word", "ends_on"),
    [
        ("routing", "Quiet Models"),
        ("routing moved", "Old Routing"),
        ("quiet", "Quiet Models"),
        ("loud", "Loud Models"),
    ],
)
async def test_the_cursor_waits_for_the_texts_that_may_hold_its_paper(
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    word: str,
    ends_on: str,
) -> None:
    """What titles hold is listed first; the paper it lacks for now is not left."""
    word, *moved = word.split()
    monkeypatch.setattr(searches, "AT_ONCE", 0)
    monkeypatch.setattr(searches, "WHOLE", 0)
    async with opened(write(tmp_path / "vault", NOTES)) as pilot:
        screen = screen_of(pilot)
        assert title(pilot) == "Quiet Models"
        seen: list[bool] = []

        def note(show: Callable[[Library], None], library: Library) -> None:
            show(library)
            seen.append(library.settled)
            if moved and not library.settled:
                screen.query_one(PaperList).go_to(1)

        show = screen.list_papers
        monkeypatch.setattr(screen, "list_papers", lambda library: note(show, library))
        screen.apply(screen.library.parse(word))
        await settled(pilot)
        assert seen == [False, True]
        assert title(pilot) == ends_on


async def test_a_list_that_was_emptied_and_filled_again_keeps_its_place(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        await settled(pilot, "j", "j")
        before = title(pilot)
        for text in ("zyxw", "zyxwv", ""):
            screen.apply(screen.library.parse(text))
            await settled(pilot)
        assert title(pilot) == before
