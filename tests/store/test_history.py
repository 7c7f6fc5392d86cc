"""Filters of before: kept across runs, bounded, never in the way."""

from pathlib import Path

import pytest

from tuireader.store.history import FILE, MOST, FilterHistory


def test_the_last_comes_last_and_each_once(tmp_path: Path) -> None:
    history = FilterHistory(tmp_path)
    for text in ("a", "b", "a"):
        history.add(text)
    assert history.texts == ("b", "a")
    assert FilterHistory(tmp_path).texts == ("b", "a")


def test_what_another_program_added_stays(tmp_path: Path) -> None:
    one, other = FilterHistory(tmp_path), FilterHistory(tmp_path)
    assert one.texts == other.texts == ()
    one.add("#강화-학습")
    other.add("moe")
    assert FilterHistory(tmp_path).texts == ("#강화-학습", "moe")


def test_it_is_bounded(tmp_path: Path) -> None:
    history = FilterHistory(tmp_path)
    history.add("x" * 5_000)
    history.add("  ")
    assert history.texts == ()
    (tmp_path / FILE).write_text("".join(f"{n}\n" for n in range(500)))
    history = FilterHistory(tmp_path)
    assert len(history.texts) == MOST
    history.add("new")
    assert len(history.texts) == MOST
    assert history.texts[-2:] == ("499", "new")


def test_any_bytes_are_read_and_none_acts_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"a\x1b[2Jb\n\xff\xfe\n\n\x00\r\nlast")
    texts = FilterHistory(tmp_path).texts
    assert texts[-1] == "last"
    assert not any("\x1b" in text or "\x00" in text for text in texts)


def test_without_a_folder_it_lasts_for_the_run() -> None:
    history = FilterHistory()
    history.add("a")
    history.add("b")
    assert history.texts == ("a", "b")


def test_a_folder_that_cannot_be_written_is_said_and_the_run_remembers(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("")
    history = FilterHistory(tmp_path / "file" / "below")
    with pytest.raises(OSError, match="file"):
        history.add("a")
