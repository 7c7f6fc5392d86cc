"""Copies standard input by pyperclip and reads it back; a program of its own.

pyperclip can block for ever (a hung xclip), says nothing when the display is dead, and
its tools leave a process behind that keeps whatever pipe it was given. So it runs here,
with no pipe but standard input, and the answer is the exit status.
"""

import sys
import time
from collections.abc import Callable

COPIED = 0
NO_CLIPBOARD = 3
FAILED = 4
NOT_THERE = 5

_PAUSES = (0.0, 0.02, 0.05, 0.1, 0.2)
"""Seconds before each look at what was copied."""


def copy(text: str) -> int:
    """Copy `text` to the clipboard and look whether it arrived.

    Args:
        text: What to copy.

    Returns:
        One of the exit statuses above.
    """
    import pyperclip

    try:
        write, read = pyperclip.determine_clipboard()
        name = getattr(write, "__name__", "")  # "no clipboard" is an object without
        # Qt's clipboard ends with the process that filled it: with this one.
        if name in {"", "copy_qt"}:
            return NO_CLIPBOARD
        write(text)
        return COPIED if _arrived(text, read) else NOT_THERE
    except pyperclip.PyperclipException:
        return FAILED
    except (OSError, ValueError, RuntimeError):  # what its tools meet on their way
        return FAILED


def _arrived(text: str, read: Callable[[], str | None]) -> bool:
    """Read back until it is `text`, a few times.

    xclip's parent ends before its child has told the X server that the selection is its
    own, so the first look can still find what was there before.
    """
    for pause in _PAUSES:
        time.sleep(pause)
        if _plain(read()) == _plain(text):
            return True
    return False


def _plain(text: str | None) -> str:
    """Return `text` as one system's clipboard and another's have it in common."""
    return (text or "").replace("\r\n", "\n").rstrip("\n")


if __name__ == "__main__":
    sys.exit(copy(sys.stdin.buffer.read().decode("utf-8", "replace")))
