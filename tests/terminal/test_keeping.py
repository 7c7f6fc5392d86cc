"""What the reader keeps between two starts, and how it takes to change."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import SAMPLES
from tests.terminal.conftest import Opened
from tests.terminal.digests import DAY, write_note
from tests.terminal.terminal import Terminal

OLD, NEW = "Long Videos", "Tall Videos"


def ended(terminal: Terminal) -> None:
    """Leave the reader."""
    terminal.send("q")
    assert terminal.wait_exit() == 0


def rewritten(file: Path, text: str) -> None:
    """Change a file, but neither its size nor its time."""
    before = file.stat()
    file.write_text(text, encoding="utf-8")
    assert file.stat().st_size == before.st_size
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_second_start_reads_only_what_changed(
    opened: Opened, day: Path, note: Path
) -> None:
    """A file that does not look changed is not looked into; one that does is."""
    first = opened(day, note)
    first.wait_for("Papers 5", OLD)
    ended(first)
    rewritten(day / "2024-08-30.txt", DAY.replace(OLD, NEW))
    (found,) = note.iterdir()
    found.write_text(found.read_text().replace("Small Kitchens", "Tiny Kitchens"))
    second = opened(day, note)
    second.wait_for("Papers 5", OLD, "Scaling Laws for Tiny Kitchens")
    assert NEW not in second.text


def test_papers_of_a_removed_file_go_when_asked(
    opened: Opened, day: Path, note: Path
) -> None:
    terminal = opened(day, note)
    terminal.wait_for("Papers 5")
    (found,) = note.iterdir()
    found.unlink()
    terminal.send("\x12")
    terminal.wait_for("Papers 4")
    terminal.wait_gone("Kitchens")


def test_papers_of_a_new_file_come_when_asked(opened: Opened, day: Path) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    write_note(day)
    terminal.send("\x12")
    terminal.wait_for("Papers 5", "Scaling Laws for Small Kitchens")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def made_nonsense(file: Path) -> None:
    file.write_bytes(b"\x00[{" * 40)


@pytest.mark.threat("T23")
@pytest.mark.parametrize("damage", [cut_short, made_nonsense])
@pytest.mark.parametrize("pattern", ["catalogue.json", "*"])
def test_a_damaged_cache_is_built_anew_and_that_is_said(
    opened: Opened,
    day: Path,
    environment: dict[str, str],
    damage: Callable[[Path], None],
    pattern: str,
) -> None:
    first = opened(day)
    first.wait_for("Papers 4", "라우터가")
    ended(first)
    cache = Path(environment["TUIREADER_CACHE_DIR"])
    found = [file for file in cache.rglob(pattern) if file.is_file()]
    assert found
    for file in found:
        damage(file)
    second = opened(day)
    second.wait_for("Papers 4", "라우터가", "cache was damaged", "rebuilt")
    ended(second)
    third = opened(day)
    third.wait_for("Papers 4", "라우터가")
    third.settle(0.3)
    assert "damaged" not in third.text


def test_a_cache_that_cannot_be_written_is_said_and_does_not_matter(
    opened: Opened, day: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    terminal = opened(day, TUIREADER_CACHE_DIR=str(blocked / "cache"))
    terminal.wait_for("Papers 4", "라우터가", "cache")


def test_samples_are_shown_with_a_word_on_how_to_open_ones_own(opened: Opened) -> None:
    terminal = opened()
    terminal.wait_for("DeepSeek-R1", "the bundled samples", "tuireader PATH…")
    assert len(list(SAMPLES.rglob("*.*"))) > 10


@pytest.mark.threat("T44")
def test_five_thousand_keys_are_five_thousand_steps(
    opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    papers = 5_200
    for year in (2024, 2023):
        text = "".join(
            f"Study {number:04} of Something Particular\n(A. B., C. D.)\n"
            f"논문 {number:04}번의 설명.\n#tag\n"
            for number in range(
                papers // 2 * (2024 - year), papers // 2 * (2025 - year)
            )
        )
        (folder / f"{year}-01-01.txt").write_text(text, encoding="utf-8")
    terminal = opened(folder)
    terminal.wait_for(f"Papers {papers:,}", "논문 0000번의", seconds=60)
    terminal.settle(0.5)
    terminal.send("j" * 5_000)
    terminal.wait_for("논문 5000번의", seconds=60)
    sent = terminal.send("q")
    assert terminal.wait_exit() == 0
    assert terminal.ended - sent < 1
