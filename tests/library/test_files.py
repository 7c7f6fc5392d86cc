"""Finding files: only what is one, only inside the folder, and every skip is told."""

import os
import socket
import time
from pathlib import Path

import pytest

from tests.library.nobody import AsNobody
from tests.library.notes import ATTENTION, VAULT, write
from tuireader.library.files import (
    MAX_BYTES,
    MAX_DEPTH,
    LibraryError,
    Scan,
    find_roots,
    scan,
)
from tuireader.library.loader import Loader, Report


def scanned(folder: Path) -> Scan:
    return scan(find_roots([folder]))


def paths(found: Scan) -> list[str]:
    return sorted(path for _root, path, _size, _time in found.files)


def skipped(found: Scan) -> dict[str, str]:
    return {path: problem.what for _root, path, problem in found.skipped}


def test_files_are_found_however_deep_with_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "12345", "x/y/z/b.txt": ""})
    found = scanned(tmp_path)
    assert paths(found) == ["a.md", "x/y/z/b.txt"]
    status = (tmp_path / "a.md").stat()
    assert (0, "a.md", 5, status.st_mtime_ns) in found.files
    assert not found.skipped


def test_hidden_files_and_backups_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {".git/config": "x", ".hidden.md": "x", "a.md~": "x", "a.md": "x"})
    found = scanned(tmp_path)
    assert paths(found) == ["a.md"]
    assert not found.skipped


@pytest.mark.threat("T27")
def test_pipes_sockets_and_devices_are_skipped_at_once(tmp_path: Path) -> None:
    write(tmp_path, {"note.md": ATTENTION})
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "null.md").symlink_to("/dev/null")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.md"))
        begun = time.monotonic()
        report = Loader([tmp_path], tmp_path / "cache").refresh().report
    assert time.monotonic() - begun < 5
    assert {file.source: file.problems[0].what for file in report.problems} == {
        "pipe.md": "a pipe, not a file",
        "socket.md": "a socket, not a file",
        "null.md": "a link that leaves the folder",
        "zero.md": "a link that leaves the folder",
    }
    assert report.files == 1


@pytest.mark.threat("T27")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_that_is_named_is_not_read_either(tmp_path: Path, device: str) -> None:
    report = Loader([Path(device)], tmp_path).refresh().report
    assert "a device, not a file" in str(report.problems)
    assert report.messages


@pytest.mark.threat("T27")
def test_a_pipe_that_is_named_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    report = Loader([tmp_path / "pipe"], tmp_path / "cache").refresh().report
    assert "a pipe, not a file" in str(report.problems)


@pytest.mark.threat("T28")
def test_links_are_not_followed_out_of_the_folder_or_in_circles(tmp_path: Path) -> None:
    write(tmp_path, {"outside/secret.md": ATTENTION, "in/note.md": ATTENTION})
    inside = tmp_path / "in"
    (inside / "leaves.md").symlink_to(tmp_path / "outside" / "secret.md")
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "circle").symlink_to(inside)
    (inside / "self.md").symlink_to(inside / "self.md")
    (inside / "dangling.md").symlink_to(inside / "nothing.md")
    (inside / "again.md").symlink_to(inside / "note.md")
    found = scanned(inside)
    assert paths(found) == ["note.md"]
    assert skipped(found) == {
        "leaves.md": "a link that leaves the folder",
        "folder": "a link that leaves the folder",
        "circle": "a link to the folder itself",
        "self.md": "a link that leads back to itself",
        "dangling.md": "a link to what is no file of the folder",
        "again.md": "a link to note.md",
    }


def test_a_named_link_is_the_file_it_leads_to(tmp_path: Path) -> None:
    write(tmp_path, {"outside/240830 Note.md": ATTENTION})
    link = tmp_path / "today.md"
    link.symlink_to(tmp_path / "outside" / "240830 Note.md")
    assert paths(scanned(link)) == ["240830 Note.md"]


