"""Arguments and options that several subcommands take."""

import click

paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
query = click.option(
    "-q",
    "--query",
    default="",
    metavar="QUERY",
    help="Only papers that match, as the screen's filter: '#moe -#survey after:2024'; "
    "@NAME is a saved search.",
)
