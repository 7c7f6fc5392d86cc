"""The real application over the bundled samples, its links recorded."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tuireader.domain.habits import Habits
from tuireader.library.loader import Loader
from tuireader.resources import resource_directory
from tuireader.store.state import State
from tuireader.ui.app import ReaderApp
from tuireader.ui.messages import LinkRequested, Notice

STILL = Habits(read="manual")
"""Nothing is marked by the time that a test takes."""
Opened = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


class RecordedLinks:
    """Stands where clipboard and browser begin."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def handle(self, request: LinkRequested, send: Callable[[str], object]) -> Notice:
        url = request.library.link(request.paper).url
        self.asked.append((request.purpose, url))
        send(url)
        return Notice(f"{request.purpose} {url}")


async def kept(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until all that was marked is on disk and shown."""
    await pilot.press(*keys)
    app = pilot.app
    assert isinstance(app, ReaderApp)
    while not app.reader.marking.is_idle:
        await pilot.pause(0.01)
    await pilot.pause()


async def read(pilot: Pilot[int]) -> None:
    """Wait until the digests are read, which begins after the first paint."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    while app.report is None:
        await pilot.pause(0.01)
    await app.workers.wait_for_complete()
    await pilot.pause()
    await kept(pilot)


@pytest.fixture
def links() -> RecordedLinks:
    return RecordedLinks()


@pytest.fixture
def opened(links: RecordedLinks, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Open the application on paths, by default the samples, wait until all is read."""

    @asynccontextmanager
    async def open_app(
        *paths: Path,
        size: tuple[int, int] = (160, 45),
        notice: str = "",
        state: State | None = None,
        habits: Habits | None = None,
    ) -> AsyncIterator[Pilot[int]]:
        found = paths or (resource_directory("sample_digests"),)
        loader = Loader(found, tmp_path_factory.mktemp("cache"), state=state)
        app = ReaderApp(loader, lambda: links, notice, habits=habits or STILL)
        async with app.run_test(size=size) as pilot:
            await read(pilot)
            yield pilot

    return open_app


DAYS = {
    "2024-08-30.txt": ("Newest One", "Newest Two", "Newest Three"),
    "2024-08-29.txt": ("Older One", "Older Two"),
}


@pytest.fixture
def days(tmp_path: Path) -> Path:
    """Two days of digests; what is older than the newest counts as read."""
    folder = tmp_path / "days"
    folder.mkdir()
    for name, titles in DAYS.items():
        entries = [f"{each} of Many\n(A. B.)\n모델 이야기.\n#tag\n" for each in titles]
        (folder / name).write_text("".join(entries), encoding="utf-8")
    return folder
