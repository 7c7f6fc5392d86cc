"""`tuireader config`: where the program keeps its files and which folders it opens."""

import sys

import click

from tuireader.cli.settings import read_settings, require_known_keys, settings_file
from tuireader.cli.sources import find_sources
from tuireader.text import sanitise


@click.group("config")
def command() -> None:
    """Show the configuration file and what it opens."""


@command.command("path")
def show_path() -> None:
    """Print where the configuration file is, or would be."""
    sys.stdout.write(sanitise(f"{settings_file()}") + "\n")


@command.command("paths")
def show_paths() -> None:
    """Print what opens when no path is named."""
    for path in find_sources(()).paths:
        sys.stdout.write(sanitise(f"{path}") + "\n")


@command.command("check")
def check() -> None:
    """Read the configuration file; silent if it is well."""
    require_known_keys(read_settings())
