"""A program that leads a session in a pseudo-terminal of its own."""

import fcntl
import os
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Self

PATIENCE = 20.0
"""Seconds after which what was waited for counts as not coming."""


class Session:
    """A program whose standard input, output and error are a terminal.

    A thread reads what it writes and stamps it, whatever the test does meanwhile.

    Attributes:
        pid: The program's process.
        began: When it was started, by `time.perf_counter`.
        ended: When it let go of the terminal; 0 before.
        chunks: What it wrote, and when; only ever longer.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int],
    ) -> None:
        """Start `command` in a window of `size` columns and rows."""
        self.chunks: list[tuple[float, bytes]] = []
        self.ended = 0.0
        self._changed = threading.Condition()
        self._code: int | None = None
        self._master, slave = os.openpty()
        self.set_size(*size)
        self._stop, self._stopping = os.pipe()
        self.began = time.perf_counter()
        self.pid = _spawn(command, environment, os.ttyname(slave))
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
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
        return b"".join(data for _, data in self.chunks)

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

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def set_size(self, columns: int, rows: int) -> None:
        """Change the size of the window; the program is told by the kernel."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed."""
        if self._master >= 0:
            os.write(self._stopping, b".")
            self._reader.join()
            os.close(self._master)
            self._master = -1

    def wait_output(self, seen: int, deadline: float) -> bool:
        """Wait for more than `seen` chunks; False if there are none by the deadline."""
        with self._changed:
            while len(self.chunks) == seen:
                left = deadline - time.perf_counter()
                if self.ended or left <= 0:
                    return False
                self._changed.wait(left)
        return True

    def wait_quiet(self, quiet: float, deadline: float) -> None:
        """Wait until nothing was written for `quiet` seconds, or the deadline."""
        with self._changed:
            while not self.ended:
                last = self.chunks[-1][0] if self.chunks else self.began
                left = min(last + quiet, deadline) - time.perf_counter()
                if left <= 0:
                    return
                self._changed.wait(left)

    def wait_raw(self, data: bytes, seconds: float = PATIENCE) -> None:
        """Wait until the program has written `data`."""
        deadline = time.perf_counter() + seconds
        while data not in self.raw:
            assert self.wait_output(len(self.chunks), deadline), (
                f"not written: {data!r}"
            )

    def wait_exit(self, seconds: float = PATIENCE) -> int:
        """Wait until the program ends and return its exit code; 128+N for signal N."""
        with self._changed:
            # The kernel tells of the end of output when the last process is gone.
            self._changed.wait_for(lambda: self.ended, seconds)
        assert self.ended, (
            f"still runs after {seconds:g} s; it wrote {self.raw[-500:]!r}"
        )
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
                    self.chunks.append((now, data))
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
