"""Finding papers in a real terminal: completions, chips, what the next run knows."""

from pathlib import Path

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
