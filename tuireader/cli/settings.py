"""The configuration file: which folders are opened, and other keys if wanted.

paths = ["~/notes/papers", "digests"]
read = "dwell"  # when a paper counts as read; or "leave", "open", "manual"
dwell = 2.0     # seconds

[keys]
copy = "c"

[aliases]
large-language-model = "llm"
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from tuireader.cli.errors import UsageError
from tuireader.domain.habits import Habits, Reading
from tuireader.domain.identity import resolved_aliases
from tuireader.store.homes import expanded

_KNOWN = {"paths", "keys", "aliases", "read", "dwell"}
_LONGEST = 86_400.0


class SettingsError(UsageError):
    """The configuration file cannot be used as it is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration file says."""

    file: Path
    """Where it is, or would be."""
    paths: tuple[Path, ...] = ()
    """What to open when nothing is named; relative paths start at the file."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Ids of keys (`tuireader keys` lists them) to the keys the user wants."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Tags to the tags that they are to count as; the digests stay as they are."""
    habits: Habits = field(default_factory=Habits)
    """When a paper counts as read."""


def settings_file() -> Path:
    """Return where the configuration file is kept; `TUIREADER_CONFIG` overrides."""
    if chosen := os.environ.get("TUIREADER_CONFIG"):
        return expanded(chosen)
    from platformdirs import user_config_path

    return user_config_path("tuireader") / "config.toml"


def read_settings() -> Settings:
    """Read the configuration file; without one everything is at its default.

    Raises:
        SettingsError: It cannot be read, is no TOML or says what nobody understands.
    """
    file = settings_file()
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings(file)
    except IsADirectoryError as error:
        raise SettingsError(f"{file}: a folder, not a configuration file") from error
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror}: make it readable") from error
    return _parsed(file, data)


def _parsed(file: Path, data: bytes) -> Settings:
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML: {error}") from error
    if unknown := sorted(table.keys() - _KNOWN):
        raise SettingsError(
            f"{file}: unknown setting {unknown[0]!r}: "
            "there are `paths`, `read`, `dwell`, `[keys]` and `[aliases]`"
        )
    return Settings(
        file,
        _paths(file, table),
        _keys(file, table),
        _aliases(file, table),
        _habits(file, table),
    )


def _paths(file: Path, table: Mapping[str, object]) -> tuple[Path, ...]:
    paths = table.get("paths", [])
    if not isinstance(paths, list) or not all(
        isinstance(path, str) and path for path in paths
    ):
        raise SettingsError(f'{file}: `paths` is a list of texts: paths = ["~/papers"]')
    return tuple(file.parent / expanded(path) for path in paths)


def _keys(file: Path, table: Mapping[str, object]) -> dict[str, str]:
    keys = table.get("keys", {})
    if not isinstance(keys, dict) or not all(isinstance(k, str) for k in keys.values()):
        raise SettingsError(f'{file}: `[keys]` has lines such as copy = "c"')
    return keys


def _aliases(file: Path, table: Mapping[str, object]) -> dict[str, str]:
    found = table.get("aliases", {})
    if not isinstance(found, dict) or not all(
        isinstance(tag, str) for tag in found.values()
    ):
        raise SettingsError(f'{file}: `[aliases]` has lines such as llms = "llm"')
    return resolved_aliases(found)


def _habits(file: Path, table: Mapping[str, object]) -> Habits:
    read, dwell = table.get("read", Habits().read), table.get("dwell", Habits().dwell)
    known = next((each for each in get_args(Reading) if each == read), None)
    if known is None:
        raise SettingsError(
            f"{file}: `read` is one of {', '.join(map(repr, get_args(Reading)))}"
        )
    if isinstance(dwell, int | float) and 0 <= dwell <= _LONGEST:
        return Habits(known, float(dwell))
    raise SettingsError(f"{file}: `dwell` is a number of seconds: dwell = 2.0")


def require_known_keys(settings: Settings) -> None:
    """Check the `[keys]` of `settings` against the key table.

    Raises:
        SettingsError: They name a key that there is not.
    """
    if not settings.keys:
        return
    from tuireader.ui.keys import keymap

    try:
        keymap(settings.keys)
    except ValueError as error:
        raise SettingsError(f"{settings.file}: {error}") from error
