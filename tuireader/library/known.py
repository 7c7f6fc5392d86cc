"""What is known about the files of a library, and how they differ from those found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tuireader.domain.catalogue import Files
from tuireader.library.files import Fingerprint

Key = tuple[int, str]
"""Root and path of a file."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How the files found differ from those known."""

    changed: list[Fingerprint]
    """New ones and those with another size or time, in order."""
    removed: int
    """How many are gone."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Known:
    """Fingerprints of the files as they were when they were read."""

    fingerprints: set[Fingerprint]
    hashes: Callable[[], Mapping[Key, str]]
    """Hash of the content of each; asked for only if something changed."""

    @classmethod
    def nothing(cls) -> "Known":
        """Return what is known without a cache."""
        return cls(set(), dict)

    @classmethod
    def of(cls, files: Files) -> "Known":
        """Return what a catalogue knows."""
        root, path = files.root, files.path
        return cls(
            set(zip(root, path, files.size, files.mtime_ns, strict=True)),
            lambda: dict(zip(zip(root, path, strict=True), files.digest, strict=True)),
        )

    def changes(self, found: Iterable[Fingerprint]) -> Changes:
        """Compare with what is there now: two differences of sets."""
        now = set(found)
        changed = sorted(now - self.fingerprints)
        gone = {(root, path) for root, path, _size, _time in self.fingerprints - now}
        gone -= {(root, path) for root, path, _size, _time in changed}
        return Changes(changed, len(gone))
