"""What subcommands show where a terminal reads them."""

from pathlib import Path

from tests.cli.digests import write_plain
from tests.program import Program
from tests.terminal.terminal import Terminal


def test_a_list_is_cut_to_the_width_of_the_terminal(
    program: Program, folder: Path
) -> None:
    write_plain(folder)
    with Terminal(
        [*program.command, "list", str(folder)], program.environment, (40, 10)
    ) as shown:
        assert shown.wait_exit() == 0
        lines = shown.text.splitlines()
    assert lines[:2] == [
        "2024-08-30  Attention Is All You Need  …",
        "2024-08-30  Scaling Laws for Neural Lan…",
    ]


def test_a_first_index_shows_how_far_it_is(program: Program, folder: Path) -> None:
    for number in range(9000):
        (folder / f"240102 Note {number}.md").write_text(
            f"https://arxiv.org/abs/2401.{number:05}\n\n*Note {number}* (Ada)\n\n"
            + "긴 글입니다. " * 40
        )
    with Terminal(
        [*program.command, "index", str(folder)], program.environment
    ) as shown:
        shown.wait_for(" of 9,000")
        assert shown.wait_exit() == 0
    assert "9,000 files: 9,000 read" in shown.text
    assert " of 9,000" not in shown.text