@pytest.mark.threat("T28")
def test_folders_deeper_than_any_library_are_not_looked_into(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (MAX_DEPTH + 3))
    deep.mkdir(parents=True)
    write(tmp_path, {"d/near.md": "x"})
    (deep / "far.md").touch()
    found = scanned(tmp_path)
    assert paths(found) == ["d/near.md"]
    assert list(skipped(found).values()) == ["too many folders deep"]


def test_a_path_longer_than_the_system_allows_is_told(tmp_path: Path) -> None:
    name = "d" * 250
    here = os.open(tmp_path, os.O_RDONLY)
    for _level in range(20):  # made step by step, since no call takes the whole path
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    found = scanned(tmp_path)
    assert [problem.what for _root, _path, problem in found.skipped] == [
        "File name too long"
    ]


@pytest.mark.threat("T29")
def test_a_file_larger_than_any_digest_is_skipped_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.md").open("wb") as large:
        large.truncate(5 * 1024**3)
    with (tmp_path / "edge.md").open("wb") as edge:
        edge.truncate(MAX_BYTES)
    found = scanned(tmp_path)
    assert paths(found) == ["edge.md"]
    assert skipped(found) == {"large.md": "larger than 16 MB"}
    report = Loader([tmp_path / "large.md"], tmp_path / "cache").refresh().report
    assert report.problems[0].problems[0].what == "larger than 16 MB"


@pytest.mark.threat("T6")
def test_names_that_are_no_text_are_read_and_shown_safely(tmp_path: Path) -> None:
    for name in (b"caf\xe9.md", b"esc\x1b[31m.md", b"line\nbreak.md", b"d\x7fel.md"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(ATTENTION)
    loader = Loader([tmp_path], tmp_path / ".cache")
    loaded = loader.refresh()
    assert loaded.report.files == 4
    appearances = loaded.library.paper_at(0).appearances
    assert sorted(seen.source for seen in appearances) == [
        "caf\ufffd.md", "d\ufffdel.md", "esc\ufffd[31m.md", "line\ufffdbreak.md",
    ]  # fmt: skip
    again = Loader([tmp_path], tmp_path / ".cache").refresh().report
    assert (again.read, again.unchanged) == (0, 4)


def test_paths_inside_others_count_once(vault: Path, cache: Path) -> None:
    named = [vault / "2017", vault, vault / "2024-08-30.txt", vault]
    report = Loader(named, cache).refresh().report
    assert report.files == len(VAULT)


def test_a_neighbour_with_a_longer_name_is_not_inside(tmp_path: Path) -> None:
    write(tmp_path, {"notes/a.md": "x", "notes-old/b.md": "x"})
    roots = find_roots([tmp_path / "notes", tmp_path / "notes-old"])
    assert len(roots) == 2
    assert paths(scan(roots)) == ["a.md", "b.md"]


def test_what_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"missing\.md: No such file"):
        find_roots([tmp_path / "missing.md"])


def test_a_folder_that_goes_away_is_an_error_and_no_empty_library(
    vault: Path, cache: Path
) -> None:
    loader = Loader([vault], cache)
    assert loader.refresh().library.total == 4
    vault.rename(vault.with_name("moved"))
    with pytest.raises(LibraryError, match="No such file"):
        loader.refresh()
    vault.with_name("moved").rename(vault)
    assert loader.refresh().report.unchanged == len(VAULT)


@pytest.mark.threat("T25")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_what_is_not_ours_to_read_is_told_and_the_rest_loads(
    vault: Path, as_nobody: AsNobody
) -> None:
    write(vault, {"private/diary.md": ATTENTION})
    (vault / "2020/200123 Scaling Laws.md").chmod(0)
    (vault / "private").chmod(0)
    assert as_nobody(vault) == [
        "2020/200123 Scaling Laws.md: Permission denied; left as it was",
        "private: Permission denied; skipped",
        "4 files, 3 read, 3 papers",
    ]


def test_a_report_without_anything_odd_is_empty(vault: Path, cache: Path) -> None:
    report = Loader([vault], cache).refresh().report
    assert report == Report(files=4, read=4)
