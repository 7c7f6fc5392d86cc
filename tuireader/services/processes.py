"""Runs other programs so that none can freeze this one or write on its screen.

Each gets a session of its own (and so no terminal), nothing to write to but what is
asked for, and a time limit.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from tuireader.text.told import told

_DYING = 0.2
"""Seconds that a killed program is waited for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ended."""

    code: int | None
    """Exit status; None if it could not be started or did not end in time."""
    output: bytes = b""
    """What it wrote, if that was asked for."""
    reason: str = ""
    """Why there is no exit status, in words that go on after the program's name."""


def run(
    command: Sequence[str],
    environ: Mapping[str, str],
    limit: float,
    *,
    given: bytes = b"",
    capture: bool = False,
) -> Outcome:
    """Run a program to its end, or to the limit.

    Args:
        command: Program and arguments; no shell reads them.
        environ: Its whole environment.
        limit: Seconds after which it is killed.
        given: What it reads on standard input.
        capture: Whether to return what it writes. Not for programs that leave a process
            behind (as xclip does): that would hold the pipe open.
    """
    output = subprocess.PIPE if capture else subprocess.DEVNULL
    process = _started(command, environ, subprocess.PIPE, output)
    if isinstance(process, Outcome):
        return process
    try:
        written, _ = process.communicate(given, timeout=limit)
    except subprocess.TimeoutExpired:
        end(process)
        return Outcome(None, reason=f"did not answer within {limit:g} s")
    return Outcome(process.returncode, written or b"")


def start(
    command: Sequence[str], environ: Mapping[str, str], limit: float
) -> Outcome | None:
    """Start a program that may run on, and watch it for a while.

    Args:
        command: Program and arguments; no shell reads them.
        environ: Its whole environment.
        limit: Seconds to watch it for.

    Returns:
        How it ended, or None if it still runs.
    """
    process = _started(command, environ, subprocess.DEVNULL, subprocess.DEVNULL)
    if isinstance(process, Outcome):
        return process
    try:
        return Outcome(process.wait(limit))
    except subprocess.TimeoutExpired:
        # Nobody waits for it any more but this thread, so that it leaves no zombie.
        threading.Thread(target=process.wait, daemon=True).start()
        return None


def _started(
    command: Sequence[str], environ: Mapping[str, str], given: int, output: int
) -> subprocess.Popen[bytes] | Outcome:
    """Return a program as it begins to run, or why it could not be started.

    Args:
        command: Program and arguments; no shell reads them.
        environ: Its whole environment.
        given: What it reads from: a pipe or nothing.
        output: What it writes to: a pipe or nothing.
    """
    try:
        return subprocess.Popen(  # noqa: S603 - a list of words, read by no shell
            list(command),
            stdin=given,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            start_new_session=True,
        )
    except (OSError, ValueError) as error:  # ValueError: a NUL among the words
        return Outcome(None, reason=f"could not be started: {told(error)}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a program of `run` and what it started, and take note of its end."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:  # it ended just now
            process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            _close(pipe)
    try:
        process.wait(_DYING)
    except subprocess.TimeoutExpired:  # the kernel holds it, on a dead disk say
        threading.Thread(target=process.wait, daemon=True).start()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:  # what it was given was not read; it is dead, so be it
        return


def name_of(command: Sequence[str]) -> str:
    """Return the name of the program, for messages."""
    return os.path.basename(command[0]) or command[0]  # noqa: PTH119 - Windows names too
