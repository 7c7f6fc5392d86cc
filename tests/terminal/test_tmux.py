"""The reader in a real tmux."""

from pathlib import Path

import pytest

from tests.terminal.conftest import READER
from tests.terminal.digests import LINK
from tests.terminal.tmux import Tmux


def test_a_digest_opens(tmux: Tmux, day: Path) -> None:
    tmux.run(*READER, day)
    tmux.wait_for("Library", "Papers 4", "Abstract", "We train a sparse", "라우터가")


def test_a_tag_leaves_its_paper(tmux: Tmux, day: Path) -> None:
    tmux.run(*READER, day)
    tmux.wait_for("Papers 4", "라우터가")
    tmux.press("t")
    tmux.wait_for("Require a tag")
    tmux.press("m", "o", "e", "Enter")
    tmux.wait_for("Papers 1 of 4")


@pytest.mark.threat("T19")
@pytest.mark.parametrize("setting", ["on", "external", "off"])
def test_a_copied_link_is_in_the_buffer_and_the_message_says_so(
    tmux: Tmux, note: Path, setting: str
) -> None:
    tmux.option("set-clipboard", setting)
    tmux.run(*READER, note)
    tmux.wait_for("Papers 1", "팬이 두 개면")
    tmux.press("y")
    tmux.wait_for(f"{LINK} copied to tmux, sent to the terminal")
    assert tmux.buffer == LINK


def test_it_leaves_the_shell_as_it_was(tmux: Tmux, note: Path) -> None:
    tmux.run(*READER, note)
    tmux.wait_for("Papers 1")
    assert tmux.alternate
    tmux.press("q")
    tmux.wait_until(lambda: not tmux.alternate, "the shell's own screen")
    tmux.run("echo", "still here")
    tmux.wait_for("\nstill here")


@pytest.mark.threat("T39")
def test_it_stops_and_goes_on_like_any_program(tmux: Tmux, day: Path) -> None:
    tmux.run(*READER, day)
    tmux.wait_for("Papers 4", "라우터가")
    tmux.press("j")
    tmux.wait_for("긴 영상을")
    tmux.press("C-z")
    tmux.wait_until(lambda: not tmux.alternate, "the shell's own screen")
    tmux.wait_for("Stopped")
    tmux.run("fg")
    tmux.wait_until(lambda: tmux.alternate, "the reader's screen")
    tmux.wait_for("Papers 4", "긴 영상을")
    tmux.press("k")
    tmux.wait_for("라우터가")
