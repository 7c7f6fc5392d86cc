"""`tuireader keys`: the key table, from the one the screen is bound by."""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from tuireader.cli import options
from tuireader.cli.errors import complain
from tuireader.cli.settings import SettingsError, read_settings, require_known_keys
from tuireader.ui.keys import KEYS, Key, remapped, rows, shown


@click.command("keys", short_help="Print what every key of the screen does.")
@options.shape("text", "jsonl", "markdown", told="How the table is written.")
def command(*, shape: str) -> None:
    """Print what every key of the screen does, as the configuration has it.

    The first column is the name that `[keys]` in the configuration file knows it by.
    """
    writers = {"text": _text, "jsonl": _records, "markdown": _markdown}
    table = _configured()
    sys.stdout.writelines(f"{line}\n" for line in writers[shape](table))


def _configured() -> Sequence[Key]:
    """Return the table as it is configured.

    What is wrong with the configuration is said and not heeded: this is where one
    looks up how to put it right.
    """
    try:
        settings = read_settings()
        require_known_keys(settings)
    except SettingsError as error:
        complain(str(error))
        return KEYS
    return remapped(settings.keys)


def _text(table: Sequence[Key]) -> Iterator[str]:
    ids = max(len(key.id) for key in table)
    names = max(len(_names(key)) for key in table)
    for group, keys in groupby(table, key=lambda key: key.group):
        yield group
        for key in keys:
            yield f"  {key.id:{ids}}  {_names(key):{names}}  {key.words}"


def _records(table: Sequence[Key]) -> Iterator[str]:
    for key in table:
        record = {"id": key.id, "keys": key.keys, "group": key.group, "does": key.words}
        yield json.dumps(record, ensure_ascii=False)


def _markdown(table: Sequence[Key]) -> Iterator[str]:
    """Two keys a row, read down the left half first."""
    cells = [f"{_code(key)} | {key.words}" for key in rows(table)]
    half = (len(cells) + 1) // 2
    yield "| keys | do | keys | do |"
    yield "| --- | --- | --- | --- |"
    for left, right in zip(cells[:half], [*cells[half:], " | "], strict=False):
        yield f"| {left} | {right} |"


def _code(key: Key) -> str:
    return " ".join(f"`{shown(name)}`" for name in key.keys)


def _names(key: Key) -> str:
    return " ".join(shown(name) for name in key.keys)
