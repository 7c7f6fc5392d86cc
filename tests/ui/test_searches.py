"""What is found first is shown first where the rest would take longer than an eye."""

from collections.abc import Callable, Iterator
from itertools import count
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import Opened
from tests.ui.looking import screen_of
from tuireader.library import searching as searching_module
from tuireader.library.library import Library
from tuireader.query import Query
from tuireader.ui.screens import searches as searches_module
from tuireader.ui.screens.searches import Searches


@pytest.mark.parametrize(
    ("turn", "first"),
    [
        (0.0001, True),  # all is found before a frame is over
        (0.004, False),  # titles took so long that texts would be felt
    ],
)
async def test_a_quick_search_is_shown_whole_and_a_long_one_in_two_parts(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, turn: float, *, first: bool
) -> None:
    """Args: `turn` is the seconds that each slice of the search takes."""
    async with opened() as pilot:
        shown = await _shown(pilot, monkeypatch, turn)
        assert shown[0].settled is first
        assert shown[-1].settled


async def _shown(
    pilot: Pilot[int], monkeypatch: pytest.MonkeyPatch, turn: float
) -> list[Library]:
    screen = screen_of(pilot)
    query = Query.parse("llm")
    heads = screen.library.matching(query, heads_only=True)
    whole = screen.library.matching(query)

    def pieces(*_asked: object) -> Iterator[Library | None]:
        yield from (None, heads, None, None, whole)
        yield from whole.counting()
        yield whole

    monkeypatch.setattr(searching_module, "searching", pieces)
    clock = SimpleNamespace(monotonic=_clock(turn))
    monkeypatch.setattr(searches_module, "time", clock)
    shown: list[Library] = []
    searches = Searches(screen, lambda library, _typing: shown.append(library), query)
    searches.begin(screen.library, query)
    monkeypatch.undo()
    await pilot.app.workers.wait_for_complete()
    return shown


def _clock(turn: float) -> Callable[[], float]:
    turns = count()
    return lambda: next(turns) * turn
