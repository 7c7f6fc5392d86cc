"""`tuireader export`: every entry with all of its text, for other programs."""

import json
import sys
from collections.abc import Iterator

import click

from tuireader.cli import options
from tuireader.cli.loading import Opened, open_library
from tuireader.domain.entry import Digest, Entry
from tuireader.domain.identity import keys_of
from tuireader.services.export import record_of

_UNDATED = "9999"
"""Sorts after every day."""


@click.command("export", epilog=options.SOURCES)
@options.paths
@options.query
@options.shape("jsonl", told="One JSON object an entry and line.")
def command(*, paths: tuple[str, ...], query: str, shape: str) -> int:  # noqa: ARG001 - one shape so far
    """Write every entry of files and folders, the oldest day first.

    A paper that stands in several digests is written once for each. With a query, the
    entries of matching papers are written, of those days if it names days.
    """
    opened = open_library(paths, query)
    found = sorted(_records(opened), key=lambda record: record[0])
    sys.stdout.writelines(f"{line}\n" for _, line in found)
    return opened.exit_code


def _records(opened: Opened) -> Iterator[tuple[str, str]]:
    """Yield each entry's day and line of JSON."""
    everything = opened.library.query.is_empty
    for digest in opened.loader.digests():
        for entry in digest.entries:
            if everything or _matches(opened, entry):
                yield entry.date or _UNDATED, _line(digest, entry)


def _matches(opened: Opened, entry: Entry) -> bool:
    listed = any(opened.library.row_of(key) is not None for key in keys_of(entry))
    return listed and opened.library.query.matches_date(entry.date or "") is not False


def _line(digest: Digest, entry: Entry) -> str:
    return json.dumps(record_of(digest, entry), ensure_ascii=False)
