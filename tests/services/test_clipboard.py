"""A copy is called one only when the text was read back, and nothing can freeze it."""

import os
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests.services.conftest import Programs
from tuireader.services.clipboard import Clipboard, CopyResult

LINK = "https://arxiv.org/abs/2408.16293"


def _pasted(environ: dict[str, str]) -> str:
    command = ["xclip", "-selection", "clipboard", "-o"]
    return subprocess.run(
        command, env=environ, stdout=subprocess.PIPE, check=True, timeout=5
    ).stdout.decode()


def _left_running(marker: str) -> list[str]:
    """Return processes, zombies too, whose environment holds `marker`."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                environ = (process / "environ").read_bytes()
                state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:  # it ended meanwhile, or is another user's
                continue
            if marker.encode() in environ:
                found.append(f"{process.name} {state}")
    return found


def _own_zombies() -> list[str]:
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] == "Z" and int(fields[1]) == os.getpid():
                found.append(process.name)
    return found


@pytest.mark.threat("T18")
@pytest.mark.parametrize(
    "text",
    [LINK, "한글 “quotes” $HOME `x`", "two\nlines", "x" * 200_000],
    ids=["link", "quotes", "lines", "long"],  # pytest puts them into the environment
)
def test_what_is_copied_on_a_display_can_be_pasted_by_others(
    desktop: dict[str, str], text: str
) -> None:
    result = Clipboard(desktop, limit=5).copy(text)

    assert result == CopyResult(copied=True, route="clipboard")
    assert result.words == "copied"
    assert _pasted(desktop) == text


def test_the_last_of_copies_made_at_once_is_whole(desktop: dict[str, str]) -> None:
    clipboard = Clipboard(desktop, limit=5)
    results: list[CopyResult] = []
    threads = [
        threading.Thread(
            target=lambda n=n: results.append(clipboard.copy(f"{LINK}{n}"))
        )
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [result.copied for result in results] == [True] * 4
    assert _pasted(desktop).startswith(LINK)


@pytest.mark.threat("T16")
def test_a_dead_display_is_no_copy(programs: Programs) -> None:
    result = Clipboard({"PATH": programs.first, "DISPLAY": ":977"}, limit=5).copy(LINK)

    assert not result.copied
    assert result.to_terminal
    assert result.words == "sent to the terminal"


@pytest.mark.threat("T16")
def test_a_tool_that_swallows_the_text_is_not_believed(programs: Programs) -> None:
    programs.add("xclip", "cat > /dev/null")
    result = Clipboard({"PATH": programs.first, "DISPLAY": ":977"}, limit=5).copy(LINK)

    assert (result.copied, result.reason) == (False, "the clipboard did not take it")


def test_a_tool_that_takes_its_time_is_looked_at_again(programs: Programs) -> None:
    """A tool may still be on its way to the X server when it lets its caller go on."""
    programs.add(
        "xclip",
        'case "$*" in *-o*) echo look >> "$LOG"\n'
        '[ "$(wc -l < "$LOG")" -gt 2 ] && cat "$LOG.text" || printf old;;\n'
        '*) cat > "$LOG.text";; esac',
    )
    result = Clipboard({"PATH": programs.first, "DISPLAY": ":977"}, limit=5).copy(LINK)

    assert result.copied
    assert programs.calls == ["look"] * 3


@pytest.mark.threat("T17")
def test_a_hung_tool_is_given_up_and_killed_with_all_it_started(
    programs: Programs, tmp_path: Path
) -> None:
    programs.add("xclip", "sleep 300 & exec sleep 300")
    marker = f"TUIREADER_TEST_RUN={tmp_path}"
    environ = {"PATH": programs.first, "DISPLAY": ":977"}
    name, _, value = marker.partition("=")
    began = time.monotonic()
    result = Clipboard({**environ, name: value}).copy(LINK)

    assert time.monotonic() - began < 2
    assert not result.copied
    assert result.reason == "the clipboard tool did not answer within 1 s"
    assert result.words == "sent to the terminal"
    # Killed they are; the system may take a moment to bury them.
    patience = time.monotonic() + 10
    while _left_running(marker) and time.monotonic() < patience:
        time.sleep(0.01)
    assert _left_running(marker) == []
    assert _own_zombies() == []


def test_a_large_text_does_not_hang_on_a_tool_that_reads_nothing(
    programs: Programs,
) -> None:
    programs.add("xclip", "exec sleep 300")
    environ = {"PATH": programs.first, "DISPLAY": ":977"}

    assert not Clipboard(environ, limit=0.5).copy("x" * 5_000_000).copied


@pytest.mark.threat("T15")
def test_without_any_tool_the_terminal_is_what_is_left(programs: Programs) -> None:
    result = Clipboard({"PATH": str(programs.folder), "DISPLAY": ":977"}, 5).copy(LINK)

    assert result.reason.startswith("there is no clipboard tool here")
    assert result.words == "sent to the terminal"


def test_without_a_display_no_tool_is_started(programs: Programs) -> None:
    programs.recorder("xclip")
    result = Clipboard({"PATH": programs.first}).copy(LINK)

    assert result.reason == "this session has no desktop clipboard"
    assert programs.calls == []


def test_nothing_of_the_tools_reaches_this_terminal(
    programs: Programs, capfd: pytest.CaptureFixture[str]
) -> None:
    programs.add("xclip", "echo out; echo err >&2; exit 1")
    Clipboard({"PATH": programs.first, "DISPLAY": ":977"}, limit=5).copy(LINK)

    assert capfd.readouterr() == ("", "")


@pytest.mark.threat("T19")
def test_in_tmux_the_buffer_is_read_back(tmux: dict[str, str]) -> None:
    result = Clipboard(tmux, limit=5).copy(LINK)
    shown = subprocess.run(
        ["tmux", "show-buffer"], env=tmux, stdout=subprocess.PIPE, check=True
    )

    assert shown.stdout.decode() == LINK
    assert (result.copied, result.route) == (False, "tmux")
    assert result.to_terminal
    assert result.words == "copied to tmux, sent to the terminal"


def test_in_tmux_on_a_desktop_both_are_filled(
    tmux: dict[str, str], desktop: dict[str, str]
) -> None:
    result = Clipboard({**tmux, **desktop}, limit=5).copy(LINK)

    assert (result.copied, result.route) == (True, "clipboard")
    assert _pasted(desktop) == LINK


def test_an_old_tmux_without_w_still_gets_its_buffer(
    tmux: dict[str, str], programs: Programs
) -> None:
    programs.add("tmux", f'[ "$2" = -w ] && exit 1\nPATH={tmux["PATH"]} exec tmux "$@"')

    assert Clipboard({**tmux, "PATH": programs.first}, 5).copy(LINK).route == "tmux"


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 300"])
def test_a_tmux_that_is_gone_or_hung_is_not_claimed(
    programs: Programs, script: str
) -> None:
    programs.add("tmux", script)
    environ = {"PATH": programs.first, "TMUX": "/nowhere,1,0"}
    result = Clipboard(environ, limit=0.3).copy(LINK)

    assert (result.copied, result.route) == (False, "")
    assert "tmux" in result.reason
