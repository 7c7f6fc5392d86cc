"""How the reader reads: what the program may conclude from it."""

from typing import Literal, NamedTuple

Reading = Literal["dwell", "leave", "open", "manual"]
"""When a paper counts as read: after some seconds on it, when it is left, when it is
gone into, or only when a key says so."""
DWELL = 2.0
"""Seconds on a paper after which it counts as read, if nothing else is said."""


class Habits(NamedTuple):
    """What counts as reading."""

    read: Reading = "dwell"
    dwell: float = DWELL
    """Seconds, for `dwell`."""
