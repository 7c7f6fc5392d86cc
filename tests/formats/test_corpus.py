"""Real digests, where the folder with them is at hand."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tuireader.domain.entry import Digest
from tuireader.formats import Source, read_digest
from tuireader.formats.path_dates import split_name
from tuireader.services.export import Record, record_of
from tuireader.text import decode, sanitise

FOLDER = os.environ.get("TUIREADER_CORPUS", "")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER, reason="TUIREADER_CORPUS names no folder"),
]
FIELDS = (
    "title", "authors", "date", "abstract", "commentary", "tags", "arxiv_id",
    "references", "wikilinks", "url",
)  # fmt: skip


def digests(part: str) -> Iterator[Digest]:
    root = Path(FOLDER, part)
    for path in sorted(root.rglob("*")):
        if path.is_file():
            decoded = decode(path.read_bytes())
            name = sanitise(path.relative_to(root).as_posix())
            yield read_digest(Source(name, decoded.text, decoded.encoding))


def truth(part: str) -> list[dict[str, Any]]:
    lines = Path(FOLDER, f"{part}.expected.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def folded(value: object) -> object:
    if isinstance(value, list):
        return sorted(str(folded(part)) for part in value)
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value


@pytest.mark.parametrize("part", ["seed", "plain", "vault"])
def test_every_field_of_every_paper_is_as_it_should_be(part: str) -> None:
    found: dict[tuple[object, object], list[Record]] = {}
    for digest in digests(part):
        for entry in digest.entries:
            record = record_of(digest, entry)
            key = (record["source"], folded(record["title"]))
            found.setdefault(key, []).append(record)
    for row in truth(part):
        records = found[row["source"], folded(row["title"])]
        wanted = {field: folded(row[field]) for field in FIELDS if field in row}
        given = [
            {field: folded(dict(record)[field]) for field in wanted}
            for record in records
        ]
        assert wanted in given


def test_no_note_of_the_vault_is_lost() -> None:
    notes = list(digests("vault"))
    assert len(notes) == 2477
    for note in notes:
        assert note.format == "vault"
        assert note.entries, note.source
        day = split_name(note.source.rpartition("/")[2].removesuffix(".md"))[0]
        for entry in note.entries:
            assert entry.title, note.source
            assert entry.date == day
