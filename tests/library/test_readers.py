"""What other readers made of a digest is not believed."""

import os
from pathlib import Path

import pytest

from tuireader.library import refreshing
from tuireader.library.loader import Loader
from tuireader.library.readers import _PACKAGE, readers_stamp


def test_the_stamp_is_the_same_until_a_reader_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert readers_stamp() == readers_stamp()
    for part in ("formats", "text", "domain"):
        (tmp_path / part).mkdir()
        module = tmp_path / part / "module.py"
        module.write_bytes((_PACKAGE / part / "__init__.py").read_bytes())
    monkeypatch.setattr("tuireader.library.readers._PACKAGE", tmp_path)
    before = readers_stamp()
    os.utime(tmp_path / "text" / "module.py", ns=(1, 1))
    assert readers_stamp() != before


def test_an_upgrade_of_the_readers_reads_everything_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(3):
        note = notes / f"24083{number} Note.md"
        note.write_text(f"https://arxiv.org/abs/2408.0000{number}\n\n*A Title* (A B)\n")
    cache = tmp_path / "cache"
    assert Loader([notes], cache).refresh().report.read == 3
    assert Loader([notes], cache).refresh().report.read == 0
    monkeypatch.setattr(refreshing, "readers_stamp", lambda: "another")
    loader = Loader([notes], cache)
    assert loader.cached() is not None
    again = loader.refresh()
    assert again.report.read == 3
    assert not again.report.messages
    assert len(again.library) == 3
    assert Loader([notes], cache).refresh().report.read == 0
