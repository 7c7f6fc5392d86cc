"""Arguments and options that several subcommands take."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

SOURCES = (
    "PATH is a file or a folder; without one the configured folders are read, else the "
    "bundled samples."
)
"""The last words of `--help` where papers are read."""
paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
query = click.option(
    "-q",
    "--query",
    default="",
    metavar="QUERY",
    help="Only papers that match, as the screen's filter: '#moe -#survey after:2024'; "
    "@NAME is a saved search.",
)


def shape(*shapes: str, told: str) -> Callable[[Command], Command]:
    """Return the option that says how things are written.

    Args:
        shapes: What can be chosen, the default first.
        told: What `--help` says of it.
    """
    return click.option(
        "--format",
        "shape",
        type=click.Choice(shapes),
        default=shapes[0],
        show_default=True,
        help=told,
    )
