"""The state on disk: what was acknowledged is there, whatever happens meanwhile."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.program import ROOT
from tests.store.events import contents, numbered, put, star, starred
from tuireader.domain.events import NOTE, STAR, Event, value_in
from tuireader.store.state import State, Wish, default_folder

KILLS = int(os.environ.get("TUIREADER_KILLS", "25"))


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


@pytest.mark.timeout(120 + KILLS)
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
