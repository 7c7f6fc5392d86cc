"""Finds the folders that ship beside the code: stylesheets and sample digests."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource_directory(name: str) -> Path:
    """Return the bundled folder called `name`.

    An installed wheel holds it inside the package, a checkout beside the package.

    Args:
        name: `styles` or `sample_digests`.

    Raises:
        FileNotFoundError: Neither place has it; the installation is damaged.
    """
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (folder := parent / name).is_dir():
            return folder
    raise FileNotFoundError(
        f"tuireader's own folder {name!r} is missing beside {_PACKAGE}: reinstall it"
    )
