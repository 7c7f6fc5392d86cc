"""`tuireader searches` and `-q @NAME`."""

from pathlib import Path

from tests.cli.digests import write_plain
from tests.program import Program


def test_a_search_is_kept_used_renamed_and_removed(
    program: Program, folder: Path
) -> None:
    write_plain(folder)
    assert program.run("searches").out == ""
    assert program.run("searches", "save", "Laws", "#llm scaling").code == 0
    assert program.run("searches", "save", "all", "after:2020").out == "saved @all\n"
    assert program.run("searches", "save", "Laws", "#llm").code == 0
    assert program.run("searches", "list").lines == ["Laws\t#llm", "all\tafter:2020"]
    assert program.run("list", "--count", "-q", "@laws", folder).out == "1\n"
    assert program.run("searches", "rename", "Laws", "Scaling").code == 0
    assert program.run("list", "--count", "-q", "@laws", folder).code == 2
    assert program.run("list", "--count", "-q", "@Scaling", folder).out == "1\n"
    assert program.run("searches", "remove", "Scaling").code == 0
    assert program.run("searches").lines == ["all\tafter:2020"]


def test_what_cannot_be_done_is_said_in_a_line(program: Program) -> None:
    for words in (
        ("searches", "save", "x", "date:never"),
        ("searches", "remove", "nothing"),
        ("searches", "rename", "nothing", "new"),
        ("list", "-q", "@nothing"),
    ):
        done = program.run(*words)
        assert done.code in {1, 2}
        assert len(done.err.splitlines()) == 1
        assert done.out == ""


def test_it_is_said_under_which_name_a_search_is_kept(program: Program) -> None:
    done = program.run("searches", "save", "two\n\x1b[31mlines", "#llm")
    assert done.out == "saved @two \ufffd[31mlines\n"
    assert program.run("searches").out == "two \ufffd[31mlines\t#llm\n"
