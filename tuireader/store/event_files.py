"""Reads events out of whatever file of this program's they are in."""

from collections.abc import Iterator
from pathlib import Path

from tuireader.domain.events import Event
from tuireader.store.event_lines import EventError, from_line
from tuireader.store.state_table import read_table

_CHECKSUM = 9


def read_events(file: Path, content: bytes) -> list[Event]:
    """Return the events in a file: exported lines, a journal, or a table of the state.

    Args:
        file: Its name, for what is said of it; a table is read from there.
        content: What is in it.

    Raises:
        EventError: Something in it is no event; the text names the line.
    """
    if content.startswith(b'{"about":'):
        table = read_table(file)
        if table.damage or table.newer:
            what = table.damage or "a newer tuireader wrote it"
            raise EventError(f"{file}: {what}")
        return list(table.registers.events())
    return list(_lines(file, content))


def _lines(file: Path, content: bytes) -> Iterator[Event]:
    for number, line in enumerate(content.split(b"\n"), start=1):
        text = line.strip().removeprefix(b"\xef\xbb\xbf")
        if not text or (number == 1 and text.startswith(b"tuireader-journal ")):
            continue
        if text[_CHECKSUM - 1 : _CHECKSUM] == b" " and text[:1] != b"{":
            text = text[_CHECKSUM:]  # a line of a journal
        try:
            yield from_line(text)
        except EventError as error:
            raise EventError(f"{file}:{number}: {error}") from error
