"""Terminals of every size."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Opened
from tests.terminal.terminal import Terminal

SIZES = [
    (1, 1), (2, 1), (2, 2), (3, 3), (4, 4), (5, 5), (1, 24), (80, 1), (20, 5),
    (500, 300), (69, 20), (99, 30),
]  # fmt: skip
ON = b"\x1b[?1049h"


def grown(terminal: Terminal) -> None:
    """Make the window large; whoever is still there draws it."""
    terminal.settle()
    terminal.resize(160, 45)
    terminal.wait_for("Library", "Papers 4", "라우터가")
    terminal.send("q")
    assert terminal.wait_exit() == 0


@pytest.mark.threat("T40")
@pytest.mark.parametrize("size", [(1, 1), (3, 3), (1, 24), (80, 1), (20, 5)])
def test_it_starts_in_a_tiny_window(
    opened: Opened, day: Path, size: tuple[int, int]
) -> None:
    terminal = opened(day, size=size)
    terminal.wait_raw(ON)
    terminal.settle(0.3)
    terminal.press("j", "k", "l", "h", "?", "q", "t", "\x1b")
    grown(terminal)


def test_it_starts_in_a_huge_window(opened: Opened, day: Path) -> None:
    terminal = opened(day, size=(500, 300))
    terminal.wait_raw("라우터가".encode())
    grown(terminal)


@pytest.mark.threat("T40")
def test_it_follows_the_window_to_every_size(opened: Opened, day: Path) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    for size in SIZES:
        terminal.resize(*size)
        terminal.press("jk")
    grown(terminal)


@pytest.mark.threat("T40")
def test_a_picker_and_the_help_fit_a_tiny_window(opened: Opened, day: Path) -> None:
    terminal = opened(day, size=(40, 12))
    terminal.wait_raw(ON)
    terminal.settle(0.3)
    for key in "t?Y/":
        terminal.press(key)
        for size in [(3, 2), (1, 1), (40, 12)]:
            terminal.resize(*size)
            terminal.settle()
        terminal.press("\x1b")
        terminal.settle(0.2)
    grown(terminal)


@pytest.mark.parametrize("columns", [160, 131, 100, 60])
def test_wide_characters_do_not_shift_what_stands_beside_them(
    opened: Opened, day: Path, columns: int
) -> None:
    """Each line of a box ends in the column in which its corners are."""
    terminal = opened(day, size=(columns, 40))
    terminal.wait_for("보상 모델은 무엇을 배우는가")
    terminal.press("j", "j")
    if columns >= 100:
        terminal.wait_for("전각 문자는")
    boxes = 0
    rows = terminal.emulator.rows
    for top, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell == "╮":
                boxes += 1
                below = [line[column] for line in rows[top + 1 :]]
                edge = "".join(below[: below.index("╯")])
                assert set(edge) <= {"│"}, (column, edge, terminal.text)
    assert boxes >= 1
