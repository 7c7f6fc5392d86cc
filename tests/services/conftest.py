"""Real servers that the services are tried on: an X display, a tmux server."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A display of its own with nobody looking at it."""
    if not shutil.which("Xvfb") or not shutil.which("xclip"):
        pytest.skip("Xvfb and xclip are not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x8"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def desktop(display: str) -> dict[str, str]:
    """The environment of a local session on that display."""
    return {"PATH": os.environ["PATH"], "DISPLAY": display}


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment inside a tmux server of its own."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    socket = tmp_path / "tmux"
    environ = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}
    server = ["tmux", "-S", str(socket), "-f", "/dev/null"]
    subprocess.run([*server, "new-session", "-d", "sleep 600"], env=environ, check=True)
    yield {**environ, "TMUX": f"{socket},0,0"}
    subprocess.run([*server, "kill-server"], env=environ, check=False)


@pytest.fixture
def programs(tmp_path: Path) -> "Programs":
    """A folder of programs, to be the whole PATH or to come first in it."""
    return Programs(tmp_path / "bin")


class Programs:
    """Writes small shell programs and remembers where."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.log = folder.parent / "calls"

    def add(self, name: str, script: str) -> None:
        """Make `name` a program; `$LOG` is a file it may write to."""
        program = self.folder / name
        program.write_text(f"#!/bin/sh\nLOG='{self.log}'\n{script}\n")
        program.chmod(0o755)

    def recorder(self, name: str) -> None:
        """Make `name` a program that records each of its arguments on a line."""
        self.add(name, 'for word in "$@"; do printf "%s\\n" "$word" >> "$LOG"; done')

    @property
    def calls(self) -> list[str]:
        """What was recorded."""
        return self.log.read_text().splitlines() if self.log.exists() else []

    @property
    def first(self) -> str:
        """A PATH with these programs before the real ones."""
        return f"{self.folder}{os.pathsep}{os.environ['PATH']}"
