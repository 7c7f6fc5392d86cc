"""A digest's text is data: it never commands the terminal or the program."""

from pathlib import Path

import pytest

from tests.terminal.capture import Capture
from tests.terminal.conftest import READER, Hostile, Opened, Programs
from tests.terminal.digests import write_day
from tests.terminal.hostile import COMMANDS, MARKUP
from tests.terminal.terminal import ESCAPE, Terminal
from tests.terminal.tmux import Tmux

TOUR = (
    "gvJKvzzDD\\\\ hG enter esc ll J esc / {word} enter y op Y \x1b[B enter "
    "Y mark enter esc esc t t0 enter y T host enter esc esc esc ? J esc "
    ": rescan enter \x12 g b esc sarnNuUc esc e note \x13 + own enter R y ( b enter "
    "esc esc esc"
)
"""What is pressed, one after the other: every part of the screen, every way out."""


def head_of(screen: str) -> str:
    """Return the three lines under the list, which tell who, what and where."""
    lines = screen.splitlines()
    corners = (at for at, line in enumerate(lines) if line.endswith("╯"))
    end = next(corners, len(lines))
    # The sidebar, at their left, does not change.
    return "\n".join(lines[end + 1 : end + 4])


def toured(terminal: Terminal, papers: int, word: str) -> None:
    """See every paper, filter, pick, copy, open and look at everything there is.

    Raises:
        AssertionError: One of the papers is never shown.
    """
    terminal.settle(0.3)
    seen = {head_of(terminal.text)}
    for _ in range(papers - 1):
        terminal.send("j")
        terminal.wait_until(lambda text: head_of(text) not in seen, "the next paper")
        seen.add(head_of(terminal.text))
    for keys in TOUR.format(word=word).split():
        terminal.press(keys.replace("esc", ESCAPE).replace("enter", "\r"))
    for size in [(60, 20), (100, 30), (5, 5), (250, 60), (160, 45)]:
        terminal.resize(*size)
        terminal.press("j", "t", ESCAPE)
    terminal.settle(0.3)


def left(terminal: Terminal) -> Capture:
    """End the program and tell its output apart."""
    for _ in range(9):  # on a busy machine an escape and what follows may be one key
        terminal.press(ESCAPE)
        terminal.send("q")
        terminal.settle(1)
        if terminal.ended:
            break
    assert terminal.wait_exit() == 0, terminal.raw[-5_000:].decode("utf-8", "replace")
    return Capture(terminal.raw)


@pytest.fixture
def harmless(opened: Opened, tmp_path: Path, programs: Programs) -> Capture:
    """What the program itself tells a terminal on the same tour."""
    programs.recorder("browser")
    folder = write_day(tmp_path / "harmless")
    terminal = opened(folder, BROWSER="browser", PATH=programs.first)
    terminal.wait_for("Papers 4")
    toured(terminal, 1, "llm")
    return left(terminal)


@pytest.mark.threat("T1", "T3", "T4", "T5", "T6", "T11")
def test_no_digest_commands_the_terminal(
    opened: Opened,
    hostile: Hostile,
    harmless: Capture,
    programs: Programs,
) -> None:
    folder, papers = hostile
    terminal = opened(folder, BROWSER="browser", PATH=programs.first)
    terminal.wait_for(f"Papers {papers}", "설명")
    toured(terminal, papers, "Title")
    during = terminal.raw  # at its end the program switches off itself what some would
    capture = left(terminal)

    assert set(capture.kinds) <= set(harmless.kinds)
    assert capture.faults == []
    for name, payload in COMMANDS.items():
        assert payload.encode() not in during, name
    assert "PWNED" not in "".join(capture.clipboard)
    addresses = [line for line in programs.calls if line.startswith("http")]
    assert addresses == programs.calls
    assert all(each.startswith("https://arxiv.org/") for each in addresses)


def test_a_capture_tells_controls_from_text() -> None:
    capture = Capture(b"a\x1b[?1049lb\x1b]52;c;UFdORUQ=\x07c\x1b[1;31md\xe2\x80\xae")
    assert dict(capture.kinds) == {"CSI ?1049l": 1, "OSC 52": 1, "CSI m": 1}
    assert capture.clipboard == ["PWNED"]
    assert capture.text == "abcd\u202e"
    assert capture.faults == ["U+202E"]


@pytest.mark.threat("T7", "T9")
def test_markup_is_shown_letter_by_letter(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "markup"
    folder.mkdir()
    shown = {
        number: f"Note {number} {text} end"
        for number, text in enumerate(MARKUP.values())
    }
    for number, title in shown.items():
        text = f"*{title}* (A. Moor)\n\n설명 {title} 끝\n\n#x\n"
        (folder / f"240101 Note {number}.md").write_text(text)
    terminal = opened(folder, size=(160, 60))
    terminal.wait_for(f"Papers {len(MARKUP)}", shown[len(MARKUP) - 1])
    for title in shown.values():
        # A dollar sign or a backslash may be TeX, which is made readable.
        if "\\" not in title and "$" not in title:
            assert title in terminal.text


@pytest.mark.threat("T8")
def test_a_click_on_markup_does_nothing(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "markup"
    folder.mkdir()
    bait = "[@click=app.quit]quit[/]"
    text = f"*{bait} {bait}* ({bait})\n\n> {bait}\n\n{bait} 설명\n\n#x\n"
    (folder / "240101 Note.md").write_text(text)
    terminal = opened(folder)
    terminal.wait_for("설명", "app.quit")
    for y, line in enumerate(terminal.emulator.lines):
        for x in range(len(line)):
            if line.startswith("quit", x):
                terminal.send(f"\x1b[<0;{x + 2};{y + 1}M\x1b[<0;{x + 2};{y + 1}m")
    terminal.settle(0.3)
    terminal.send("q")
    assert terminal.wait_exit() == 0


@pytest.mark.threat("T2")
def test_no_digest_reaches_the_buffer_of_tmux(tmux: Tmux, hostile: Hostile) -> None:
    folder, papers = hostile
    tmux.option("set-clipboard", "on")
    title = tmux.asked("#{pane_title}")
    tmux.run(*READER, folder)
    tmux.wait_for(f"Papers {papers}")
    for _ in range(papers // 10 + 1):
        tmux.press(*"jjjjjjjjjj")
        tmux.settle()
    assert tmux.alternate
    assert tmux.buffers == []
    assert tmux.asked("#{pane_title}") == title
    tmux.press("q")
    tmux.wait_until(lambda: not tmux.alternate, "the shell's own screen")
    assert tmux.buffers == []
