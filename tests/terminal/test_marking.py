"""What a key marks is on disk once the screen says so, whatever happens then."""

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Opened
from tests.terminal.terminal import Terminal
from tuireader.domain.events import NOTE, QUEUE, READ, STAR, value_in
from tuireader.store.state import State


def kept(environment: dict[str, str], kind: str) -> list[object]:
    """Return what the files say, by a program that never met the one that wrote."""
    state = State.open(Path(environment["TUIREADER_STATE_DIR"]))
    values = [value_in(fields, kind) for _keys, fields in state.items()]
    return [value for value in values if value is not None]


@pytest.mark.threat("T20")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_star_that_is_shown_outlives_the_program(
    opened: Opened, day: Path, environment: dict[str, str], how: signal.Signals
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send("s")
    terminal.wait_for("★", "starred")
    terminal.signal(how)
    terminal.wait_exit()
    assert kept(environment, STAR) == [True]
    again = opened(day)
    again.wait_for("Papers 4", "★")


def test_what_was_typed_just_before_leaving_is_kept(
    opened: Opened, day: Path, environment: dict[str, str]
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send("sjsjaq")
    assert terminal.wait_exit() == 0
    assert kept(environment, STAR) == [True, True]
    assert len(kept(environment, QUEUE)) == 1


def test_a_note_is_written_in_the_editor_of_the_environment(
    opened: Opened, day: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    editor = tmp_path / "an editor"
    editor.write_text('#!/bin/sh\nprintf "굵게 %s" "$1" > "$2"\n', encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    terminal = opened(day, EDITOR=f"'{editor}' noted")
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send("E")
    terminal.wait_for("Your note", "굵게 noted")
    assert kept(environment, NOTE) == ["굵게 noted"]
    terminal.send("j")
    terminal.wait_gone("Your note")
    terminal.send("q")
    assert terminal.wait_exit() == 0


def test_an_editor_that_fails_changes_nothing_and_is_said(
    opened: Opened, day: Path, environment: dict[str, str]
) -> None:
    terminal = opened(day, EDITOR="false")
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send("E")
    terminal.wait_for("false ended with 1")
    assert kept(environment, NOTE) == []


@pytest.mark.threat("T21")
def test_a_mark_that_cannot_be_kept_is_not_shown(
    opened: Opened, day: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("in the way")
    terminal = opened(day, TUIREADER_STATE_DIR=os.fspath(blocked / "state"))
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send("s")
    terminal.wait_for("blocked")
    terminal.settle(0.2)
    assert "★" not in terminal.text


@pytest.mark.threat("T23")
def test_damaged_marks_are_moved_aside_and_that_is_said_at_the_start(
    opened: Opened, day: Path, environment: dict[str, str]
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send("s")
    terminal.wait_for("starred")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    folder = Path(environment["TUIREADER_STATE_DIR"])
    journal = folder / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole + b"\x00[{ no line of ours\n" + whole[-40:])
    again = opened(day)
    again.wait_for("Papers 4", "was damaged", "★")


Habit = Callable[..., Terminal]


@pytest.fixture
def with_habit(opened: Opened, day: Path, tmp_path: Path) -> Habit:
    """Open the reader on the day with a habit of what counts as reading."""

    def open_with(habit: str) -> Terminal:
        config = tmp_path / "config.toml"
        config.write_text(f'read = "{habit}"\ndwell = 600\n', encoding="utf-8")
        terminal = opened(day, TUIREADER_CONFIG=str(config))
        terminal.wait_for("Papers 4", "라우터가")
        return terminal

    return open_with


@pytest.mark.parametrize(
    ("habit", "keys", "expected"),
    [
        ("leave", "q", 1),
        ("leave", "jq", 2),
        ("leave", "?\x11", 0),  # behind the help nobody reads
        ("leave", "rrq", 0),  # marked by hand
        ("manual", "q", 0),
        ("dwell", "q", 0),
    ],
)
def test_leaving_the_program_leaves_the_paper(
    with_habit: Habit, environment: dict[str, str], habit: str, keys: str, expected: int
) -> None:
    terminal = with_habit(habit)
    terminal.press(*keys)
    assert terminal.wait_exit() == 0
    assert kept(environment, READ).count(True) == expected


def test_a_closed_window_leaves_the_paper(
    with_habit: Habit, environment: dict[str, str]
) -> None:
    terminal = with_habit("leave")
    terminal.signal(signal.SIGHUP)
    terminal.wait_exit()
    assert kept(environment, READ) == [True]
