"""Opens the screen, if there is a terminal that can show one."""

import os
import sys
from collections.abc import Sequence

from tuireader.cli.errors import UsageError
from tuireader.cli.settings import read_settings, require_known_keys
from tuireader.cli.sources import SAMPLES_NOTICE, find_sources
from tuireader.cli.start import COMMANDS


def open_screen(named: Sequence[str]) -> int:
    """Show the papers of `named`, or of the configured folders, or the samples.

    Returns:
        The exit code that the screen ended with.

    Raises:
        UsageError: There is no terminal, or one that cannot show a screen, or the
            configuration asks for what there is not.
    """
    _catch_misspelt_command(named)
    _require_terminal()
    settings = read_settings()
    sources = find_sources(named, settings)
    require_known_keys(settings)
    from tuireader.ui.launch import run

    notice = SAMPLES_NOTICE if sources.samples else ""
    if sources.missing:
        notice = "no such file or folder: " + ", ".join(map(str, sources.missing))
    return run(
        sources.paths,
        notice=notice,
        keys=settings.keys,
        aliases=settings.aliases,
        habits=settings.habits,
    )


def _catch_misspelt_command(named: Sequence[str]) -> None:
    first = named[0] if named else ""
    if not first.isalpha() or os.path.lexists(first):
        return
    from difflib import get_close_matches

    if close := get_close_matches(first, COMMANDS, 1):
        raise UsageError(
            f"{first}: no such file, folder or command; did you mean {close[0]!r}?"
        )


def _require_terminal() -> None:
    """Refuse at once where the screen would wait for ever or spill escape codes."""
    streams = {
        "input": sys.stdin, "output": sys.stdout, "error output": sys.stderr,
    }  # fmt: skip
    for name, stream in streams.items():
        if stream is None or stream.closed or not stream.isatty():
            raise UsageError(
                f"the screen needs a terminal, and standard {name} is none; "
                "`tuireader list` and `tuireader export` work without"
            )
    if os.environ.get("TERM") in {"dumb", "unknown"}:
        raise UsageError(
            f"TERM={os.environ['TERM']} cannot show a screen: set TERM to what your "
            "terminal is, such as xterm-256color, or use `tuireader list`"
        )
