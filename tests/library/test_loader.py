"""Loading: reads what changed, reports what it did, stops when asked."""

import gc
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.library.nobody import AsNobody
from tests.library.notes import ATTENTION, CHINCHILLA, DIGEST, VAULT, age, write
from tests.program import ROOT
from tuireader.library.library import Library
from tuireader.library.loader import LibraryError, Loader, Progress, Report


def facts(library: Library) -> list[object]:
    """Everything that can be seen of a library."""
    papers = [library.paper_at(row) for row in range(len(library))]
    bodies = [library.body(paper) for paper in papers]
    return [papers, bodies, library.facets, library.days()]


def test_there_is_nothing_before_the_first_refresh(vault: Path, cache: Path) -> None:
    assert Loader([vault], cache).cached() is None


def test_the_cached_library_is_the_one_that_was_read(vault: Path, cache: Path) -> None:
    fresh = Loader([vault], cache).refresh().library
    cached = Loader([vault], cache).cached()
    assert cached is not None
    assert facts(cached) == facts(fresh)


def test_a_refresh_without_changes_reads_nothing_and_keeps_the_library(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh()
    before = {file: file.stat().st_mtime_ns for file in cache.rglob("*")}
    loader = Loader([vault], cache)
    library = loader.cached()
    loaded = loader.refresh()
    assert loaded.report == Report(files=4, unchanged=4)
    assert loaded.library is library
    after = {file: file.stat().st_mtime_ns for file in cache.rglob("*")}
    assert after == before, "the cache was written for nothing"


def test_only_what_changed_is_read(vault: Path, cache: Path) -> None:
    Loader([vault], cache).refresh()
    write(vault, {"2022/220329 Chinchilla.md": CHINCHILLA + "\n덧붙임.\n"})
    write(vault, {"230101 New.md": "https://arxiv.org/abs/2302.13971\n\n라마.\n"})
    (vault / "2020/200123 Scaling Laws.md").unlink()
    loader = Loader([vault], cache)
    loaded = loader.refresh()
    report = loaded.report
    assert (report.read, report.unchanged, report.removed) == (2, 2, 1)
    clean = Loader([vault], cache.with_name("clean")).refresh().library
    assert facts(loaded.library) == facts(clean)
    cached = Loader([vault], cache).cached()
    assert cached is not None
    assert facts(cached) == facts(clean)


def test_a_file_with_another_time_but_the_same_content_is_not_parsed(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh()
    age(vault / "2024-08-30.txt", seconds=5)
    report = Loader([vault], cache).refresh().report
    assert (report.read, report.unchanged) == (0, 4)
    # The new time is known now: the next start need not look into the file.
    before = {file: file.stat().st_mtime_ns for file in cache.rglob("*")}
    assert Loader([vault], cache).refresh().report == Report(files=4, unchanged=4)
    assert {file: file.stat().st_mtime_ns for file in cache.rglob("*")} == before


def test_a_file_that_may_still_be_changing_is_looked_at_again(
    vault: Path, cache: Path
) -> None:
    note = vault / "2022/220329 Chinchilla.md"
    note.write_text(CHINCHILLA)  # just now
    Loader([vault], cache).refresh()
    status = note.stat()
    note.write_text(CHINCHILLA.replace("낫다", "좋다"))
    os.utime(note, ns=(status.st_atime_ns, status.st_mtime_ns))  # within one tick
    assert note.stat().st_size == status.st_size
    assert Loader([vault], cache).refresh().report.read == 1


def test_a_digest_that_moves_to_another_year_is_there_once(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh()
    write(vault, {"2024-08-30.txt": DIGEST.replace("2024년", "2023년")})
    library = Loader([vault], cache).refresh().library
    assert library.total == 4
    assert library.facets.days[0] == ("2023-08-30", 2)


def test_when_all_files_go_the_library_is_empty(vault: Path, cache: Path) -> None:
    Loader([vault], cache).refresh()
    for path in VAULT:
        (vault / path).unlink()
    loaded = Loader([vault], cache).refresh()
    assert loaded.library.total == 0
    assert loaded.report.removed == len(VAULT)
    assert loaded.report.messages == (f"{vault}: no files to read",)


def test_a_binary_file_is_told_and_not_opened_at_each_start(
    vault: Path, cache: Path
) -> None:
    write(
        vault,
        {"figure.png": b"\x89PNG\r\n\x1a\n\0\0\0", "paper.pdf": b"%PDF\xff\xfe\0"},
    )
    for read in (6, 0):
        report = Loader([vault], cache).refresh().report
        assert report.read == read
        assert {file.source: str(file.problems[0]) for file in report.problems} == {
            "figure.png": "a binary file; skipped",
            "paper.pdf": "a binary file; skipped",
        }


def test_a_file_without_a_known_suffix_is_read_if_it_is_text(
    tmp_path: Path, cache: Path
) -> None:
    korean = write(
        tmp_path / "notes",
        {"170612 Attention": ATTENTION, "digest.cp949": DIGEST.encode("cp949")},
    )
    assert Loader([korean], cache).refresh().library.total == 2


def test_a_folder_of_other_things_is_said_to_hold_no_digests(
    tmp_path: Path, cache: Path
) -> None:
    folder = write(tmp_path / "other", {"a.bin": b"\0\1", "b.bin": b"\0\2"})
    messages = Loader([folder], cache).refresh().report.messages
    assert messages == (f"{folder}: no digests recognised in 2 files",)


def test_several_folders_are_one_library(tmp_path: Path, cache: Path) -> None:
    one = write(tmp_path / "one", {"2024-08-30.txt": DIGEST})
    two = write(tmp_path / "two", {"170612 Attention.md": ATTENTION})
    single = two / "170612 Attention.md"
    for named in ([one, two], [two, one], [one, single]):
        library = Loader(named, cache).refresh().library
        assert library.total == 2
        sources = {seen.source for seen in library.paper_at(0).appearances}
        assert sources == {"2024-08-30.txt", "170612 Attention.md"}


def test_each_set_of_paths_has_its_own_cache(vault: Path, cache: Path) -> None:
    Loader([vault], cache).refresh()
    Loader([vault / "2017"], cache).refresh()
    assert len(list(cache.iterdir())) == 2
    whole, part = (
        Loader([vault], cache).cached(),
        Loader([vault / "2017"], cache).cached(),
    )
    assert whole is not None
    assert part is not None
    assert (whole.total, part.total) == (4, 1)


def test_the_cache_folder_is_the_users_alone(vault: Path, cache: Path) -> None:
    Loader([vault], cache).refresh()
    for file in (folder := next(cache.iterdir()), *folder.iterdir()):
        assert file.stat().st_mode & 0o077 == 0


def test_progress_counts_up_to_all_files(vault: Path, cache: Path) -> None:
    told: list[Progress] = []
    Loader([vault], cache).refresh(told.append)
    assert [step.stage for step in told] == [
        "scanning",
        "reading",
        "reading",
        "storing",
    ]
    assert told[-2][:3] == (4, 4, 0)
    told.clear()
    Loader([vault], cache).refresh(told.append)
    assert [step.stage for step in told] == ["scanning"]


def test_a_cancelled_refresh_stores_nothing(vault: Path, cache: Path) -> None:
    seen: list[int] = []

    def enough() -> bool:
        seen.append(1)
        return len(seen) > 2

    loaded = Loader([vault], cache).refresh(cancelled=enough)
    assert loaded.report == Report(cancelled=True)
    assert loaded.library.total == 0
    assert not cache.exists()
    assert Loader([vault], cache).refresh().report.read == 4


def test_a_cancelled_refresh_keeps_the_library_that_was_open(
    vault: Path, cache: Path
) -> None:
    loader = Loader([vault], cache)
    library = loader.refresh().library
    write(vault, {"230101 New.md": ATTENTION})
    assert loader.refresh(cancelled=lambda: True).library is library


def test_the_collector_is_left_as_it_was(vault: Path, cache: Path) -> None:
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        try:
            Loader([vault], cache).refresh()
            assert gc.isenabled() is enabled
        finally:
            gc.enable()


def test_digests_come_whole_and_oldest_first(vault: Path, cache: Path) -> None:
    loader = Loader([vault], cache)
    fresh = list(loader.digests())  # refreshes by itself
    assert [digest.source for digest in fresh] == [
        "2017/170612 Attention Is All You Need.md",
        "2020/200123 Scaling Laws.md",
        "2022/220329 Chinchilla.md",
        "2024-08-30.txt",
    ]
    entry = fresh[0].entries[0]
    assert entry.tags == ("attention", "Machine_Translation")
    assert entry.abstract == "Translation with attention alone."
    assert entry.url == "https://arxiv.org/abs/1706.03762"
    again = Loader([vault], cache)
    again.refresh()
    assert list(again.digests()) == fresh


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
