"""What `doctor` finds: how each file was read, and what of it is accounted for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.cli.loading import Opened
from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Digest, Problem
from tuireader.library.files import find_roots, scan
from tuireader.store.atomic import read_file
from tuireader.store.records import shown_path
from tuireader.text import decode


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How one file was read."""

    source: str
    """Its path relative to the folder that holds it, safe to show."""
    format: str
    """Shape it was read as; empty if none was recognised."""
    reason: str
    """Why that shape was chosen."""
    encoding: str
    entries: int
    problems: tuple[Problem, ...]
    ids: int
    """arXiv ids that its text mentions, each once."""
    placed: int
    """Those of them that became an entry's own link or a reference."""


@dataclass(frozen=True, slots=True)
class Diagnoses:
    """How all files were read."""

    files: tuple[Diagnosis, ...]
    skipped: tuple[tuple[str, Problem], ...]
    """Files that were not read, and why."""

    @property
    def entries(self) -> int:
        """Entries of all files."""
        return sum(file.entries for file in self.files)

    @property
    def problems(self) -> int:
        """Problems of the files that were read."""
        return sum(len(file.problems) for file in self.files)

    @property
    def ids(self) -> int:
        """ArXiv ids that the texts mention, once per file."""
        return sum(file.ids for file in self.files)

    @property
    def placed(self) -> int:
        """Those of them that became an entry's own link or a reference."""
        return sum(file.placed for file in self.files)

    @property
    def share(self) -> float:
        """Share of the ids that were placed; 1 where there are none."""
        return self.placed / self.ids if self.ids else 1.0


def diagnose(opened: Opened) -> Diagnoses:
    """Return how each file of the library that was opened was read."""
    digests = sorted(opened.loader.digests(), key=lambda digest: digest.source)
    read = {digest.source for digest in digests}
    places = _places(opened.sources.paths)
    return Diagnoses(
        tuple(_diagnosed(digest, places[digest.source]) for digest in digests),
        tuple(
            (file.source, problem)
            for file in opened.report.problems
            if file.source not in read
            for problem in file.problems
        ),
    )


def _places(paths: Sequence[Path]) -> defaultdict[str, list[str]]:
    """Return the real paths of the files that are shown as one source."""
    roots = find_roots(paths)
    places: defaultdict[str, list[str]] = defaultdict(list)
    for root, path, _size, _time in scan(roots).files:
        places[shown_path(path)].append(roots[root].full(path))
    return places


def _diagnosed(digest: Digest, places: list[str]) -> Diagnosis:
    ids = _ids_in(places.pop(0)) if places and digest.format else set()
    return Diagnosis(
        digest.source,
        digest.format,
        digest.reason,
        digest.encoding,
        len(digest.entries),
        digest.problems,
        len(ids),
        len(ids & set(_placed(digest))),
    )


def _ids_in(place: str) -> set[str]:
    try:
        text = decode(read_file(Path(place))).text
    except OSError:  # gone since it was read: there is nothing to compare
        return set()
    return {arxiv_id.base for _, _, arxiv_id in ArxivId.find_all(text)}


def _placed(digest: Digest) -> Iterator[str]:
    for entry in digest.entries:
        if entry.arxiv_id:
            yield entry.arxiv_id
        yield from entry.references
