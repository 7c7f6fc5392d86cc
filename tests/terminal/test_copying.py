"""Copying and opening a paper's link, with real and with hostile tools."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Opened, Programs
from tests.terminal.digests import LINK

PAPER = "팬이 두 개면"


@pytest.mark.threat("T18")
def test_the_clipboard_holds_what_the_message_says(
    opened: Opened, note: Path, display: str
) -> None:
    terminal = opened(note, DISPLAY=display)
    terminal.wait_for(PAPER)
    terminal.send("y")
    terminal.wait_for(f"{LINK} copied")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    pasted = subprocess.run(
        ["xclip", "-selection", "clipboard", "-o"],
        env={"DISPLAY": display, "PATH": "/usr/bin:/bin:/usr/local/bin"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert pasted == LINK


@pytest.mark.threat("T15")
def test_without_a_clipboard_the_terminal_is_sent_it(
    opened: Opened, note: Path
) -> None:
    terminal = opened(note)
    terminal.wait_for(PAPER)
    terminal.send("y")
    terminal.wait_for(f"{LINK} sent to the terminal")
    # OSC 52: the link in base64.
    assert b"\x1b]52;c;aHR0cHM6Ly9hcnhpdi5vcmcvYWJzLzI0MDEuMDI5NTQ=" in terminal.raw


def test_a_paper_without_a_link_gives_a_search_and_says_so(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("라우터가")
    terminal.send("y")
    terminal.wait_for("a title search sent to the terminal: https://arxiv.org/")


@pytest.mark.threat("T17", "T45")
def test_a_hung_clipboard_leaves_the_keys_working(
    opened: Opened, day: Path, programs: Programs
) -> None:
    """The tool is given a second; twenty keys are dealt with in less."""
    programs.add("xclip", ': > "$LOG"; exec sleep 300')
    terminal = opened(day, DISPLAY=":977", PATH=programs.first)
    terminal.wait_for("라우터가")
    terminal.send("y")
    began = time.monotonic()
    while not programs.log.exists():
        assert time.monotonic() - began < 10, "the tool was never started"
        time.sleep(0.01)
    sent = time.perf_counter()
    terminal.send("jk" * 9 + "jj")
    assert terminal.wait_for("보상 모델이 길이를 배운다는") - sent < 0.9
    assert "sent to the terminal" not in terminal.text
    terminal.wait_for("a title search sent to the terminal: https://arxiv.org/")


def test_the_browser_is_given_the_link(
    opened: Opened, note: Path, programs: Programs
) -> None:
    programs.recorder("browser")
    terminal = opened(note, BROWSER="browser", PATH=programs.first)
    terminal.wait_for(PAPER)
    terminal.send("o")
    terminal.wait_for(f"{LINK} opened")
    assert programs.calls == [LINK]


@pytest.mark.threat("T14", "T45")
def test_a_slow_browser_leaves_the_keys_working(
    opened: Opened, day: Path, programs: Programs
) -> None:
    programs.add("browser", "exec sleep 300")
    terminal = opened(day, BROWSER="browser", PATH=programs.first)
    terminal.wait_for("라우터가")
    terminal.send("o")
    sent = terminal.send("j")
    assert terminal.wait_for("긴 영상을") - sent < 1
