"""Reading digests anew by a key."""

from pathlib import Path

from tests.ui.conftest import Opened, read
from tests.ui.looking import screen_of, shown

DIGEST = "2024-05-0{day}\n\n{title}\n(Ada Lovelace, Alan Turing)\nWe show it.\n#new\n"


async def test_a_key_reads_what_came_and_went_and_is_answered_in_any_case(
    opened: Opened, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(DIGEST.format(day=1, title="Engines That Weave"), "utf-8")
    async with opened(tmp_path) as pilot:
        await pilot.press("ctrl+r")
        await read(pilot)
        assert "no digest has changed" in shown(pilot)
        second.write_text(DIGEST.format(day=2, title="Machines That Halt"), "utf-8")
        first.unlink()
        await pilot.press("ctrl+r")
        await read(pilot)
        assert len(screen_of(pilot).library) == 1
        assert "Machines That Halt" in shown(pilot)
        assert "read 1 file, 1 file gone" in shown(pilot)
