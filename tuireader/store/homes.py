"""Paths as people write them: `~` is a home folder, where there is one."""

import os
from pathlib import Path


def expanded(path: str) -> Path:
    """Return the path that is written; `~` stays where no such user has a home.

    Args:
        path: As typed or configured.
    """
    return Path(os.path.expanduser(path))  # noqa: PTH111  Path's own raises there
