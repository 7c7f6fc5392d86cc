"""Runs the search that a screen wants, a slice at a time, and drops the one before."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import Worker

from tuireader.library.library import Library
from tuireader.query import Query

if TYPE_CHECKING:
    from tuireader.library.searching import Piece

AT_ONCE = 0.03
"""Seconds in which something to show is looked for before anything else is done."""
WHOLE = 0.02
"""Seconds in which what is found is completed before it is shown."""
_TIMES = 4
"""What it takes to complete it, at the least, in times of what it took so far."""
SLICE = 0.008
"""Seconds of searching between which keys and frames have their turn."""
SHOWN = 0.05
"""Seconds that are left to the screen, at most, to draw what was found so far."""

WRITTEN = 0.003
"""Seconds for the thread that writes it to the terminal, which waits for the
interpreter while anything is searched."""

Show = Callable[[Library, bool], None]
"""Shows what was found; the flag says whether more keys are likely to follow."""


class Searches:
    """At most one search at a time: a newer one cancels the older.

    Attributes:
        asked: The query that was asked for last, whether or not it is shown yet.
    """

    def __init__(self, screen: Screen[None], show: Show, query: Query) -> None:
        self._screen = screen
        self._show = show
        self._running: Worker[None] | None = None
        self._is_listed = True
        self._waiting: list[Callable[[], object]] = []
        self.asked = query

    @property
    def is_running(self) -> bool:
        """Whether the last search is not done yet."""
        return self._running is not None and self._running.is_running

    def when_listed(self, then: Callable[[], object]) -> None:
        """Call something once the whole result of the last search is shown."""
        self._waiting.append(then)
        if self._is_listed:
            self._listed()

    def _listed(self) -> None:
        self._is_listed = True
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _tell(self, found: Library, typing: bool) -> None:  # noqa: FBT001
        self._show(found, typing)
        if found.settled:
            self._listed()

    def begin(self, library: Library, query: Query, *, typing: bool = False) -> None:
        """Search `library`, and show what is found: now, if that is quick."""
        if self._running is not None:
            self._running.cancel()
            self._running = None
        self.asked, self._is_listed = query, False
        # With it comes what reads queries, which the first screen does without.
        from tuireader.library.searching import searching

        pieces = searching(library, query)
        found, slow = _at_once(pieces)
        if found is not None:
            self._tell(found, typing)
        if found is None or not (found.settled and found.is_counted):
            self._running = self._screen.run_worker(
                # Called by the worker: it may be cancelled before it begins.
                partial(
                    self._go_on, pieces, slow, typing=typing, shown=found is not None
                ),
                group="search",
                description="the search",
                exit_on_error=False,
            )

    async def _go_on(
        self,
        pieces: "Iterator[Piece]",
        slow: Callable[[], object] | None,
        *,
        typing: bool,
        shown: bool,
    ) -> None:
        """Search on to the end; if that fails, nobody waits for it any more."""
        try:
            if slow:
                await asyncio.to_thread(slow)
            elif shown:
                await self._drawn()
            await self._in_slices(pieces, typing=typing)
        except Exception:
            self._listed()
            raise

    async def _in_slices(self, pieces: "Iterator[Piece]", *, typing: bool) -> None:
        """Search on, letting keys and frames pass between the slices."""
        due = time.monotonic() + SLICE
        for piece in pieces:
            if isinstance(piece, Library):
                self._tell(piece, typing)
                await self._drawn()
            elif callable(piece):
                await asyncio.to_thread(piece)
            elif time.monotonic() > due:
                await asyncio.sleep(0)
            else:
                continue
            due = time.monotonic() + SLICE

    async def _drawn(self) -> None:
        """Wait until what was shown is on the screen."""
        drawn = asyncio.Event()
        self._screen.call_after_refresh(drawn.set)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(drawn.wait(), SHOWN)
        await asyncio.sleep(WRITTEN)


def _at_once(
    pieces: "Iterator[Piece]",
) -> tuple[Library | None, Callable[[], object] | None]:
    """Search until there is something to show, or other things have to be done.

    Args:
        pieces: The search; the rest of it is left.

    Returns:
        What was found, and what has to be called in a thread before the search goes on.
    """
    began = time.monotonic()
    found: Library | None = None
    for piece in pieces:
        if callable(piece):
            return found, piece
        limit = AT_ONCE if found is None else WHOLE
        if isinstance(piece, Library):
            found = piece
            limit = WHOLE if piece.settled else WHOLE / _TIMES
        if time.monotonic() - began > limit:
            break
    return found, None
