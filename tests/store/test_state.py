"""The state on disk: what was acknowledged is there, whatever happens meanwhile."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.program import ROOT
from tests.store.events import contents, numbered, put, star, starred
from tuireader.domain.events import NOTE, STAR, Event, value_in
from tuireader.store.state import State, StateError, Wish, default_folder

KILLS = int(os.environ.get("TUIREADER_KILLS", "25"))
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


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


def test_a_star_is_there_when_it_is_opened_again(folder: Path) -> None:
    star(State.open(folder), 1)
    again = State.open(folder)
    assert starred(again, [1, 2]) == {1}
    assert (again.messages, again.read_only) == ((), "")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())


def test_reading_makes_no_folder(folder: Path) -> None:
    assert State.open(folder).events() == []
    assert not folder.exists()


def test_the_environment_says_where_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TUIREADER_STATE_DIR", str(tmp_path / "mine"))
    assert State.open().folder == default_folder() == tmp_path / "mine"


def test_folding_changes_nothing_but_the_files(folder: Path) -> None:
    state = State.open(folder)
    star(state, *range(20))
    before = state.events()
    state.tidy()
    assert "state.json" not in contents(folder), "a short journal is left alone"
    state.tidy(always=True)
    assert set(contents(folder)) == {"state.json", "journal.jsonl.bak"}
    star(state, 20)
    assert starred(State.open(folder), range(21)) == set(range(21))
    assert State.open(folder).events()[:-1] == before


def test_a_long_journal_is_folded_and_then_it_may_be_longer(folder: Path) -> None:
    state = State.open(folder)
    note = "x" * 40_000
    for number in range(6):
        put(state, NOTE, note, numbered(number))
        state.tidy()
        assert (folder / "state.json").exists() == (number > 0)
    state = State.open(folder)
    assert {len(str(value_in(state.fields(numbered(n)), NOTE))) for n in range(6)} == {
        40_000
    }


def test_the_table_is_one_that_tinydb_reads(folder: Path) -> None:
    state = State.open(folder)
    star(state, 1, 2)
    state.tidy(always=True)
    with TinyDB(folder / "state.json") as database:
        rows = database.table("papers").all()
        assert [row["keys"] for row in rows] == [list(numbered(n)) for n in (1, 2)]
        assert rows[0]["star"][2] is True
        assert database.table("about").all()[0]["tuireader-state"] == 1


def test_each_change_is_later_than_all_before_it(folder: Path) -> None:
    state = State.open(folder)
    far = 4_000_000_000_000_000  # a clock that was wrong for a day
    state.merge([Event("e1", far, STAR, True, (numbered(1),))])
    put(state, STAR, False, numbered(1))
    assert value_in(State.open(folder).fields(numbered(1)), STAR) is False
    assert state.events()[-1].time == far + 1


def test_two_open_states_see_each_other(folder: Path) -> None:
    one, other = State.open(folder), State.open(folder)
    star(one, 1)
    assert other.refresh()
    assert not other.refresh()
    star(other, 2)
    one.tidy(always=True)
    star(one, 3)
    star(other, 4)
    assert one.refresh()
    assert starred(one, range(5)) == starred(other, range(5)) == {1, 2, 3, 4}
    assert starred(State.open(folder), range(5)) == {1, 2, 3, 4}


def test_a_change_sees_what_another_program_just_did(folder: Path) -> None:
    one, other = State.open(folder), State.open(folder)
    star(one, 1)
    other.change(
        lambda found: (
            [Wish(NOTE, "seen", (numbered(2),))] * bool(found.fields(numbered(1)))
        )
    )
    assert value_in(other.fields(numbered(2)), NOTE) == "seen"


_STARRING = """
import sys
from pathlib import Path
from tests.store.events import star
from tuireader.store.state import State
state = State.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 200):
    star(state, number)
    if number % 16 == 0:
        state.tidy(always=True)
"""


def test_of_400_stars_from_two_programs_400_are_there(folder: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", _STARRING, folder, first], cwd=ROOT)
        for first in ("0", "200")
    ]
    assert [program.wait(120) for program in programs] == [0, 0]
    assert starred(State.open(folder), range(400)) == set(range(400))


_KILLING = """
import sys
from pathlib import Path
from tests.store.kills import lost_in_kills
print(*lost_in_kills(Path(sys.argv[1]), int(sys.argv[2])))
"""


def test_no_kill_loses_a_star_that_was_acknowledged(folder: Path) -> None:
    """`TUIREADER_KILLS=1000` for more; `python -m tests.store.kills` prints them.

    In a process of its own: one with threads should not fork.
    """
    done = subprocess.run(
        [sys.executable, "-c", _KILLING, folder, str(KILLS)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    acknowledged, _, lost = done.stdout.strip().partition(" ")
    assert int(acknowledged) >= KILLS
    assert lost == "set()"


def test_a_journal_cut_anywhere_has_what_stands_before_the_cut(folder: Path) -> None:
    state = State.open(folder)
    star(state, 1)
    whole = len(contents(folder)["journal.jsonl"])
    star(state, 2)
    content = contents(folder)["journal.jsonl"]
    for cut in range(len(content)):
        (folder / "journal.jsonl").write_bytes(content[:cut])
        cut_short = State.open(folder)
        assert starred(cut_short, [1, 2]) == ({1} if cut >= whole else set())
        assert cut_short.messages == ()
    star(cut_short, 3)
    assert starred(State.open(folder), [1, 2, 3]) == {1, 3}


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


def test_one_line_marks_many_papers(folder: Path) -> None:
    state = State.open(folder)
    put(state, STAR, True, *map(numbered, range(1_000)))
    lines = contents(folder)["journal.jsonl"].splitlines()
    assert len(lines) == 2
    assert len(json.loads(lines[1][9:])["papers"]) == 1_000
    assert starred(State.open(folder), range(1_000)) == set(range(1_000))


def test_very_much_is_read_behind_the_first_screen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tuireader.store import state as module

    first = State.open(folder)
    star(first, *range(20))
    first.tidy(always=True)
    assert starred(State.open(folder, at_once=False), [1]) == {1}, "that is not much"
    monkeypatch.setattr(module, "_MUCH", 1_000)
    later = State.open(folder, at_once=False)
    assert starred(later, range(20)) == set()
    assert later.refresh()
    assert starred(later, range(20)) == set(range(20))
    another = State.open(folder, at_once=False)
    star(another, 20)
    assert starred(another, range(21)) == set(range(21))
    assert State.open(folder).events() == another.events()
