"""Pictures of how the reader stands with papers, at the three widths."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import STILL, RecordedLinks, kept, read
from tests.ui.looking import settled
from tests.ui.test_looks import Compare, by_size
from tuireader.library.loader import Loader
from tuireader.resources import resource_directory
from tuireader.ui.app import ReaderApp
from tuireader.ui.widgets.note_area import NoteArea

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="pictures are drawn with Python 3.11"
)
SIZES = [(160, 45), (100, 30), (60, 24)]
MARKS = ("s", "j", "a", "r", "j", "s", "a", "g")


@pytest.fixture
def app(tmp_path: Path, links: RecordedLinks) -> ReaderApp:
    """The application over the samples."""
    samples = (resource_directory("sample_digests"),)
    return ReaderApp(Loader(samples, tmp_path), lambda: links, habits=STILL)


def marking(*keys: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Mark some papers and note something on the first, then press `keys`."""

    async def run(pilot: Pilot[int]) -> None:
        await read(pilot)
        assert isinstance(pilot.app, ReaderApp)
        screen = pilot.app.reader
        assert screen.paper is not None
        screen.library.marks.set_note(screen.paper, "Compare with 지난주의 그 논문.")
        screen.library.marks.add_tags([screen.paper], ["to-try"])
        await kept(pilot, *MARKS)
        await settled(pilot, *keys)
        await pilot.pause(0.2)  # what waits for the keys to rest
        await kept(pilot)

    return run


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_marked(snap_compare: Compare, app: ReaderApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=marking())


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_catching_up(
    snap_compare: Compare, app: ReaderApp, size: tuple[int, int]
) -> None:
    assert snap_compare(app, terminal_size=size, run_before=marking("c", "j"))


def test_related(snap_compare: Compare, app: ReaderApp) -> None:
    keys = marking("slash", *"mamba-2", "enter", "b")
    assert snap_compare(app, terminal_size=(120, 36), run_before=keys)


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_noting(snap_compare: Compare, app: ReaderApp, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[int]) -> None:
        await marking("e")(pilot)
        area = pilot.app.screen.query_one(NoteArea)
        area.cursor_blink = False
        await pilot.press(*"really?", "escape")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=run)


def test_own_tags(snap_compare: Compare, app: ReaderApp) -> None:
    keys = marking("+", *"rea")

    async def run(pilot: Pilot[int]) -> None:
        await keys(pilot)
        pilot.app.screen.query_one(Input).cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, terminal_size=(100, 30), run_before=run)


def test_asking(snap_compare: Compare, app: ReaderApp) -> None:
    assert snap_compare(app, terminal_size=(100, 30), run_before=marking("R"))
