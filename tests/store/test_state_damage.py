"""Files of the state that are damaged, foreign, newer or gone: kept and made up for."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.events import contents, numbered, put, star, starred
from tuireader.domain.events import NOTE
from tuireader.store.state import State, StateError

FOREIGN = {
    "empty": b"",
    "null": b"null",
    "spaces": b" \n ",
    "list": b"[]",
    "number": b"7",
    "text": b'"state"',
    "no JSON": b"Dear diary,\nstarred 3 papers today.\n",
    "no UTF-8": b"\xff\xfe\x00\x01",
    "zeros": bytes(4096),
    "deep": b"[" * 200_000,
    "unclosed": b'{"about":{"1":{"tuireader-state":1,',
    "another program's": b'{"_default": {"1": {"title": "a", "starred": true}}}',
    "rows of another kind": b'{"papers": {"1": 5, "2": [], "3": {"keys": 3}}}',
    "papers in a list": b'{"about":{"1":{"tuireader-state":1}},"papers":[1]}',
    "no schema": b'{"about":{"1":{}},"papers":{}}',
    "schema of another type": b'{"about":{"1":{"tuireader-state":"x"}},"papers":{}}',
    "two tables of papers": b'{"papers":{},"papers":{"1":{"keys":["title:a"]}}}',
    "a huge number": b'{"papers": ' + b"9" * 5_000 + b"}",
    "the cache's": b"tuireader-catalogue 1 little4 0\n{}\n{}\n",
    "sqlite": b"SQLite format 3\x00" + bytes(84),
}
FILES = ("state.json", "journal.jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A state of 30 stars, of which the table has 20, its backup 10, the journal 10."""
    made = tmp_path / "state"
    state = State.open(made)
    for number in range(3):
        star(state, *range(number * 10, number * 10 + 10))
        if number < 2:
            state.tidy(always=True)
    assert set(contents(made)) == {
        "state.json", "state.json.bak", "journal.jsonl", "journal.jsonl.bak",
    }  # fmt: skip
    return made


def kept_aside(folder: Path, name: str) -> list[bytes]:
    return [file.read_bytes() for file in folder.glob(f"{name}.damaged-*")]


def survivors(folder: Path) -> set[int]:
    return starred(State.open(folder), range(100))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_what_is_in_a_files_place_is_kept_and_made_up_for(
    folder: Path, name: str, content: bytes
) -> None:
    whole = contents(folder)[name]
    (folder / name).write_bytes(content)
    state = State.open(folder)
    lost = set(range(20, 30)) if name == "journal.jsonl" else set()
    assert starred(state, range(30)) == set(range(30)) - lost
    if name == "journal.jsonl" and not content.strip(b" "):
        assert state.messages == (), "a journal that a killed program had only begun"
        return
    assert kept_aside(folder, name) == [content], "byte for byte"
    (message,) = state.messages
    assert str(folder / name) in message
    assert f"{name}.damaged-" in message
    star(state, 50)
    assert survivors(folder) == set(range(30)) - lost | {50}
    assert State.open(folder).messages == (), "it is said once"
    assert whole != content


def test_a_missing_table_is_made_up_for(folder: Path) -> None:
    (folder / "state.json").unlink()
    state = State.open(folder)
    assert "is missing" in state.messages[0]
    assert starred(state, range(30)) == set(range(30))
    assert survivors(folder) == set(range(30))


@pytest.mark.parametrize("name", ["state.json.bak", "journal.jsonl.bak"])
def test_damaged_backups_harm_nothing_while_they_are_not_needed(
    folder: Path, name: str
) -> None:
    (folder / name).write_bytes(b"no backup")
    state = State.open(folder)
    assert state.messages == ()
    assert starred(state, range(30)) == set(range(30))


def test_if_backup_and_table_are_damaged_both_are_kept(folder: Path) -> None:
    for name in ("state.json", "state.json.bak"):
        (folder / name).write_bytes(b"broken " + name.encode())
    assert survivors(folder) == set(range(10, 30)), "what the journals hold"
    assert kept_aside(folder, "state.json") == [b"broken state.json"]
    assert kept_aside(folder, "state.json.bak") == [b"broken state.json.bak"]


