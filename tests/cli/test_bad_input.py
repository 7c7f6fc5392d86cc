"""What cannot be read costs a clear line; the rest loads."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.digests import PLAIN, write_note, write_plain
from tests.program import Program, Result

WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
ESCAPE = "\N{ESCAPE}"
REST = "the rest was not read; split the file"


def is_clean(done: Result) -> bool:
    """Whether a run wrote neither a traceback nor anything that acts on a terminal."""
    both = done.out + done.err
    return ESCAPE not in both and "Traceback" not in both and "defect" not in both


def test_a_missing_path_is_named_and_fails(program: Program, folder: Path) -> None:
    done = program.run("list", folder / "nowhere")
    assert (done.code, done.out) == (1, "")
    assert done.complaints == [
        f"tuireader: {folder / 'nowhere'}: no such file or folder"
    ]


def test_a_missing_path_does_not_stop_the_others(
    program: Program, folder: Path
) -> None:
    write_plain(folder)
    done = program.run("list", "--count", folder / "nowhere", folder)
    assert (done.code, done.out) == (1, "2\n")
    assert len(done.complaints) == 1


def test_an_empty_folder_lists_nothing_and_says_so(
    program: Program, folder: Path
) -> None:
    done = program.run("list", "--count", folder)
    assert (done.code, done.out) == (0, "0\n")
    assert str(folder) in done.err


def test_unrelated_files_are_named(program: Program, folder: Path) -> None:
    (folder / "main.c").write_text("int main(void) { return 0; }\n")
    (folder / "data.bin").write_bytes(bytes(range(256)) * 64)
    done = program.run("list", "--count", folder)
    assert (done.code, done.out) == (0, "0\n")
    assert is_clean(done)


@pytest.mark.parametrize("command", ["list", "export", "index", "doctor", "tags"])
def test_what_cannot_be_read_is_skipped_and_named(
    program: Program, folder: Path, command: str
) -> None:
    write_plain(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "huge.txt").write_bytes(b"a line of nothing much\n" * 800_000)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "gone.txt").symlink_to(folder / "never.txt")
    done = program.run(command, folder)
    assert done.code == 0, done.err
    assert is_clean(done)
    assert "pipe.txt" in done.out + done.err
    assert "huge.txt" in done.out + done.err


def test_an_unreadable_file_is_named(program: Program, folder: Path) -> None:
    if os.geteuid() == 0:  # root may read everything unless it gives up the right to
        program = replace(program, command=(*WITHOUT_PRIVILEGE, *program.command))
    write_plain(folder)
    (folder / "secret.txt").write_text(PLAIN)
    (folder / "secret.txt").chmod(0)
    done = program.run("list", "--count", folder)
    assert (done.code, done.out) == (0, "2\n")
    assert "secret.txt" in done.err


@pytest.mark.threat("T31")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
def test_encodings_of_korean_are_told_apart(
    program: Program, folder: Path, encoding: str
) -> None:
    (folder / "digest.txt").write_bytes(PLAIN.encode(encoding))
    done = program.run("list", "-q", "거듭제곱", "--count", folder)
    assert (done.out, done.err) == ("1\n", "")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_do_not_matter(program: Program, folder: Path, ends: str) -> None:
    (folder / "digest.txt").write_bytes(PLAIN.replace("\n", ends).encode())
    assert program.run("list", "--count", folder).out == "2\n"


def test_a_cache_folder_that_cannot_be_made_only_costs_time(
    program: Program, folder: Path
) -> None:
    write_plain(folder)
    (program.home / "cache").write_text("a file stands where the folder should be")
    done = program.run("list", "--count", folder)
    assert (done.code, done.out) == (0, "2\n")
    assert "cannot be written" in done.err


@pytest.mark.threat("T10")
def test_hostile_text_reaches_no_terminal(program: Program, folder: Path) -> None:
    hostile = f"{ESCAPE}]52;c;UFdORUQ={ESCAPE}\\{ESCAPE}[2J\x9b31m\u202egnp"
    (folder / f"240102 {hostile.replace('/', '')}.md").write_text(
        f"https://arxiv.org/abs/1706.03762\n\n*A {hostile} title* (Ada)\n\n{hostile}\n"
    )
    for command in ("list", "export", "doctor", "index", "tags"):
        done = program.run(command, folder)
        assert done.code == 0, done.err
        assert is_clean(done)
        assert not set("\x9b\u202e") & set(done.out + done.err)


@pytest.mark.threat("T10")
def test_hostile_arguments_reach_no_terminal(program: Program) -> None:
    done = program.run("list", f"/nowhere/{ESCAPE}[2J\u202e")
    assert done.code == 1
    assert is_clean(done)
    assert len(done.complaints) == 1


def test_one_path_named_twice_is_read_once(program: Program, folder: Path) -> None:
    file = write_note(folder)
    done = program.run("export", folder, folder, file)
    assert (done.code, len(done.lines)) == (0, 1)


def test_a_named_file_without_papers_is_a_failure(
    program: Program, folder: Path
) -> None:
    os.mkfifo(folder / "pipe")
    done = program.run("list", folder / "pipe")
    assert (done.code, done.out) == (1, "")
    assert "pipe" in done.err


@pytest.mark.parametrize("command", ["list", "export", "index", "doctor", "tags"])
def test_an_empty_path_is_a_wrong_one(
    program: Program, folder: Path, command: str
) -> None:
    """A shell's variable that is not set must not stand for the current folder."""
    write_plain(folder)
    done = program.run(command, folder, "")
    assert (done.code, done.out) == (2, "")
    assert done.complaints == ["tuireader: a path is empty; the current folder is `.`"]


def test_a_named_pipe_fails_beside_what_is_read(program: Program, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    done = program.run("list", "--count", write_plain(folder), folder / "pipe.txt")
    assert (done.code, done.out) == (1, "2\n")
    assert "pipe.txt: a pipe, not a file; skipped" in done.err


def test_a_file_that_was_cut_is_named(program: Program, folder: Path) -> None:
    """Papers may be missing from what is listed: that is said where it is listed."""
    (folder / "long.txt").write_text(PLAIN + "\n" * 100_001)
    for _again in range(2):  # read anew, then from the cache
        done = program.run("list", "--count", folder)
        assert (done.code, done.out) == (0, "2\n")
        assert done.complaints == [
            f"tuireader: long.txt: line 100001: more than 100,000 lines; {REST}"
        ]


def test_a_misspelt_state_names_the_near_one(program: Program, folder: Path) -> None:
    write_plain(folder)
    done = program.run("list", "-q", "has:note", folder)
    assert done.code == 2
    assert "did you mean is:noted? has: knows link, abstract" in done.err
