"""The cache: replaced meanwhile, not to be written, used by several threads."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.library.comparing import facts
from tests.library.nobody import AsNobody
from tests.library.notes import ATTENTION, VAULT, write
from tests.program import ROOT
from tuireader.library.loader import LibraryError, Loader, Report


@pytest.mark.threat("T22")
def test_bodies_stay_readable_while_another_program_replaces_them(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh()
    library = Loader([vault], cache).cached()
    assert library is not None
    before = facts(library)
    for path in VAULT:
        write(vault, {path: VAULT[path] + "\n나중에.\n"})
    Loader([vault], cache).refresh()
    assert facts(library) == before


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nowhere"):
        Loader([tmp_path / "nowhere"], tmp_path)


@pytest.mark.threat("T25")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_without_a_cache_that_can_be_written_it_works_in_memory(
    vault: Path, cache: Path, as_nobody: AsNobody
) -> None:
    cache.chmod(0o755)
    problem, counts = as_nobody(vault)
    assert "cannot be written (Permission denied)" in problem
    assert counts == "4 files, 4 read, 4 papers"
    # One that can be read serves for what did not change.
    Loader([vault], cache).refresh()
    for file in (folder := Loader([vault], cache)._cache.folder, *folder.iterdir()):
        file.chmod(0o755)
    assert as_nobody(vault) == ["4 files, 0 read, 4 papers"]
    write(vault, {"230101 New.md": ATTENTION})
    problem, counts = as_nobody(vault)
    assert "cannot be written" in problem
    assert counts == "5 files, 1 read, 4 papers"


@pytest.mark.threat("T25")
def test_a_cache_folder_that_is_a_file_is_no_cache(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    loaded = Loader([vault], tmp_path / "file").refresh()
    assert loaded.library.total == 4
    assert "cannot be written" in loaded.report.messages[0]
    assert (tmp_path / "file").read_text() == "not a folder"


def test_what_is_only_in_memory_follows_the_folder_until_it_can_be_written(
    vault: Path, cache: Path
) -> None:
    cache.write_text("in the way")
    loader = Loader([vault], cache)
    assert loader.refresh().library.total == 4
    assert loader.refresh().report == Report(files=4, unchanged=4)
    assert len(list(loader.digests())) == 4
    write(vault, {"230101 New.md": "https://arxiv.org/abs/2302.13971\n\n라마.\n"})
    (vault / "2020/200123 Scaling Laws.md").unlink()
    loaded = loader.refresh()
    assert "cannot be written" in loaded.report.messages[0]
    clean = Loader([vault], cache.with_name("clean")).refresh().library
    assert facts(loaded.library) == facts(clean)
    cache.unlink()
    write(vault, {"230102 Newer.md": "https://arxiv.org/abs/2307.09288\n\n라마 2.\n"})
    loaded = loader.refresh()
    assert (loaded.report.read, loaded.report.messages) == (1, ())
    cached = Loader([vault], cache).cached()
    assert cached is not None
    assert facts(cached) == facts(loaded.library)
    assert cached.total == 5
    assert len(list(loader.digests())) == 5


def test_refreshes_in_several_threads_take_turns(vault: Path, cache: Path) -> None:
    loader = Loader([vault], cache)
    with ThreadPoolExecutor(4) as threads:
        loads = list(threads.map(lambda _: loader.refresh(), range(4)))
    assert sorted(loaded.report.read for loaded in loads) == [0, 0, 0, 4]
    assert all(loaded.library is loads[0].library for loaded in loads)


_FIRST_SCREEN = """
import sys
walked = []
def watch(event, args):
    if event == "os.scandir":
        walked.append(str(args[0]))
sys.addaudithook(watch)
from pathlib import Path
from tuireader.library.loader import Loader
library = Loader([Path(sys.argv[1])], Path(sys.argv[2])).cached()
paper = library.paper_at(0)
library.title_at(0), library.key_at(0), library.body(paper)
library.facets, library.days()
heavy = ("tinydb", "filelock", "tuireader.formats", "tuireader.library.refreshing")
print([path for path in walked if path.startswith(sys.argv[1])])
print([name for name in sys.modules if name.startswith(heavy)])
"""


def test_the_first_screen_neither_walks_nor_imports_what_only_changes_need(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh()
    run = subprocess.run(
        [sys.executable, "-c", _FIRST_SCREEN, str(vault), str(cache)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (run.stdout, run.stderr) == ("[]\n[]\n", "")
