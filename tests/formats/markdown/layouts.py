"""Digests of many layouts, and what the program should read in them.

`layouts/` holds one file a layout, written for this purpose about real papers;
`layouts.jsonl` says for each under which path it is read and what the entries are.
After a change that is meant, `python -m tests.formats.markdown.layouts` writes the
entries anew; look at the difference before it is kept.
"""

import json
from pathlib import Path
from typing import Any

from tuireader.domain.entry import Digest, Entry
from tuireader.formats import Source, read_digest
from tuireader.text import sanitise

FOLDER = Path(__file__).parent / "layouts"
EXPECTED = Path(__file__).parent / "layouts.jsonl"


def rows() -> list[dict[str, Any]]:
    """Return the name, path and expected entries of every layout."""
    return [json.loads(line) for line in EXPECTED.read_text("utf-8").splitlines()]


def read(name: str, path: str) -> Digest:
    """Read a layout as the program would if it stood at `path`."""
    return read_digest(Source(path, sanitise((FOLDER / name).read_text("utf-8"))))


def told(entry: Entry) -> dict[str, Any]:
    """Return what an entry says, without what is empty."""
    record = {
        "title": entry.title,
        "authors": list(entry.authors),
        "date": entry.date,
        "arxiv_id": entry.arxiv_id,
        "url": None if entry.arxiv_id else entry.url,
        "abstract": entry.abstract,
        "commentary": [paragraph.text for paragraph in entry.commentary],
        "tags": list(entry.tags),
        "references": list(entry.references),
        "section": entry.section,
        "line": entry.line,
    }
    return {name: value for name, value in record.items() if value}


def write() -> None:
    """Write the entries of every layout as they are read now."""
    lines: list[str] = []
    for row in rows():
        digest = read(row["layout"], row["path"])
        row["format"] = digest.format
        row["entries"] = [told(entry) for entry in digest.entries]
        lines.append(json.dumps(row, ensure_ascii=False))
    EXPECTED.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    write()
