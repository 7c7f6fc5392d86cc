"""What stands where the cache's files belong: it costs the cache, and that once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.comparing import facts
from tuireader.library.loader import Loader

FILES = ["catalogue.json", "digests-2017.json", "bodies-2017-*.txt", "readers", ".lock"]


def folder_with_something(file: Path) -> None:
    file.mkdir()
    (file / "mine.txt").write_text("somebody's own")


IN_THE_WAY: dict[str, Callable[[Path], object]] = {
    "folder": Path.mkdir,
    "full folder": folder_with_something,
    "pipe": os.mkfifo,
    "endless device": lambda file: file.symlink_to("/dev/zero"),
    "link to itself": lambda file: file.symlink_to(file),
    "link to nothing": lambda file: file.symlink_to(file.parent / "nowhere" / "x"),
}


@pytest.mark.threat("T25", "T27")
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", IN_THE_WAY)
def test_it_is_replaced_and_the_next_start_is_a_usual_one(
    vault: Path, cache: Path, file: str, kind: str
) -> None:
    whole = facts(Loader([vault], cache).refresh().library)
    found = next(cache.glob(f"*/{file}"))
    found.unlink()
    IN_THE_WAY[kind](found)
    loader = Loader([vault], cache)
    early = loader.cached()
    assert early is None or facts(early) == whole
    loaded = loader.refresh()
    assert facts(loaded.library) == whole
    again = Loader([vault], cache)
    again.cached()
    after = again.refresh()
    assert facts(after.library) == whole
    assert (after.report.messages, after.report.read) == ((), 0)
    if kind == "full folder":
        (kept,) = cache.glob("*/*/mine.txt")
        assert kept.read_text() == "somebody's own"


def test_a_file_instead_of_the_caches_folder_costs_the_cache_only(
    vault: Path, cache: Path
) -> None:
    whole = facts(Loader([vault], cache).refresh().library)
    (folder,) = cache.iterdir()
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("somebody's own")
    loader = Loader([vault], cache)
    loader.cached()
    loaded = loader.refresh()
    assert facts(loaded.library) == whole
    assert "cannot be written" in "".join(loaded.report.messages)
    assert folder.read_text() == "somebody's own"
