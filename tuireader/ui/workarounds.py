"""What this program does around defects of Textual, each with the version it is in."""

import codecs
import os
import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING

from tuireader.text import sanitise

if TYPE_CHECKING:
    from rich.text import Text


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


def trust_the_terminal() -> None:
    """Take the window's size from the terminal, and let no letter become an escape.

    In Textual 8.2 and Rich 15 COLUMNS and LINES go before what the terminal says, also
    after it was resized, and may be any number. A locale without box drawings gets
    question marks and keeps its columns.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if (reconfigure := getattr(sys.__stderr__, "reconfigure", None)) is not None:
        reconfigure(errors="replace")


def told_safely(error: BaseException | None) -> "Text":
    """Return the traceback of `error` as text that no terminal acts on.

    Textual 8.2 writes one with all local variables, and so with what digests say, as it
    stands.
    """
    from rich.text import Text

    lines = traceback.format_exception(error) if error else []
    return Text(sanitise("".join([*lines, "\nThis is a defect in tuireader.\n"])))
