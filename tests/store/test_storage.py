"""The storage: a file a table, whole or not at all, one writer at a time."""

import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tuireader.store.locking import StorageBusyError, locked
from tuireader.store.storage import FolderStorage, StorageDamagedError

KILLS = 30


def database(folder: Path, *, deferred: bool = False) -> TinyDB:
    return TinyDB(folder, storage=FolderStorage, deferred=deferred)


def test_what_is_inserted_is_there_after_closing(tmp_path: Path) -> None:
    with database(tmp_path) as tables:
        tables.table("papers").insert({"title": "한글 제목"})
    with database(tmp_path) as tables:
        assert tables.table("papers").all() == [{"title": "한글 제목"}]
        assert tables.tables() == {"papers"}


def test_a_table_that_did_not_change_is_not_written(tmp_path: Path) -> None:
    with database(tmp_path) as tables:
        tables.table("old").insert({"a": 1})
        before = (tmp_path / "old.json").stat()
        tables.table("new").insert({"a": 1})
        tables.table("new").update({"a": 2})
    after = (tmp_path / "old.json").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_damaged_table_only_concerns_those_who_look_at_it(tmp_path: Path) -> None:
    with database(tmp_path) as tables:
        tables.table("whole").insert({"a": 1})
    (tmp_path / "broken.json").write_text('{"1": {"a"')
    with database(tmp_path) as tables:
        assert tables.table("whole").all() == [{"a": 1}]
        with pytest.raises(StorageDamagedError, match=r"broken\.json"):
            tables.table("broken").all()


@pytest.mark.threat("T23")
@pytest.mark.parametrize(
    "content", [b"", b"null", b"[]", b'{"1": 2}', b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_no_table_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "papers.json").write_bytes(content)
    with database(tmp_path) as tables, pytest.raises(StorageDamagedError):
        tables.table("papers").all()


def test_deferred_changes_are_written_by_flush_and_not_before(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path, deferred=True)
    tables = TinyDB(storage=lambda: storage)
    tables.table("papers").insert({"a": 1})
    assert not list(tmp_path.iterdir())
    storage.flush()
    assert json.loads((tmp_path / "papers.json").read_text()) == {"1": {"a": 1}}


def test_dropping_tables_removes_their_files(tmp_path: Path) -> None:
    with database(tmp_path) as tables:
        for name in ("one", "two", "three"):
            tables.table(name).insert({"a": 1})
        tables.drop_table("one")
        assert {file.name for file in tmp_path.iterdir()} == {"two.json", "three.json"}
        tables.drop_tables()
    assert not list(tmp_path.iterdir())


def test_no_table_is_named_into_another_folder(tmp_path: Path) -> None:
    with database(tmp_path) as tables, pytest.raises(ValueError, match="name a table"):
        tables.table("../escape").insert({"a": 1})


def test_file_names_that_are_no_text_survive(tmp_path: Path) -> None:
    with database(tmp_path) as tables:
        tables.table("papers").insert({"path": "caf\udce9.md", "half": "\ud800"})
        tables.table("names").insert({"path": "caf\udce9.md"})
    with database(tmp_path) as tables:
        assert tables.table("papers").all()[0]["path"] == "caf\udce9.md"
        assert tables.table("names").all() == [{"path": "caf\udce9.md"}]
    assert b"caf\xe9.md" in (tmp_path / "names.json").read_bytes()


_COUNT = """
import sys
from pathlib import Path
from tinydb import TinyDB
from tuireader.store.locking import locked
from tuireader.store.storage import FolderStorage
folder, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(times):
    with locked(folder, 60), TinyDB(folder, storage=FolderStorage) as tables:
        tables.table("marks").insert({"by": name, "number": number})
    print(number, flush=True)
"""


def counting(folder: Path, name: str, times: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _COUNT, str(folder), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.threat("T22")
def test_two_programs_lose_none_of_each_others_changes(tmp_path: Path) -> None:
    programs = [counting(tmp_path, name, 60) for name in ("one", "two")]
    assert [program.wait(120) for program in programs] == [0, 0]
    for program in programs:
        assert program.stdout is not None
        program.stdout.close()
    with database(tmp_path) as tables:
        for name in ("one", "two"):
            assert tables.table("marks").count(where("by") == name) == 60


_NUMBERING = """
import sys
from pathlib import Path
from tinydb import TinyDB
from tuireader.store.locking import locked
from tuireader.store.storage import FolderStorage
folder = Path(sys.argv[1])
for number in range(10_000):
    # Another length each time, so that all that follows moves.
    change = {"number": number, "padding": "x" * (number * 7 % 40)}
    with locked(folder, 60), TinyDB(folder, storage=FolderStorage) as tables:
        tables.table("marks").update(change, doc_ids=[1])
    print(number, flush=True)
"""


@pytest.mark.threat("T20", "T38")
def test_a_kill_at_any_time_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    with database(tmp_path) as tables:  # large enough that writing takes its time
        tables.table("marks").insert_multiple({"by": "x" * 200} for _ in range(2_000))
    for kill in range(KILLS):
        command = [sys.executable, "-c", _NUMBERING, str(tmp_path)]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(0.0007 * kill)
        program.send_signal(signal.SIGKILL)
        acknowledged = len(program.stdout.read().splitlines())
        program.wait()
        program.stdout.close()
        with database(tmp_path) as tables:
            marks = tables.table("marks").all()
        assert len(marks) == 2_000
        assert marks[0]["number"] - acknowledged in {0, 1}, "a change is gone"


@pytest.mark.threat("T21")
def test_a_full_disk_leaves_the_old_table_and_no_rubbish(tmp_path: Path) -> None:
    with database(tmp_path) as tables:
        tables.table("papers").insert({"title": "kept"})
        before = (tmp_path / "papers.json").read_bytes()
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
        try:
            with pytest.raises(OSError, match="large"):
                tables.table("papers").insert({"title": "x" * 10_000})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, ignored)
        assert (tmp_path / "papers.json").read_bytes() == before
        assert [file.name for file in tmp_path.iterdir()] == ["papers.json"]
        tables.table("papers").insert({"title": "later"})
    with database(tmp_path) as tables:
        assert len(tables.table("papers")) == 3, "the change waits for the next write"


_HOLD = """
import sys, time
from pathlib import Path
from tuireader.store.locking import locked
with locked(Path(sys.argv[1]), 5):
    print("held", flush=True)
    time.sleep(60)
"""


def test_who_waits_too_long_for_the_lock_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _HOLD, str(tmp_path)]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StorageBusyError), locked(tmp_path, 0.1):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with locked(tmp_path, 5):
        pass
