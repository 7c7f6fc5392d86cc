"""Line feeds from the keyboard, which are Enter."""

from collections.abc import Sequence

from textual.events import Key as KeyPress

from tuireader.ui.keys import Key

_LINE_FEED = "ctrl+j"
"""As Textual 8.2 calls it."""


def entered(press: KeyPress, table: Sequence[Key]) -> KeyPress:
    """Return a key, or Enter for a line feed that has no work of its own.

    What is typed before the program has taken the terminal comes by way of the kernel,
    which makes a line feed of Enter (ICRNL in termios(3)).

    Args:
        press: What was typed.
        table: The keys that do something.
    """
    if press.key != _LINE_FEED or any(_LINE_FEED in key.keys for key in table):
        return press
    return KeyPress("enter", "\r")
