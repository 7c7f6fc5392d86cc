"""Writing whole files, and tidying up after programs that were killed."""

import os
import time
from pathlib import Path

import pytest

from tuireader.store.atomic import sweep, write_files


def test_files_are_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_files(tmp_path, {"a": b"new", "b": b""})
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        "a": b"new",
        "b": b"",
    }


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": b"private reading"})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_replaced_stays_and_nothing_is_left(
    tmp_path: Path,
) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_files(tmp_path, {"taken": b"content"})
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_only_old_temporary_files_of_this_program_are_swept(tmp_path: Path) -> None:
    names = (".tuireader-old.tmp", ".tuireader-young.tmp", "notes.tmp", ".tuireader-x")
    for name in names:
        (tmp_path / name).touch()
        long_ago = time.time() - 7200
        os.utime(tmp_path / name, (long_ago, long_ago))
    (tmp_path / ".tuireader-young.tmp").touch()
    sweep(tmp_path)
    left = {file.name for file in tmp_path.iterdir()}
    assert left == set(names) - {".tuireader-old.tmp"}
