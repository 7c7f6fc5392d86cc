"""Odd terminals, odd moments and failures inside: the reader or the shell goes on."""

import re
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.program import ROOT
from tests.terminal.conftest import Opened
from tests.terminal.digests import write_note
from tests.terminal.terminal import Terminal
from tests.terminal.test_leaving import is_as_it_was
from tests.terminal.test_sizes import grown

FAILING = """
import sys
from tuireader.ui.screens import reader
from tuireader.ui.widgets.text_pane import TextPane
def fail(*given, **named):
    raise RuntimeError("a title \\x1b]0;PWNED\\x07 [/] [bold]\\u202e \\x9b2J")
{where} = fail
from tuireader.cli.start import start
sys.exit(start(sys.argv[1:]))
"""


@pytest.mark.threat("T10", "T36", "T37")
@pytest.mark.parametrize(
    "where", ["reader.ReaderScreen.action_help", "TextPane.draw_line"]
)
def test_a_failure_inside_gives_the_terminal_back_and_writes_no_controls(
    environment: dict[str, str], day: Path, tmp_path: Path, where: str
) -> None:
    """The traceback holds what a digest said, and is text all the same."""
    program = tmp_path / "failing.py"
    program.write_text(FAILING.format(where=where))
    command = [sys.executable, str(program), str(day)]
    with Terminal(command, environment | {"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_raw(b"\x1b[?1049h")
        terminal.send("?")
        assert terminal.wait_exit() == 1
        assert is_as_it_was(terminal)
        raw = terminal.raw
    assert b"RuntimeError" in raw
    assert b"\x1b]0;PWNED" not in raw
    assert "\x9b".encode() not in raw
    assert "\u202e".encode() not in raw


@pytest.mark.threat("T37", "T40")
def test_a_storm_of_sizes_and_a_signal_in_it_leave_the_terminal_as_it_was(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    for step in range(150):
        terminal.set_size(1 + step * 37 % 500, 1 + step * 61 % 200)
        if step % 10 == 0:
            terminal.send("jtk\x1b"[step // 10 % 4])
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 143
    assert is_as_it_was(terminal)


@pytest.mark.threat("T40", "T43")
@pytest.mark.parametrize(
    "extra",
    [
        {"COLUMNS": "1", "LINES": "1"},
        {"COLUMNS": "0", "LINES": "-5"},
        {"COLUMNS": "x", "LINES": "9" * 30},
        {"COLUMNS": "", "LINES": " 24"},
        {"NO_COLOR": "1"},
        {"NO_COLOR": "1", "COLORTERM": "", "TERM": "vt100"},
        {"TERM": "no-such-terminal"},
        {"TERM": ""},
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "xx_YY.nonsense"},
        {"TEXTUAL_FPS": "x"},
    ],
    ids=str,
)
def test_it_reads_in_an_odd_environment(
    opened: Opened, day: Path, extra: dict[str, str]
) -> None:
    terminal = opened(day, **extra)
    terminal.wait_for("Papers 4", "라우터가")
    terminal.press("j", "k")
    colours = re.findall(rb"\x1b\[[0-9;]*38;2;([0-9]+);([0-9]+);([0-9]+)", terminal.raw)
    if "NO_COLOR" in extra:
        assert all(len(set(colour)) == 1 for colour in colours), "a colour, not a grey"
    terminal.resize(160, 45)
    grown(terminal)


@pytest.mark.threat("T43")
def test_letters_that_the_output_lacks_are_question_marks_and_keep_their_columns(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day, PYTHONIOENCODING="ascii")
    terminal.wait_for("? Library ?????", "? Papers 4 ?????", "Routing Tokens")
    assert "\\u" not in terminal.text


@pytest.mark.threat("T35")
def test_a_folder_that_goes_while_it_is_read_leaves_the_papers_on_the_screen(
    opened: Opened, day: Path, tmp_path: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    elsewhere = day.rename(tmp_path / "elsewhere")
    terminal.send("\x12")
    terminal.wait_for("No such file")
    terminal.press("j")
    terminal.wait_for("Papers 4", "긴 영상을")
    elsewhere.rename(day)
    write_note(day)
    terminal.send("\x12")
    terminal.wait_for("Papers 5")


@pytest.mark.threat("T22", "T25")
def test_two_readers_and_a_cache_that_goes_do_not_disturb_each_other(
    opened: Opened, day: Path, environment: dict[str, str]
) -> None:
    one, other = opened(day), opened(day)
    for terminal in (one, other):
        terminal.wait_for("Papers 4", "라우터가")
    write_note(day)
    one.send("\x12")
    other.send("\x12")
    for terminal in (one, other):
        terminal.wait_for("Papers 5")
    shutil.rmtree(environment["TUIREADER_CACHE_DIR"])
    for terminal in (one, other):
        terminal.press("G", "g", "j", "\x12", "j")
        terminal.wait_for("Papers 5")
        assert "damaged" not in terminal.text
        terminal.send("q")
        assert terminal.wait_exit() == 0
