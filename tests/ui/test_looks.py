"""Pictures of the screen: one state, one size each.

They are drawn on one Python version only, since a picture differs in no more than names
between versions, yet differs.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import STILL, RecordedLinks, read
from tuireader.library.loader import Loader
from tuireader.resources import resource_directory
from tuireader.ui.app import ReaderApp

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="pictures are drawn with Python 3.11"
)

Compare = Callable[..., bool]


def by_size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.fixture
def app(tmp_path: Path, links: RecordedLinks) -> ReaderApp:
    """The application over the samples, which it knows from before."""
    samples = (resource_directory("sample_digests"),)
    Loader(samples, tmp_path).refresh()
    return ReaderApp(Loader(samples, tmp_path), lambda: links, habits=STILL)


def pressing(*keys: str) -> Callable[[Pilot[int]], object]:
    """Wait until all is read, then press `keys`, the cursor of the input still."""

    async def run(pilot: Pilot[int]) -> None:
        await read(pilot)
        await pilot.press(*keys)
        for typed in pilot.app.screen.query(Input):
            typed.cursor_blink = False
        await pilot.pause(0.2)  # a filter settles
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return run


def test_readme_picture(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("slash", *"ssm", "enter", "j")
    assert snap_compare(app, terminal_size=(140, 40), run_before=keys)


@pytest.mark.parametrize(
    "size", [(160, 45), (100, 30), (80, 24), (60, 24)], ids=by_size
)
def test_reading(snap_compare: Compare, app: App[int], size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=pressing("j"))


def test_reading_one_pane(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("j", "enter")
    assert snap_compare(app, terminal_size=(60, 24), run_before=keys)


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24)], ids=by_size)
def test_chips_and_marks(
    snap_compare: Compare, app: App[int], size: tuple[int, int]
) -> None:
    keys = pressing("slash", *"model -#ssm after:2023", "enter", "x", "x", "1")
    assert snap_compare(app, terminal_size=size, run_before=keys)


@pytest.mark.parametrize("size", [(160, 45), (60, 24)], ids=by_size)
def test_completing(
    snap_compare: Compare, app: App[int], size: tuple[int, int]
) -> None:
    keys = pressing("slash", *"model #s", "wait:300", "down")
    assert snap_compare(app, terminal_size=size, run_before=keys)


def test_asking_for_a_path(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("w", "ctrl+u", *"~/picks.pdf", "enter")
    assert snap_compare(app, terminal_size=(120, 36), run_before=keys)


def test_filtered_by_tag(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("t", *"efficiency", "enter")
    assert snap_compare(app, terminal_size=(120, 36), run_before=keys)


def test_picking_a_tag(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("t", *"mod")
    assert snap_compare(app, terminal_size=(120, 36), run_before=keys)


def test_light(snap_compare: Compare, app: App[int]) -> None:
    assert snap_compare(app, terminal_size=(120, 36), run_before=pressing("D"))


def test_help(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("question_mark")
    assert snap_compare(app, terminal_size=(120, 50), run_before=keys)


def test_nothing_matches(snap_compare: Compare, app: App[int]) -> None:
    keys = pressing("slash", *"nothing like this", "enter")
    assert snap_compare(app, terminal_size=(100, 30), run_before=keys)
