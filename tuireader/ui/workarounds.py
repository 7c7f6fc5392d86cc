"""What this program does around defects of Textual, each with the version it is in."""

import codecs
import sys
from functools import partial


def accept_any_bytes() -> None:
    """Let bytes from the keyboard that are no UTF-8 be no keys.

    In Textual 8.2 the input thread decodes strictly: one stray byte ends the program,
    with exit code 0.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    def lenient(encoding: str) -> partial[codecs.IncrementalDecoder]:
        return partial(codecs.getincrementaldecoder(encoding), errors="replace")

    # By name: the driver has imported the function, and types do not know it as ours.
    setattr(linux_driver, "getincrementaldecoder", lenient)  # noqa: B010
