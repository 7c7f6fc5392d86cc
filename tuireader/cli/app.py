"""The click group of all subcommands; each is imported when it is asked for."""

import importlib
from collections.abc import Sequence

import click

from tuireader import __version__
from tuireader.cli.errors import DONE, UsageError
from tuireader.cli.start import COMMANDS


class _LazyGroup(click.Group):
    """A group whose commands live in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
    epilog="`tuireader PATH…` opens the screen on files and folders; without a path it "
    "opens the configured folders, else the bundled samples. A folder that is named "
    "like a command is opened as ./NAME.",
)
@click.version_option(
    __version__, prog_name="tuireader", message="%(prog)s %(version)s"
)
def commands() -> None:
    """Read arXiv paper digests in the terminal."""


def run_command(arguments: Sequence[str]) -> int:
    """Run the subcommand that `arguments` name.

    Returns:
        The exit code.

    Raises:
        UsageError: The arguments are not what the subcommand takes.
    """
    try:
        # Not `main`, which ends the process itself where a pipe is closed.
        with commands.make_context("tuireader", list(arguments)) as context:
            code = commands.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return DONE
    except click.ClickException as error:
        raise UsageError(_with_hint(error, arguments[0])) from error
    return code if isinstance(code, int) else DONE


def _with_hint(error: click.ClickException, first: str) -> str:
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    # Of an option without its value, click does not say whose it is.
    named = f"tuireader {first}" if first in COMMANDS else "tuireader"
    name = context.command_path if context else named
    return f"{message}; see `{name} --help`"
