"""Does something once nothing has happened for a while."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


class Pause:
    """Waits for a pause between keys, and begins anew at each of them."""

    def __init__(self, owner: MessagePump, call: Callable[[], object]) -> None:
        """Wait for nothing yet.

        Args:
            owner: Has the timer.
            call: Called when the pause is over.
        """
        self._owner = owner
        self._call = call
        self._timer: Timer | None = None

    def begin(self, seconds: float) -> None:
        """Wait so long from now on, whatever was waited for before."""
        self.end()
        self._timer = self._owner.set_timer(seconds, self._call)

    def end(self) -> None:
        """Wait no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
