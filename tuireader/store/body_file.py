"""Files of bodies: named by their content, never changed, replaced by others."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.store.atomic import read_file

_NAME = r"bodies-[a-z0-9]+-(?P<hash>[0-9a-f]{16})\.txt"
_DERIVED = r"texts(-[a-z0-9]+-[0-9a-f]{16}\.txt)"


class BodyFile(NamedTuple):
    """A file of bodies.

    A change makes another file, so that whoever reads the old one goes on reading.
    """

    name: str
    size: int

    @classmethod
    def of(cls, label: str, pieces: Sequence[bytes]) -> "BodyFile":
        """Return the file that holds `pieces`, named after its label and their hash."""
        return cls(f"bodies-{label}-{_hash(pieces)}.txt", sum(map(len, pieces)))

    def read(self, folder: Path) -> bytes:
        """Return the content.

        Raises:
            OSError: It cannot be read.
            ValueError: It is not what its name says.
        """
        match = re.fullmatch(_NAME, self.name)
        if match is None:
            raise ValueError(f"{self.name!r} cannot name a file of bodies")
        content = read_file(folder / self.name)
        if match["hash"] != _hash([content]):
            raise ValueError(f"{self.name} was damaged")
        return content

    def is_intact(self, folder: Path) -> bool:
        """Tell whether the file is there and what its name says."""
        try:
            self.read(folder)
        except (OSError, ValueError):
            return False
        return True

    @staticmethod
    def is_one(name: str) -> bool:
        """Tell whether a file is one of bodies, by its name."""
        return re.fullmatch(_NAME, name) is not None

    @staticmethod
    def source_of(name: str) -> str:
        """Return the file of bodies that a file is or is derived from, if any."""
        derived = re.fullmatch(_DERIVED, name)
        source = f"bodies{derived[1]}" if derived else name
        return source if BodyFile.is_one(source) else ""


def _hash(pieces: Sequence[bytes]) -> str:
    from stringzilla import Hasher  # it has to tell damage and other content, no more

    hashed = Hasher()
    for piece in pieces:
        hashed.update(piece)
    return f"{hashed.digest():016x}"
