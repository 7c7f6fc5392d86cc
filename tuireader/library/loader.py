"""Brings folders of digests into memory: reads what changed, reports what it did."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tuireader.domain.entry import Digest, Problem
from tuireader.library.library import Library


class LibraryError(Exception):
    """A path that was asked for cannot be read at all; its text is one line."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading has come."""

    done: int
    """Files dealt with."""
    total: int
    """Files to deal with; 0 while they are being counted."""
    problems: int
    """Files with problems so far."""
    stage: str
    """What is being done, in a word: `scanning`, `reading`, `storing`."""


@dataclass(frozen=True, slots=True)
class FileProblems:
    """What was odd about one file."""

    source: str
    """Its path relative to the library folder that holds it, safe to show."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did."""

    files: int = 0
    """Files that the library was made from."""
    read: int = 0
    """Files read because they were new or changed."""
    unchanged: int = 0
    removed: int = 0
    """Files known before that are gone."""
    problems: tuple[FileProblems, ...] = ()
    """Of all files, the unchanged ones too."""
    messages: tuple[str, ...] = field(default=())
    """What concerns the library as a whole, a line each."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The outcome of a refresh."""

    library: Library
    report: Report


class Loader:
    """Reads the digests of some paths."""

    def __init__(self, paths: Sequence[Path], cache_folder: Path | None = None) -> None:
        self._paths = paths
        self._digests: list[Digest] = []

    def cached(self) -> Library | None:
        return None

    def refresh(
        self,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] = bool,
    ) -> Loaded:
        from tuireader.domain.catalogue import Shard
        from tuireader.formats import Source, read_digest
        from tuireader.library.indexing import build_catalogue
        from tuireader.store.bodies import HeldBodies
        from tuireader.store.records import body_text, entry_record
        from tuireader.text import decode

        records = []
        blob = bytearray()
        problems = []
        self._digests = []
        for root, path in enumerate(self._paths):
            if not path.exists():
                raise LibraryError(f"{path}: no such file or folder")
            files = (
                [path]
                if path.is_file()
                else sorted(p for p in path.rglob("*") if p.is_file())
            )
            for file in files:
                name = file.name if path.is_file() else str(file.relative_to(path))
                decoded = decode(file.read_bytes())
                digest = read_digest(Source(name, decoded.text, decoded.encoding))
                self._digests.append(digest)
                entries = []
                for entry in digest.entries:
                    record = entry_record(entry)
                    body = body_text(entry).encode()
                    record["body"] = [len(blob), len(body)]
                    blob += body
                    entries.append(record)
                if digest.problems:
                    problems.append(FileProblems(name, digest.problems))
                records.append(
                    {
                        "root": root,
                        "path": name,
                        "size": 0,
                        "mtime_ns": 0,
                        "hash": "",
                        "format": digest.format,
                        "reason": digest.reason,
                        "encoding": digest.encoding,
                        "entries": entries,
                    }
                )
        catalogue = build_catalogue(records, [0] * len(records), [Shard("", 0, 0)])
        library = Library.of(catalogue, HeldBodies([bytes(blob)]))
        return Loaded(
            library, Report(len(records), len(records), problems=tuple(problems))
        )

    def digests(self) -> Iterator[Digest]:
        return iter(
            sorted(
                self._digests,
                key=lambda d: max((e.date or "" for e in d.entries), default=""),
            )
        )
