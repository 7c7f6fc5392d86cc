"""Which files and folders are read: the named, the configured, or the samples."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.cli.errors import CommandError, UsageError, complain
from tuireader.cli.settings import Settings, read_settings
from tuireader.resources import resource_directory

SAMPLES_NOTICE = "these are the bundled samples; your own: `tuireader PATH…`"


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be read."""

    paths: tuple[Path, ...]
    """Those that exist, each once, in the order in which they were named."""
    missing: tuple[Path, ...] = ()
    """Those that do not; each was complained of."""
    samples: bool = False
    """Whether these are the bundled samples because nothing else was named."""


def find_sources(named: Sequence[str], settings: Settings | None = None) -> Sources:
    """Return what to read, complaining of what does not exist.

    Args:
        named: Paths of the command line; none means the configured ones, else samples.
        settings: What the configuration file says, if that is known already.

    Raises:
        UsageError: A path is empty, as where a shell's variable is not set.
        CommandError: Nothing that was named or configured exists.
        SettingsError: The configuration file was needed and is unusable.
    """
    if "" in named:  # Path("") would be the current folder
        raise UsageError("a path is empty; the current folder is `.`")
    wanted = [Path(path) for path in named]
    origin = ""
    if not wanted:
        settings = settings or read_settings()
        wanted, origin = list(settings.paths), f" (named in {settings.file})"
    if not wanted:
        return Sources((resource_directory("sample_digests"),), samples=True)
    return _existing(list(dict.fromkeys(wanted)), origin)


def _existing(wanted: Sequence[Path], origin: str) -> Sources:
    missing = tuple(path for path in wanted if not os.path.lexists(path))
    found = tuple(path for path in wanted if path not in missing)
    lines = [f"{path}: no such file or folder{origin}" for path in missing]
    if not found:
        for line in lines[:-1]:
            complain(line)
        raise CommandError(lines[-1])
    for line in lines:
        complain(line)
    return Sources(found, missing)
