"""`tuireader keys`: the key table, from the one the screen is bound by."""

import json
import sys
from collections.abc import Iterator
from itertools import groupby

import click

from tuireader.ui.keys import KEYS, Key, rows, shown


@click.command("keys")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "jsonl", "markdown"]),
    default="text",
    show_default=True,
    help="How the table is written.",
)
def command(*, shape: str) -> None:
    """Print what every key of the screen does.

    The first column is the name that `[keys]` in the configuration file knows it by.
    """
    writers = {"text": _text, "jsonl": _records, "markdown": _markdown}
    sys.stdout.writelines(f"{line}\n" for line in writers[shape]())


def _text() -> Iterator[str]:
    ids = max(len(key.id) for key in KEYS)
    names = max(len(_names(key)) for key in KEYS)
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        yield group
        for key in keys:
            yield f"  {key.id:{ids}}  {_names(key):{names}}  {key.words}"


def _records() -> Iterator[str]:
    for key in KEYS:
        record = {"id": key.id, "keys": key.keys, "group": key.group, "does": key.words}
        yield json.dumps(record, ensure_ascii=False)


def _markdown() -> Iterator[str]:
    """Two keys a row, read down the left half first."""
    cells = [f"{_code(key)} | {key.words}" for key in rows()]
    half = (len(cells) + 1) // 2
    yield "| keys | do | keys | do |"
    yield "| --- | --- | --- | --- |"
    for left, right in zip(cells[:half], [*cells[half:], " | "], strict=False):
        yield f"| {left} | {right} |"


def _code(key: Key) -> str:
    return " ".join(f"`{shown(name)}`" for name in key.keys)


def _names(key: Key) -> str:
    return " ".join(shown(name) for name in key.keys)
