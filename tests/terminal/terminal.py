"""A real pseudo-terminal with a real program in it, and the screen that it draws."""

import fcntl
import os
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.terminal.emulator import Emulator

ESCAPE = "\x1b"
PATIENCE = 20.0
"""Seconds after which what was waited for counts as not coming."""


class Terminal:
    """A program that has a terminal of its own for standard input, output and error.

    A thread reads what it writes and stamps it; the screen is worked out when it is
    asked for, so that a benchmark can let the program finish first.

    Attributes:
        pid: The program's process, which leads its session.
        began: When it was started, by `time.perf_counter`.
        ended: When it let go of the terminal; 0 before.
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
        self._chunks: list[tuple[float, bytes]] = []
        self._fed = 0
        self.ended = 0.0
        self._changed = threading.Condition()
        self._code: int | None = None
        self._master, slave = os.openpty()
        self._set_size(*size)
        self._stop, self._stopping = os.pipe()
        self.began = time.perf_counter()
        self.pid = _spawn(command, environment, os.ttyname(slave))
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Make sure that nothing is left running."""
        if self._code is None:
            os.killpg(self.pid, signal.SIGKILL)
            self._reap(PATIENCE)
        self.hang_up()
        os.close(self._stop)
        os.close(self._stopping)

    @property
    def raw(self) -> bytes:
        """Every byte that it wrote so far."""
        return b"".join(data for _, data in self._chunks)

    @property
    def emulator(self) -> Emulator:
        """The screen as it stands now."""
        while self._fed < len(self._chunks):
            self._feed()
        return self._emulator

    @property
    def text(self) -> str:
        """What the screen shows now, lines without their trailing blanks."""
        return self.emulator.text

    @property
    def attributes(self) -> list[int]:
        """Input, output, control and local modes, as `termios.tcgetattr` has them."""
        return [int(word) for word in termios.tcgetattr(self._master)[:4]]

    def send(self, keys: str | bytes) -> float:
        """Type `keys` and return when."""
        data = keys.encode() if isinstance(keys, str) else keys
        now = time.perf_counter()
        while data:
            data = data[os.write(self._master, data) :]
        return now

    def press(self, *keys: str) -> None:
        """Type each of `keys` once the program has dealt with the one before."""
        for key in keys:
            self.send(key)
            # An escape is one only if nothing follows it for a tenth of a second.
            self.settle(0.25 if key == ESCAPE else 0.1)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed."""
        if self._master >= 0:
            os.write(self._stopping, b".")
            self._reader.join()
            os.close(self._master)
            self._master = -1

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window; the program is told by the kernel."""
        self.emulator.resize(columns, rows)
        self._set_size(columns, rows)

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
        while self._wait_for_output(deadline):
            while self._fed < len(self._chunks):
                stamp = self._feed()
                if holds(self._emulator.text):
                    return stamp
        why = "ended" if self.ended else f"did not show in {seconds:g} s"
        raise AssertionError(f"{why}: {what}; the screen was\n{self._emulator.text}")

    def wait_raw(self, data: bytes, seconds: float = PATIENCE) -> None:
        """Wait until the program has written `data`."""
        deadline = time.perf_counter() + seconds
        with self._changed:
            while data not in self.raw:
                left = deadline - time.perf_counter()
                assert left > 0, f"not written: {data!r}"
                assert not self.ended, f"ended without writing {data!r}"
                self._changed.wait(left)

    def settle(self, quiet: float = 0.1, seconds: float = PATIENCE) -> None:
        """Wait until the program has written nothing for a while."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline and not self.ended:
            seen = len(self._chunks)
            with self._changed:
                self._changed.wait(quiet)
            if len(self._chunks) == seen:
                break
        _ = self.emulator

    def wait_exit(self, seconds: float = PATIENCE) -> int:
        """Wait until the program ends and return its exit code; 128+N for signal N."""
        with self._changed:
            # The kernel tells of the end of output when the last process is gone.
            self._changed.wait_for(lambda: self.ended, seconds)
        assert self.ended, f"still runs after {seconds:g} s:\n{self.text}"
        return self._reap(seconds)

    def _reap(self, seconds: float) -> int:
        deadline = time.perf_counter() + seconds
        while self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                self._code = code if code >= 0 else 128 - code
            else:
                assert time.perf_counter() < deadline, (
                    "lost its terminal but still runs"
                )
                time.sleep(0.005)
        return self._code

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def _feed(self) -> float:
        stamp, data = self._chunks[self._fed]
        self._fed += 1
        self._emulator.feed(data)
        return stamp

    def _wait_for_output(self, deadline: float) -> bool:
        """Wait for output that the screen has not seen; False if none will come."""
        with self._changed:
            while len(self._chunks) == self._fed:
                left = deadline - time.perf_counter()
                if self.ended or left <= 0:
                    return False
                self._changed.wait(left)
            # However long it goes on writing, look at the screen four times a second.
            calm = min(deadline, time.perf_counter() + 0.25)
            while self._quiet and not self.ended:
                left = self._chunks[-1][0] + self._quiet - time.perf_counter()
                if left <= 0 or time.perf_counter() >= calm:
                    break
                self._changed.wait(left)
        return True

    def _read(self) -> None:
        while not self.ended:
            ready, _, _ = select.select([self._master, self._stop], [], [])
            data = b""
            if self._stop not in ready:
                # Linux's end of file, once nobody has the terminal open, is an error.
                with suppress(OSError):
                    data = os.read(self._master, 65536)
            with self._changed:
                now = time.perf_counter()
                if data:
                    self._chunks.append((now, data))
                else:
                    self.ended = now
                self._changed.notify_all()


def _spawn(command: Sequence[str], environment: Mapping[str, str], tty: str) -> int:
    # The first terminal that the leader of a new session opens becomes its own: with
    # that Ctrl-C, Ctrl-Z and the hang-up reach the program as they do in life.
    return os.posix_spawnp(
        command[0],
        list(command),
        dict(environment),
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, tty, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ],
        setsid=True,
    )
