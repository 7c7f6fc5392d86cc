"""The reader's own editor, on a text that is kept elsewhere."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tuireader.text.told import told

USUAL = "vi"
"""What is there on every Unix."""


class Edited(NamedTuple):
    """How editing ended."""

    text: str
    """The text as it is now; as it was, if something went wrong."""
    problem: str = ""
    """What went wrong, in one line."""


def edited(text: str, environ: Mapping[str, str]) -> Edited:
    """Let the reader edit a text; the terminal has to be free.

    Args:
        text: What to begin with.
        environ: Its `VISUAL` or `EDITOR` says which program, with arguments.
    """
    named = environ.get("VISUAL") or environ.get("EDITOR") or USUAL
    with tempfile.TemporaryDirectory(prefix="tuireader-") as folder:
        file = Path(folder) / "note.md"
        try:
            command = shlex.split(named)
            file.write_text(text, encoding="utf-8")
            done = subprocess.run(  # noqa: S603 - the reader's own editor, no shell
                [*command, os.fspath(file)], env=dict(environ), check=False
            )
            if done.returncode:
                return Edited(text, f"{named} ended with {done.returncode}")
            return Edited(file.read_bytes().decode("utf-8", "replace"))
        except OSError as error:
            return Edited(text, told(error))
        except ValueError as error:  # quotes that do not close
            return Edited(text, f"{named}: {error}")
