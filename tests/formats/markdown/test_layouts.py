"""Many layouts, one engine: what is read in each."""

from typing import Any

import pytest

from tests.formats.comparing import said
from tests.formats.markdown.layouts import FOLDER, read, rows, told

ROWS = rows()
NAMES = [row["layout"] for row in ROWS]


def test_every_layout_has_its_row() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_entries_of_a_layout(row: dict[str, Any]) -> None:
    digest = read(row["layout"], row["path"])
    assert digest.format == row["format"]
    assert [told(entry) for entry in digest.entries] == row["entries"]


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_every_arxiv_id_of_a_layout_is_kept(row: dict[str, Any]) -> None:
    digest = read(row["layout"], row["path"])
    kept = said(digest)
    for entry in row["entries"]:
        assert entry.get("arxiv_id", "") in kept
        for reference in entry.get("references", []):
            assert reference in kept


def test_the_layouts_are_about_papers_that_were_found() -> None:
    for row in ROWS:
        assert len(row["entries"]) > 1 or "own-page" in row["layout"]
        for entry in row["entries"]:
            assert entry.get("arxiv_id") or entry.get("url")
            assert entry["title"]
