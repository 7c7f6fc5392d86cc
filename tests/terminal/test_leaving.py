"""However the reader ends, the terminal is as it was; without one it does not begin."""

import os
import signal
import subprocess
import termios
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import READER, Opened
from tests.terminal.terminal import Terminal

SCREEN, CLICKS, MOVES, FOCUS, PASTE, CURSOR = 1049, 1000, 1003, 1004, 2004, 25
LOCAL = 3


def is_as_it_was(terminal: Terminal) -> bool:
    """Whether lines are edited and echoed, and all that was switched on is off."""
    local = terminal.attributes[LOCAL]
    modes = terminal.emulator.modes
    return (
        bool(local & termios.ICANON)
        and bool(local & termios.ECHO)
        and not any(modes[mode] for mode in (SCREEN, CLICKS, MOVES, FOCUS, PASTE))
        and modes[CURSOR]
    )


@pytest.fixture
def terminal(opened: Opened, day: Path) -> Terminal:
    """The reader, at rest."""
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    assert not is_as_it_was(terminal)
    assert terminal.emulator.modes[SCREEN]
    return terminal


@pytest.mark.parametrize("key", ["q", "\x11"])
def test_a_key_ends_it(terminal: Terminal, key: str) -> None:
    terminal.send(key)
    assert terminal.wait_exit() == 0
    assert is_as_it_was(terminal)


@pytest.mark.threat("T37")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_with_the_code_that_shells_expect(
    terminal: Terminal, number: int, code: int
) -> None:
    terminal.signal(number)
    assert terminal.wait_exit() == code
    assert is_as_it_was(terminal)


@pytest.mark.threat("T37")
def test_it_ends_with_its_window(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.wait_exit() == 129


@pytest.mark.threat("T37")
@pytest.mark.parametrize("keys", ["j", "jk" * 20, "jjjt", "/m"])
def test_it_ends_with_its_window_while_it_draws(terminal: Terminal, keys: str) -> None:
    """What it cannot write any more keeps it from ending no more than keys do."""
    terminal.send(keys)
    terminal.hang_up()
    assert terminal.wait_exit() == 129


@pytest.mark.threat("T37")
@pytest.mark.parametrize("times", [1, 3])
def test_it_goes_on_after_it_was_stopped_without_notice(
    terminal: Terminal, times: int
) -> None:
    """As by `kill -STOP`, which no program is told of."""
    for _ in range(times):
        terminal.signal(signal.SIGSTOP)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.signal(signal.SIGCONT)
        terminal.settle(0.3)
    terminal.resize(120, 40)
    terminal.wait_for("Papers 4", "라우터가")
    terminal.press("j")
    terminal.wait_for("긴 영상을")
    terminal.press(*"kjkj")
    terminal.wait_for("긴 영상을")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert is_as_it_was(terminal)


@pytest.mark.threat("T37")
def test_it_goes_on_after_it_was_stopped_in_the_middle_of_drawing(
    terminal: Terminal,
) -> None:
    for _ in range(25):
        terminal.send("jkjkjkjk")
        terminal.signal(signal.SIGSTOP)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.signal(signal.SIGCONT)
    terminal.settle(0.5)
    terminal.press("g", "j")
    terminal.wait_for("긴 영상을")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert is_as_it_was(terminal)


def test_going_on_twice_changes_nothing(terminal: Terminal) -> None:
    for _ in range(3):
        terminal.signal(signal.SIGCONT)
    terminal.press("j")
    terminal.wait_for("긴 영상을")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert is_as_it_was(terminal)


@pytest.mark.threat("T37")
def test_ctrl_c_does_not_leave_the_terminal_behind(terminal: Terminal) -> None:
    """It is a key like others; nothing interrupts the program half-way."""
    terminal.press("\x03", "j")
    terminal.wait_for("긴 영상을")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert is_as_it_was(terminal)


@pytest.mark.threat("T42")
@pytest.mark.parametrize("typed", [b"\xff\xfe", b"\xed\xa0\x80", b"\x9b2J\x00"])
def test_bytes_that_are_no_text_are_no_keys(terminal: Terminal, typed: bytes) -> None:
    terminal.send(typed)
    terminal.press("j")
    terminal.wait_for("긴 영상을")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert is_as_it_was(terminal)


def test_it_ends_at_once_while_it_reads(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2_000):
        (folder / f"{number}.md").write_text(f"*Paper {number}* (A. B.)\n\nText.\n")
    terminal = opened(folder)
    terminal.wait_for("quit")
    sent = terminal.send("q")
    assert terminal.wait_exit() == 0
    assert time.perf_counter() - sent < 3
    assert is_as_it_was(terminal)


@pytest.mark.threat("T29", "T45")
def test_it_ends_at_once_in_the_middle_of_a_large_file(
    opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "large"
    folder.mkdir()
    entry = "Paper {n} of Many\n(Ada Moor, Bo Ek)\n설명 {n} 끝.\n#tag\n"
    text = "2024-01-01\n" + "".join(entry.format(n=n) for n in range(150_000))
    (folder / "2024-01-01.txt").write_text(text, encoding="utf-8")
    terminal = opened(folder)
    terminal.wait_for("reading 0 of 1")
    sent = terminal.send("q")
    assert terminal.wait_exit() == 0
    assert time.perf_counter() - sent < 3
    assert is_as_it_was(terminal)


@pytest.mark.threat("T41")
@pytest.mark.parametrize("missing", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_it_says_so_at_once(
    missing: str, environment: dict[str, str], day: Path
) -> None:
    """Each of the three has to be one; here the other two are."""
    master, slave = os.openpty()
    streams = {"stdin", "stdout", "stderr"}
    given = {name: subprocess.PIPE if name == missing else slave for name in streams}
    began = time.monotonic()
    with subprocess.Popen(
        [*READER, str(day)],
        env=environment,
        stdin=given["stdin"],
        stdout=given["stdout"],
        stderr=given["stderr"],
    ) as program:
        out, err = program.communicate(timeout=20)
        assert program.returncode == 2
    assert time.monotonic() - began < 5
    os.close(slave)
    said = (out or b"") + (err or b"")
    if missing != "stderr":
        said += os.read(master, 65536)
    os.close(master)
    assert b"needs a terminal" in said
    assert b"\x1b" not in said
