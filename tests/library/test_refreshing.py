"""A refresh tells how far it is, stops when asked, and leaves no garbage."""

import gc
import weakref
from pathlib import Path

from tests.library.notes import ATTENTION, write
from tuireader.library.loader import Loader, Progress, Report


def test_progress_counts_up_to_all_files(vault: Path, cache: Path) -> None:
    told: list[Progress] = []
    Loader([vault], cache).refresh(told.append)
    assert [step.stage for step in told] == [
        "scanning",
        "reading",
        "reading",
        "storing",
    ]
    assert told[-2][:3] == (4, 4, 0)
    told.clear()
    Loader([vault], cache).refresh(told.append)
    assert [step.stage for step in told] == ["scanning"]


def test_a_cancelled_refresh_stores_nothing(vault: Path, cache: Path) -> None:
    seen: list[int] = []

    def enough() -> bool:
        seen.append(1)
        return len(seen) > 2

    loaded = Loader([vault], cache).refresh(cancelled=enough)
    assert loaded.report == Report(cancelled=True)
    assert loaded.library.total == 0
    assert not cache.exists()
    assert Loader([vault], cache).refresh().report.read == 4


def test_a_cancelled_refresh_keeps_the_library_that_was_open(
    vault: Path, cache: Path
) -> None:
    loader = Loader([vault], cache)
    library = loader.refresh().library
    write(vault, {"230101 New.md": ATTENTION})
    assert loader.refresh(cancelled=lambda: True).library is library


def test_the_collector_is_left_as_it_was(vault: Path, cache: Path) -> None:
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        try:
            Loader([vault], cache).refresh()
            assert gc.isenabled() is enabled
        finally:
            gc.enable()


def test_a_library_that_was_read_anew_goes_without_a_collector(
    vault: Path, cache: Path
) -> None:
    """The screen hides what it made from the collector, which would take long over it.

    A circle in it would stay for ever.
    """
    loader = Loader([vault], cache)
    library = loader.refresh().library
    library.warm()
    assert library.matching(library.parse("-nowhere")).facets.tags
    view = weakref.ref(library.view)
    write(vault, {"230101 New.md": "https://arxiv.org/abs/2302.13971\n\n라마.\n"})
    was_on = gc.isenabled()
    gc.disable()
    try:
        library = loader.refresh().library
        library.warm()
        assert view() is None
    finally:
        if was_on:
            gc.enable()
