"""Where the state cannot be kept or read: that is said, and nothing is lost."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.program import ROOT
from tests.store.events import contents, numbered, put, star, starred
from tuireader.domain.events import NOTE
from tuireader.store.state import State, StateError, Wish

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes, as on a disk that is full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_is_said_and_changes_nothing(folder: Path) -> None:
    state = State.open(folder)
    star(state, 1)
    before = contents(folder)
    for room in range(0, 200, 7):
        with (
            files_at_most(len(before["journal.jsonl"]) + room),
            pytest.raises(StateError, match="not kept"),
        ):
            put(state, NOTE, "x" * 400, numbered(2))
        assert contents(folder) == before
        assert state.fields(numbered(2)) == {}
    put(state, NOTE, "x" * 400, numbered(2))
    assert State.open(folder).events() == state.events()


def test_a_fold_on_a_full_disk_loses_nothing(folder: Path) -> None:
    state = State.open(folder)
    star(state, *range(30))
    state.tidy(always=True)
    star(state, 30)
    before = contents(folder)
    for room in range(0, len(before["state.json"]), 400):
        with files_at_most(room), pytest.raises(StateError):
            state.tidy(always=True)
        assert contents(folder) == before
    assert starred(State.open(folder), range(31)) == set(range(31))


@needs_root
def test_a_disk_that_fills_up_keeps_every_star_that_was_acknowledged(
    folder: Path,
) -> None:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "none", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        state, kept, refused = State.open(folder), 0, 0
        while refused < 20:
            try:
                put(state, NOTE, "x" * 1_000, numbered(kept))
                kept += 1
                state.tidy()
            except StateError:
                refused += 1
        again = State.open(folder)
        assert {n for n in range(kept) if again.fields(numbered(n))} == set(range(kept))
        assert again.messages == ()
        assert not list(folder.glob(".tuireader-*"))
        assert kept > 50
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    state = State.open(tmp_path / "file" / "state")
    with pytest.raises(StateError, match="Not a directory"):
        star(state, 1)
    assert state.events() == []


_AS_NOBODY = """
import os, sys
from pathlib import Path
from tests.store.events import star, starred
from tuireader.store.state import State, StateError
star(State.open(Path(sys.argv[2])), 1)  # all is imported while it can be
os.setgid(65534), os.setuid(65534)
state = State.open(Path(sys.argv[1]))
print(len(starred(state, range(3))), state.messages, state.read_only)
try:
    star(state, 2)
except StateError as error:
    print(error)
print(len(starred(state, range(3))))
"""


def as_nobody(folder: Path, other: Path) -> list[str]:
    """Star as a user without rights; what is said."""
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, folder, other],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture
def open_to_all(folder: Path) -> Path:
    star(State.open(folder), 1)
    for path in (folder, *folder.parents):
        if path.stat().st_uid == os.geteuid() and not path.stat().st_mode & 0o001:
            path.chmod(path.stat().st_mode | 0o055)
    (folder / "journal.jsonl").chmod(0o644)
    return folder


@needs_root
def test_a_folder_that_cannot_be_written_is_read(
    open_to_all: Path, tmp_path: Path
) -> None:
    before = contents(open_to_all)
    said = as_nobody(open_to_all, tmp_path / "other")
    assert said[0] == "1 () "
    assert "not kept" in said[1]
    assert "Permission denied" in said[1]
    assert said[2] == "1"
    assert contents(open_to_all) == before


@needs_root
def test_a_file_that_cannot_be_read_is_never_written_over(
    open_to_all: Path, tmp_path: Path
) -> None:
    (open_to_all / "journal.jsonl").chmod(0o600)
    open_to_all.chmod(0o777)
    before = contents(open_to_all)
    said = as_nobody(open_to_all, tmp_path / "other")
    assert said[0].startswith("0 () the state cannot be read")
    assert "journal.jsonl: Permission denied" in said[1]
    assert contents(open_to_all) == before


def test_who_waits_too_long_for_another_program_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tuireader.store import state_files

    monkeypatch.setattr(state_files, "LOCK_SECONDS", 0.05)
    one, other = State.open(folder), State.open(folder)
    star(one, 1)

    def meanwhile(_: object) -> list[Wish]:
        with pytest.raises(StateError, match="locked by another program"):
            star(other, 2)
        return []

    one.change(meanwhile)
    star(other, 2)
    assert starred(State.open(folder), [1, 2]) == {1, 2}
