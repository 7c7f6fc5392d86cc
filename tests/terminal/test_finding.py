"""Finding papers in a real terminal: completions, chips, what the next run knows."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Opened


def test_a_completion_is_taken_and_the_line_closes_to_chips(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4")
    terminal.press("/")
    terminal.press("#mo")
    terminal.wait_for(" #moe", "Papers 0 of 4")
    terminal.press("\t")
    terminal.wait_for("Papers 1 of 4")
    terminal.press("\r")
    terminal.wait_for("#moe 1 ×")
    terminal.press("\x7f")
    terminal.wait_for("Papers 4 ")


@pytest.mark.parametrize("when", ["at once", "during the start", "at last"])
def test_enter_typed_ahead_closes_the_filter_whatever_the_kernel_made_of_it(
    opened: Opened, day: Path, when: str
) -> None:
    """A terminal that no program has taken turns Enter into a line feed."""
    before = opened(day)
    before.wait_for("Papers 4")
    before.press("q")
    assert before.wait_exit() == 0
    terminal = opened(day)
    if when == "during the start":
        terminal.wait_raw(b"\x1b[?1049h")
    elif when == "at last":
        terminal.wait_for("Papers 4")
    terminal.send("/#moe\r" if when == "at once" else "/#moe\n")
    terminal.send("x")
    terminal.wait_for("#moe 1 ×", "Papers 1 of 4", "1 selected")


def test_the_next_run_knows_filters_and_saved_searches(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4")
    terminal.press("/")
    terminal.press("#moe", "\r")
    terminal.wait_for("#moe 1 ×")
    terminal.press("F")
    terminal.wait_for("Save the filter as")
    terminal.press("\x15", "experts", "\r")
    terminal.wait_for("● experts")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    again = opened(day)
    again.wait_for("Papers 4", "experts", "alt+1")
    again.press("\x1b1")
    again.wait_for("Papers 1 of 4")
    again.press("/", "\x15", "\x1b[A")
    again.wait_for("#moe")
