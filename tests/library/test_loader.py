"""Loading: reads what changed, and reports what it did."""

import os
from pathlib import Path

from tests.library.comparing import facts
from tests.library.notes import ATTENTION, CHINCHILLA, DIGEST, VAULT, age, write
from tuireader.library.loader import Loader, Report


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