def test_a_table_edited_by_hand_is_kept_and_its_rows_are_used(folder: Path) -> None:
    edited = contents(folder)["state.json"].replace(b"title:paper7", b"title:renamed")
    (folder / "state.json").write_bytes(edited)
    state = State.open(folder)
    assert "checksum" in state.messages[0]
    assert kept_aside(folder, "state.json") == [edited]
    assert state.fields(("title:renamed",))
    assert starred(state, range(30)) == set(range(30))


def test_a_row_that_is_broken_takes_no_other_with_it(folder: Path) -> None:
    table = json.loads(contents(folder)["state.json"])
    row = table["papers"]["3"]
    row["note"] = [1, "id", {"not": "a note"}]
    row["tag:"] = [1, "id", None]
    table["papers"]["4"] = {"keys": "none"}
    for name in ("state.json.bak", "journal.jsonl.bak"):
        (folder / name).unlink()
    (folder / "state.json").write_text(json.dumps(table))
    assert survivors(folder) == set(range(30)) - {3}
    assert set(State.open(folder).fields(numbered(2))) == {"star"}


@pytest.mark.parametrize("made", ["folder", "pipe", "socket", "device"])
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_file_is_neither_waited_on_nor_lost(
    folder: Path, name: str, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / name
    file.unlink()
    if made == "folder":
        (file / "inner").mkdir(parents=True)
    elif made == "pipe":
        os.mkfifo(file)
    elif made == "socket":
        pytest.importorskip("socket")
        import socket

        with socket.socket(socket.AF_UNIX) as listening:
            monkeypatch.chdir(folder)  # the name of a socket is short
            listening.bind(name)
    else:
        file.symlink_to("/dev/zero")
    state = State.open(folder)
    assert len(state.messages) == 1
    assert set(range(20)) <= starred(state, range(30))
    assert len(list(folder.glob(f"{name}.damaged-*"))) == 1
    star(state, 50)
    assert 50 in survivors(folder)


FUTURE = {
    "state.json": b'{"about":{"1":{"tuireader-state":2,"crc32":"00000000"}},"papers":'
    b'{"1":{"keys":["arxiv:2401.00001"],"star":[5,"a",true],"mood":[5,"a","good"]}}}\n',
    "journal.jsonl": b"tuireader-journal 2\nwhatever that will be\n",
}
ELSE = b'{"papers": {}, "about": {"1": {"tuireader-state": 3, "more": []}}}'


@pytest.mark.parametrize(("name", "content"), [*FUTURE.items(), ("state.json", ELSE)])
def test_what_a_newer_version_wrote_is_read_and_never_written(
    folder: Path, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    before = contents(folder)
    state = State.open(folder)
    assert "newer tuireader" in state.read_only
    with pytest.raises(StateError, match="newer tuireader"):
        star(state, 60)
    state.tidy(always=True)
    state.refresh()
    assert starred(state, [1]) == (set() if content is ELSE else {1})
    assert contents(folder) == before


def test_one_that_becomes_newer_meanwhile_is_no_longer_written(folder: Path) -> None:
    state = State.open(folder)
    (folder / "state.json").unlink()
    (folder / "state.json").write_bytes(FUTURE["state.json"])
    before = contents(folder)
    with pytest.raises(StateError, match="newer tuireader"):
        star(state, 60)
    assert contents(folder) == before


def test_one_that_is_damaged_meanwhile_is_made_up_for_out_of_memory(
    folder: Path,
) -> None:
    state = State.open(folder)
    for name in contents(folder):
        (folder / name).unlink()
        (folder / name).write_bytes(b"gone")
    star(state, 60)
    assert survivors(folder) == set(range(30)) | {60}


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_single_flipped_byte_loses_a_star_that_a_backup_has(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    state = State.open(folder)
    for number in range(3):
        star(state, number)
        put(state, NOTE, "한글 note", numbered(number))
        state.tidy(always=True)
    content = bytearray(contents(folder)["state.json"])
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    (folder / "state.json").write_bytes(content)
    again = State.open(folder)
    if not again.read_only:  # the byte that says which version wrote it
        assert starred(again, range(3)) == {0, 1, 2}
        assert kept_aside(folder, "state.json") == [bytes(content)]


def test_a_folder_that_is_removed_meanwhile_is_made_again_with_all(
    folder: Path,
) -> None:
    state = State.open(folder)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    star(state, 60)
    assert survivors(folder) == set(range(30)) | {60}
