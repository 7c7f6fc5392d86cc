"""How failures leave the program: one clean line on standard error and an exit code."""

import os
import sys
from collections.abc import Callable
from io import UnsupportedOperation
from typing import TextIO

from tuireader.text import sanitise
from tuireader.text.told import told

DONE, FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""128 + SIGINT, as shells expect."""
PIPE_CLOSED = 141
"""128 + SIGPIPE: who read the output has seen enough."""


class CommandError(Exception):
    """Something the user can act on; its text is the line to show."""

    exit_code = FAILED


class UsageError(CommandError):
    """The program was asked for something it cannot do as written."""

    exit_code = WRONG_USAGE


def complain(message: str) -> None:
    """Write `message` to standard error as one line that no terminal acts on."""
    line = " ".join(sanitise(message).split())
    sys.stderr.write(f"tuireader: {line}\n")
    sys.stderr.flush()


def reported(run: Callable[[], int]) -> int:
    """Call `run` and turn whatever it raises into a line and an exit code."""
    _replace_closed_streams()
    _make_output_safe()
    try:
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
        _discard_output()  # its reader may have stopped reading for good
    except BrokenPipeError:
        code = PIPE_CLOSED
        _discard_output()
    except CommandError as error:
        complain(str(error))
        code = error.exit_code
    except OSError as error:
        complain(_described(error))
        code = FAILED
    except Exception as error:  # noqa: BLE001 - the last resort; nothing is hidden
        _complain_of_defect(error)
        code = FAILED
    return code if _flushed() else code or FAILED


def _replace_closed_streams() -> None:
    """Give Python streams again where the shell closed them (`2>&-`).

    Those that something is taken from, or given to, fail at that: to read nothing would
    be to note nothing.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:  # reading from it: every write will fail, as it should
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115


def _make_output_safe() -> None:
    """Let no character that a locale lacks stop the output; pipes get UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")


def _described(error: OSError) -> str:
    if isinstance(error, UnsupportedOperation):
        name = "input" if sys.stdout.writable() else "output"
        return f"standard {name} is closed"
    return told(error)


def _complain_of_defect(error: Exception) -> None:
    import traceback

    if os.environ.get("TUIREADER_TRACEBACK"):
        sys.stderr.write(sanitise("".join(traceback.format_exception(error))))
        return
    place = traceback.extract_tb(error.__traceback__)[-1]
    complain(
        f"a defect in tuireader: {type(error).__name__}: {error} ({place.filename}:"
        f"{place.lineno}); set TUIREADER_TRACEBACK=1 to see all of it"
    )


def _flushed() -> bool:
    """Write what is still held back; without a reader left that is nobody's concern.

    Python would exit with 120 if it could not write it itself.
    """
    flushed = True
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except OSError:
            _discard(stream)
            flushed = False
    return flushed


def _discard_output() -> None:
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    """Keep Python's own last flush of a stream from waiting or complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
