"""How late the program deals with a key while something heavy or stuck is going on.

The program runs in a terminal with a clock on its screen's thread (`lag_probe`); a key
is pressed all the while. What is held against the limit is the 99th percentile of the
clock's lateness from the moment the heavy thing begins until it is over.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.sessions import environment
from tests.terminal.terminal import Terminal

LIMIT = 100.0
"""Milliseconds that a key may wait unnoticed."""
REPEATED, READ = 0.03, 0.7
"""Seconds between two keys: as a keyboard repeats them, as somebody reads."""
NOTE = (
    "*Paper {n}* (Ada Moor)\n\n> An abstract of paper {n}.\n\n설명 {n} 끝\n\n#tag{m}\n"
)

BUSY = ("scanning", "reading", "storing")
Prepare = Callable[[Path, int], dict[str, str]]


def measure(size: int) -> Iterator[Figure]:
    """Measure each situation.

    Args:
        size: Thousandths of the full size: 1,000 means 50,000 files, 100 MB.
    """
    for what, prepare, keys, pause in _SITUATIONS:
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home) / "library"
            folder.mkdir()
            extra = prepare(folder, size)
            lags = _lags(Path(home), folder, extra, (keys, pause))
        cut = statistics.quantiles(lags, n=100)
        note = f"median {cut[49]:.1f}, worst {max(lags):.0f} ms of {len(lags):,} looks"
        yield Figure(f"lateness, p99, {what}", "ms", [cut[98]], [LIMIT], 1.0, note)


def _lags(
    home: Path, folder: Path, extra: dict[str, str], keys: tuple[str, float]
) -> list[float]:
    report = home / "lags.json"
    command = [
        sys.executable, "-m", "tests.benchmarks.lag_probe", str(report), str(folder),
    ]  # fmt: skip
    with Terminal(command, environment(home) | extra, quiet=0.05) as terminal:
        terminal.wait_for("Paper")
        begin = time.perf_counter()
        _press(terminal, *keys, begin)
        end = time.perf_counter()
        terminal.send("q")
        assert terminal.wait_exit(60) == 0
    looks = json.loads(report.read_text())
    return [lag * 1000 for asked, lag in looks if begin <= asked <= end]


def _press(terminal: Terminal, keys: str, pause: float, begin: float) -> None:
    """Press keys until what goes on is over, and for two seconds at least."""
    while time.perf_counter() < begin + 2 or _is_busy(terminal):
        for key in keys:
            terminal.send(key)
            time.sleep(pause)
        assert time.perf_counter() < begin + 120, terminal.text


def _is_busy(terminal: Terminal) -> bool:
    return any(stage in terminal.text for stage in BUSY)


def _note(folder: Path) -> None:
    (folder / "240101 First.md").write_text(NOTE.format(n=0, m=0), encoding="utf-8")


def _hung_clipboard(folder: Path, size: int) -> dict[str, str]:
    del size
    for number in range(50):
        (folder / f"240101 {number}.md").write_text(NOTE.format(n=number, m=0))
    tools = folder.parent / "bin"
    tools.mkdir()
    tool = tools / "xclip"
    tool.write_text("#!/bin/sh\nexec sleep 300\n")
    tool.chmod(0o755)
    return {"PATH": f"{tools}:/usr/bin:/bin", "DISPLAY": ":977"}


def _many_files(folder: Path, size: int) -> dict[str, str]:
    for number in range(50 * size):
        below = folder / f"{number // 1_000:03}"
        if number % 1_000 == 0:
            below.mkdir()
        text = NOTE.format(n=number, m=number % 40)
        (below / f"24{number % 12 + 1:02}01 Paper {number}.md").write_text(text)
    return {}


def _huge_files(folder: Path, size: int) -> dict[str, str]:
    _note(folder)
    (folder / "2024-01-02 huge.txt").write_bytes(
        b"Title\n(A B, C D)\n" * (6_250 * size)
    )
    text = "2024년 1월 1일\n" + "".join(
        f"Paper {n} of Many\n(Ada Moor, Bo Ek)\n설명 {n} 끝. $x^2$\n#tag #b{n % 9}\n"
        for n in range(200 * size)
    )
    (folder / "2024-01-01.txt").write_text(text, encoding="utf-8")
    return {}


def _one_title(folder: Path, size: int) -> dict[str, str]:
    entry = "Paper of One Title\n(Ada Moor, Bo Ek)\n설명 {n}. $x_{n}$\n#tag #b\n"
    text = "".join(entry.format(n=n) for n in range(20 * size))
    (folder / "2024-01-01.txt").write_text(f"2024년 1월 1일\n{text}", encoding="utf-8")
    return {}


def _huge_note(folder: Path, size: int) -> dict[str, str]:
    head = "https://arxiv.org/abs/2401.00001\n\n*Paper* (Ada Moor)\n\n"
    text = head + "> " + "An abstract. " * (100 * size) + "\n\n"
    text += "".join(f"설명 {n} [[Note {n}]] $x_{n}$ 끝\n\n" for n in range(200 * size))
    _note(folder)
    (folder / "240102 Huge.md").write_text(text, encoding="utf-8")
    (folder / "240103 Line.md").write_text(head + "가나 " * (1_000 * size))
    return {}


_SITUATIONS: tuple[tuple[str, Prepare, str, float], ...] = (
    ("hung clipboard", _hung_clipboard, "yjkj", REPEATED),
    ("50,000 files read for the first time", _many_files, "jjk", REPEATED),
    ("a file of 100 MB and one of 15 MB", _huge_files, "jk", REPEATED),
    ("notes of megabytes shown", _huge_note, "jk", READ),
    ("a paper in 20,000 entries", _one_title, "jk", READ),
)
