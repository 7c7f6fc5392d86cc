"""Decides between the screen and a subcommand, before anything slow is imported.

`tuireader PATH…` is what readers start and wait for, so the way to it imports neither
click nor rich.
"""

from collections.abc import Sequence

COMMANDS = {
    "list": "tuireader.cli.listing",
    "export": "tuireader.cli.export",
    "index": "tuireader.cli.index",
    "doctor": "tuireader.cli.doctor",
    "tags": "tuireader.cli.tags",
    "searches": "tuireader.cli.searches",
    "mark": "tuireader.cli.mark",
    "state": "tuireader.cli.state",
    "keys": "tuireader.cli.keys",
    "config": "tuireader.cli.config",
}
"""Subcommands and the modules that hold them, each as `command`."""


def start(arguments: Sequence[str]) -> int:
    """Run what `arguments` ask for and return the exit code.

    A folder named like a subcommand is opened as `./list` or after `--`.
    """
    from tuireader.cli.errors import reported

    return reported(lambda: _dispatch(list(arguments)))


def _dispatch(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    # The screen takes no options: `tuireader PATH --help` means the program's own.
    options = [argument for argument in before if _is_option(argument)]
    if first in COMMANDS or options:
        from tuireader.cli.app import run_command

        return run_command(arguments if first in COMMANDS else options)
    from tuireader.cli.screen import open_screen

    # Only the first `--` ends the options; a file may be called `--` as well.
    return open_screen([*before, *arguments[len(before) + 1 :]])


def _is_option(argument: str) -> bool:
    return argument.startswith("-") and argument != "-"
