"""A real tmux with a shell in it."""

import shlex
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from tests.terminal.session import PATIENCE

BETWEEN = 0.05
"""Seconds between two looks at the pane; tmux tells nobody when it changes."""


class Tmux:
    """A server of its own on a socket of its own, without anyone's configuration."""

    def __init__(
        self,
        socket: str,
        environment: Mapping[str, str],
        size: tuple[int, int] = (160, 45),
    ) -> None:
        """Start the server and a shell in a pane.

        Args:
            socket: Where its socket is put.
            environment: Its whole environment.
            size: Columns and rows of the pane.
        """
        self._server = ["tmux", "-S", socket, "-f", "/dev/null"]
        self._environment = dict(environment)
        columns, rows = map(str, size)
        self._tmux("new-session", "-d", "-x", columns, "-y", rows, "env", "PS1=ready$ ",
                   "bash", "--norc", "--noprofile", "-i")  # fmt: skip
        self._tmux("set", "-g", "status", "off")
        self._tmux("set", "-s", "escape-time", "0")
        self.wait_for("ready$")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the server and all that runs in it."""
        self._run("kill-server")

    @property
    def text(self) -> str:
        """What the pane shows."""
        return self._tmux("capture-pane", "-p")

    @property
    def buffers(self) -> list[str]:
        """The names of the paste buffers; none unless something was copied."""
        return self._tmux("list-buffers", "-F", "#{buffer_name}").split()

    @property
    def buffer(self) -> str:
        """What would be pasted."""
        return self._tmux("show-buffer")

    @property
    def alternate(self) -> bool:
        """Whether a program shows its own screen instead of the shell's."""
        return self.asked("#{alternate_on}") == "1"

    def asked(self, what: str) -> str:
        """Return what tmux knows of the pane."""
        return self._tmux("display-message", "-p", what).strip()

    def option(self, name: str, value: str) -> None:
        """Set an option of the server."""
        self._tmux("set", "-s", name, value)

    def press(self, *keys: str) -> None:
        """Send keys, by tmux's names of them."""
        self._tmux("send-keys", *keys)

    def run(self, *words: str | Path) -> None:
        """Have the shell run a command."""
        self._tmux("send-keys", "-l", shlex.join(map(str, words)) + "\n")

    def wait_for(self, *texts: str) -> None:
        """Wait until all of `texts` are on the pane."""
        self.wait_until(lambda: all(text in self.text for text in texts), repr(texts))

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Look again and again until `holds`.

        Raises:
            AssertionError: It does not in time.
        """
        deadline = time.monotonic() + PATIENCE
        while not holds():
            shown = self.text
            assert time.monotonic() < deadline, f"never: {what}; the pane is\n{shown}"
            time.sleep(BETWEEN)

    def settle(self) -> None:
        """Wait until the pane shows the same twice."""
        before = ""
        while before != (before := self.text):
            time.sleep(BETWEEN)

    def _tmux(self, *words: str) -> str:
        done = self._run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self._server, *words],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
