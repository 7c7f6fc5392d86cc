"""Reads records of other notations the way JSON lines are read."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.formats.base import Reading, Source
from tuireader.formats.sidecar import SidecarRecords


class RecordAt(NamedTuple):
    """The fields of a paper, and the line of the source that they begin at."""

    fields: dict[str, object]
    line: int


def read_records(source: Source, records: Sequence[RecordAt]) -> Reading:
    """Return the papers of `records`, each with the line that it stands at.

    Args:
        source: What the records were found in.
        records: The records, in order.
    """
    text = "\n".join(json.dumps(record.fields) for record in records)
    reading = SidecarRecords().read(Source(source.path, text, source.encoding))
    lines = [0, *(record.line for record in records)]
    return Reading(
        tuple(e._replace(line=lines[_within(e.line, lines)]) for e in reading.entries),
        tuple(p._replace(line=lines[_within(p.line, lines)]) for p in reading.problems),
    )


def _within(line: int, lines: Sequence[int]) -> int:
    return line if line < len(lines) else 0
