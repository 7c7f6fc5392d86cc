"""Runs a program in a real pseudo-terminal and reads the screen that it draws."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

# A program gets the interrupts of Ctrl-C only from the terminal that controls it.
_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class TerminalSession:
    """One program in one terminal, with everything that it wrote.

    Attributes:
        written: Every byte of its output so far.
    """

    def __init__(
        self,
        command: Sequence[str],
        cwd: Path,
        environment: Mapping[str, str],
        size: tuple[int, int] = (160, 45),
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self._terminal, inside = pty.openpty()
        columns, rows = size
        winsize = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(inside, termios.TIOCSWINSZ, winsize)
        self._child = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *command],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=cwd,
            env=dict(environment),
            start_new_session=True,
        )
        os.close(inside)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def type(self, keys: str) -> None:
        """Send keys as the terminal would."""
        os.write(self._terminal, keys.encode())

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Read until `text` is on the screen.

        Raises:
            AssertionError: It does not appear in time.
        """
        deadline = time.monotonic() + seconds
        while text not in self.text:
            assert time.monotonic() < deadline, f"no {text!r} on\n{self.text}"
            if not self._read():
                break
        assert text in self.text, f"ended without {text!r} on\n{self.text}"

    def wait_for_end(self, seconds: float = 20) -> int:
        """Read until the program ends and return its exit code.

        Raises:
            AssertionError: It does not end in time.
        """
        deadline = time.monotonic() + seconds
        while self._read():
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
        return self._child.wait(seconds)

    def _read(self) -> bool:
        """Read what is there, waiting a moment; False once the program is gone."""
        ready, _, _ = select.select([self._terminal], [], [], 0.05)
        if not ready:
            return True
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # Linux's end of file on a terminal whose program has ended
            return False
        self.written += data
        self._stream.feed(data)
        return bool(data)
