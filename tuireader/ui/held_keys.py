"""Keys that were typed before what they are to act on is there."""

from collections.abc import Callable

from textual import events
from textual.message import Message

Typed = events.Key | events.Paste


class HeldKeys:
    """Keeps keys and pastes, in their order, while they have nothing to act on.

    So it is during the start, and behind a filter until what it lists is known: else a
    key typed fast would mark or copy a paper of the list before.
    """

    def __init__(self, go_on: Callable[[], object]) -> None:
        """Hold from the start.

        Args:
            go_on: Called when they may go on, to `take` them in their turn.
        """
        self._go_on = go_on
        self._held: list[Typed] | None = []

    def hold(self) -> None:
        """Hold what is typed from now on."""
        if self._held is None:
            self._held = []

    def keeps(self, event: Message) -> bool:
        """Keep an event if it has to wait; return whether it does."""
        if self._held is None or not isinstance(event, Typed):
            return False
        self._held.append(event)
        return True

    def release(self) -> None:
        """Let what waits go on."""
        if self._held is not None:
            self._go_on()

    def take(self) -> list[Typed]:
        """Return what waited, and hold no more."""
        held, self._held = self._held or [], None
        return held
