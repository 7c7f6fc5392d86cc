"""The list's cursor as it is seen."""

from tests.ui.conftest import Opened
from tests.ui.looking import shown, title

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
