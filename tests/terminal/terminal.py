"""A real pseudo-terminal with a real program in it, and the screen that it draws."""

import time
from collections.abc import Callable, Mapping, Sequence

from tests.terminal.emulator import Emulator
from tests.terminal.session import PATIENCE, Session

ESCAPE = "\x1b"
_AT_LEAST = 0.25
"""Seconds after which the screen is looked at though the program goes on writing."""


class Terminal(Session):
    """A program in a terminal, and what one sees there.

    The screen is worked out from the output when it is asked for, so that a benchmark
    can let the program finish first.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (160, 45),
        quiet: float = 0.0,
    ) -> None:
        """Start `command`.

        Args:
            command: Program and arguments.
            environment: Its whole environment.
            size: Columns and rows.
            quiet: Seconds without output before the screen is worked out; for
                benchmarks, which must not compete with the program for the processor.
        """
        self._emulator = Emulator(*size)
        self._quiet = quiet
        self._fed = 0
        super().__init__(command, environment, size)

    @property
    def emulator(self) -> Emulator:
        """The screen as it stands now."""
        while self._fed < len(self.chunks):
            self._feed()
        return self._emulator

    @property
    def text(self) -> str:
        """What the screen shows now, lines without their trailing blanks."""
        return self.emulator.text

    @property
    def shown(self) -> str:
        """The screen as it was when the last wait ended; more may have come since."""
        return self._emulator.text

    def press(self, *keys: str) -> None:
        """Type each of `keys` once the program has dealt with the one before."""
        for key in keys:
            self.send(key)
            # An escape is one only if nothing follows it for a tenth of a second.
            self.settle(0.25 if key == ESCAPE else 0.1)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.emulator.resize(columns, rows)
        self.set_size(columns, rows)

    def wait_for(self, *texts: str, seconds: float = PATIENCE) -> float:
        """Wait until all of `texts` are on the screen; return when that was so."""
        return self.wait_until(
            lambda text: all(each in text for each in texts), repr(texts), seconds
        )

    def wait_gone(self, text: str, seconds: float = PATIENCE) -> float:
        """Wait until `text` is no longer on the screen."""
        return self.wait_until(lambda shown: text not in shown, f"no {text!r}", seconds)

    def wait_until(
        self, holds: Callable[[str], bool], what: str, seconds: float = PATIENCE
    ) -> float:
        """Wait until `holds` of the text on the screen.

        Args:
            holds: Says whether the screen is as it should be.
            what: What is waited for, in words, for the message.
            seconds: How long to wait.

        Returns:
            When the program wrote what made it so, by `time.perf_counter`; now, if it
            was so before.

        Raises:
            AssertionError: It did not come in time, or the program ended before.
        """
        deadline = time.perf_counter() + seconds
        if holds(self._emulator.text):
            return time.perf_counter()
        while self.wait_output(self._fed, deadline):
            if self._quiet:
                latest = min(deadline, time.perf_counter() + _AT_LEAST)
                self.wait_quiet(self._quiet, latest)
            while self._fed < len(self.chunks):
                stamp = self._feed()
                if holds(self._emulator.text):
                    return stamp
        why = "ended" if self.ended else f"did not show in {seconds:g} s"
        raise AssertionError(f"{why}: {what}; the screen was\n{self._emulator.text}")

    def settle(self, quiet: float = 0.1, seconds: float = PATIENCE) -> None:
        """Wait until the program has written nothing for a while from now on."""
        now = time.perf_counter()
        if self.wait_output(len(self.chunks), now + quiet):
            self.wait_quiet(quiet, now + seconds)
        _ = self.emulator

    def _feed(self) -> float:
        stamp, data = self.chunks[self._fed]
        self._fed += 1
        self._emulator.feed(data)
        return stamp
