"""What the reader's screen shows and holds, and keys with what they set off."""

from textual.pilot import Pilot

from tuireader.domain.events import PaperState
from tuireader.ui.app import ReaderApp
from tuireader.ui.screens.reader import ReaderScreen
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.sidebar import Sidebar


def screen_of(pilot: Pilot[int]) -> ReaderScreen:
    app = pilot.app
    assert isinstance(app, ReaderApp)
    return app.reader


def shown(pilot: Pilot[int]) -> str:
    """The whole screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def title(pilot: Pilot[int]) -> str:
    paper = screen_of(pilot).paper
    return paper.title if paper else ""


def state(pilot: Pilot[int]) -> PaperState:
    """How the reader stands with the paper under the cursor."""
    screen = screen_of(pilot)
    assert screen.paper is not None
    return screen.library.state_of(screen.paper)


def line(pilot: Pilot[int], words: str) -> str:
    """The line of the list that has `words`."""
    papers = screen_of(pilot).query_one(PaperList)
    lines = [papers.render_line(y).text for y in range(papers.size.height)]
    return next(text for text in lines if words in text)


def numbers(screen: ReaderScreen) -> dict[str, int]:
    """The counts of states in the sidebar."""
    rows = screen.query_one(Sidebar).rows
    return {row.label: row.papers for row in rows if row.kind == "state"}


async def filtered(pilot: Pilot[int], text: str) -> ReaderScreen:
    """Type a filter, close the line, and wait for its counts."""
    await settled(pilot, "slash", "ctrl+u", *text, "enter")
    return screen_of(pilot)


async def settled(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until all that they set off is done and shown."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
