"""`tuireader state`: what is marked, and how it travels to other machines."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from tuireader.cli.errors import CommandError, UsageError
from tuireader.cli.loading import open_state
from tuireader.domain.events import NOTE, QUEUE, READ, STAR, TAG, Event, Fields
from tuireader.store.event_files import read_events
from tuireader.store.event_lines import EventError, to_line
from tuireader.store.registers import Registers
from tuireader.store.state import State, StateError
from tuireader.text import sanitise
from tuireader.text.counted import counted

_STDIO = Path("-")
_files = click.argument("files", nargs=-1, required=True, metavar="FILE...")


@click.group("state", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> int:
    """Say what is marked and where that is kept.

    The subcommands take it from one machine to another: what was done on two is merged
    without conflict, in any order and any number of times.
    """
    if context.invoked_subcommand is None:
        _show(overview(open_state()), as_json=as_json)
    elif as_json:
        raise UsageError("--json is for `tuireader state` alone")
    return 0


@command.command("export", short_help="Write everything that is marked.")
@click.argument("file", default="-")
def export(*, file: str) -> int:
    """Write everything that is marked as JSON Lines, to FILE or standard output."""
    state = open_state()
    if state.read_only and not state.items():
        raise CommandError(state.read_only)
    _write(file, state.events())
    return 0


@command.command("import")
@_files
def import_(*, files: tuple[str, ...]) -> int:
    """Take in what was exported elsewhere; - is standard input.

    FILE may also be another tuireader's state.json or journal.jsonl. What is newer
    counts, paper by paper and thing by thing. Nothing is taken unless all can be.
    """
    events = _read(files)
    state = open_state()
    try:
        changed = state.merge(events)
        state.tidy()
    except StateError as error:
        raise CommandError(str(error)) from error
    sys.stdout.write(f"{changed:,} of {counted(len(events), 'event')} new\n")
    return 0


@command.command("merge", short_help="Write several exported files as one.")
@_files
@click.option(
    "-o", "--output", default="-", help="Where to write; else standard output."
)
def merge(*, files: tuple[str, ...], output: str) -> int:
    """Write several exported files as one; what is marked here does not change."""
    registers = Registers()
    registers.take(_read(files))
    _write(output, registers.events())
    return 0


def overview(state: State) -> dict[str, object]:
    """Return what is marked, in numbers."""
    counts: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    last = 0
    for keys, fields in state.items():
        if not keys[0].startswith("library:"):
            counts.update(_marks(fields))
            counts["papers"] += 1
            tags.update(
                sanitise(register.value)
                for kind, register in fields.items()
                if kind.startswith(TAG) and isinstance(register.value, str)
            )
        last = max(last, *(register.time for register in fields.values()))
    changed = datetime.fromtimestamp(last / 1e6, UTC).astimezone() if last else None
    names = ("papers", "read", "unread", "starred", "queued", "noted")
    return {
        "folder": str(state.folder),
        "writable": not state.read_only,
        **{name: counts[name] for name in names},
        "tags": dict(tags.most_common()),
        "changed": changed.isoformat(" ", "seconds") if changed else None,
    }


def _marks(fields: Fields) -> Iterable[str]:
    """Yield what a paper is marked as."""
    for kind, register in fields.items():
        if kind == READ and register.value is not None:
            yield "read" if register.value else "unread"
        elif kind == STAR and register.value:
            yield "starred"
        elif kind in {QUEUE, NOTE} and register.value is not None:
            yield {QUEUE: "queued", NOTE: "noted"}[kind]


def _show(found: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    for name, value in found.items():
        if isinstance(value, dict):
            text = ", ".join(f"#{tag} {count:,}" for tag, count in value.items())
        elif isinstance(value, bool):
            text = "yes" if value else "no"
        else:
            text = f"{value:,}" if isinstance(value, int) else str(value or "")
        sys.stdout.write(f"{name:9} {sanitise(text)}".rstrip() + "\n")


def _read(files: Sequence[str]) -> list[Event]:
    events: list[Event] = []
    for file in map(Path, files):
        stdin = file == _STDIO
        content = sys.stdin.buffer.read() if stdin else file.read_bytes()
        try:
            events += read_events(file, content)
        except EventError as error:
            raise CommandError(f"{error}; nothing was taken") from error
    return events


def _write(named: str, events: Iterable[Event]) -> None:
    file = Path(named)
    if not file.name:
        raise UsageError(f"{sanitise(named) or 'an empty path'} names no file")
    content = b"".join(to_line(event) + b"\n" for event in events)
    if file == _STDIO:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        from tuireader.store.atomic import write_files

        write_files(file.absolute().parent, {file.name: content})
