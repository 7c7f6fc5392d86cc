"""Two programs over one cache, and programs that are killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.comparing import facts
from tests.library.notes import ATTENTION, write
from tests.program import ROOT
from tuireader.library.loader import Loader

KILLS = 60
_REFRESHING = """
import sys, time
from pathlib import Path
from tuireader.library.loader import Loader
vault, caches, note, times = sys.argv[1:]
for number in range(int(times)):
    Path(vault, note).write_text(Path(vault, "2017/170612 Attention Is All You Need.md")
        .read_text() + f"{note} {number}")
    Loader([Path(vault)], Path(caches)).refresh()
    print(number, flush=True)
"""


def refreshing(
    vault: Path, caches: Path, note: str, times: int
) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _REFRESHING, str(vault), str(caches), note, str(times)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


@pytest.mark.threat("T22")
def test_two_programs_at_once_leave_one_whole_cache(vault: Path, cache: Path) -> None:
    programs = [refreshing(vault, cache, f"24010{n} {n}.md", 15) for n in (1, 2)]
    assert [program.wait(120) for program in programs] == [0, 0]
    for program in programs:
        assert program.stdout is not None
        program.stdout.close()
    loaded = Loader([vault], cache).refresh()
    assert loaded.report.messages == ()
    clean = Loader([vault], cache.with_name("clean")).refresh().library
    assert facts(loaded.library) == facts(clean)


_KILLING = """
import os, signal, sys, time
from pathlib import Path
from tuireader.library.loader import Loader
vault, caches, kills = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
note, text = vault / "240801 Written.md", (vault / "240101 Note 1.md").read_text()
draft = vault / ".draft"
note.write_text(text)
Loader([vault], caches).refresh()
for kill in range(kills):
    child = os.fork()
    while not child:
        draft.write_text(f"{text}{kill} {time.monotonic_ns()}")
        draft.replace(note)
        Loader([vault], caches).refresh()
    time.sleep(0.01 + 0.03 * kill / kills)  # a refresh takes about as long
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    loader = Loader([vault], caches)
    library = loader.cached()
    papers = [library.paper_at(row) for row in range(len(library))]
    assert all(library.body(paper).commentary for paper in papers)
    assert "damaged" not in repr([library.body(paper) for paper in papers])
    report = loader.refresh().report
    assert not report.messages, report.messages
    assert report.unchanged + report.read == report.files == 17
"""


@pytest.mark.threat("T20", "T38")
def test_a_kill_at_any_time_leaves_a_cache_that_loads(vault: Path, cache: Path) -> None:
    long = ATTENTION + "Enough text that writing it takes its time. " * 800
    write(vault, {f"24{n:02}01 Note {n}.md": f"{long}{n}\n" for n in range(1, 13)})
    run = subprocess.run(
        [sys.executable, "-c", _KILLING, str(vault), str(cache), str(KILLS)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    clean = Loader([vault], cache.with_name("clean")).refresh().library
    assert facts(Loader([vault], cache).refresh().library) == facts(clean)
    bodies = list(cache.glob("*/bodies-*.txt"))
    assert len(bodies) == len(list(cache.glob("*/digests-*.json"))), "old bodies stay"
