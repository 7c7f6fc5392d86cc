"""Brings folders of digests into memory: at once from the cache, then as they are."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tuireader.domain.entry import Digest
from tuireader.library.files import LibraryError, Root, find_roots
from tuireader.library.library import Library
from tuireader.library.marks import Marks
from tuireader.library.report import (
    CancelledError,
    FileProblems,
    Loaded,
    Meter,
    Progress,
    Report,
)
from tuireader.store.cache import Cache, Opened
from tuireader.store.catalogue_file import CatalogueDamagedError
from tuireader.store.records import shown_path
from tuireader.store.state import State, StateError
from tuireader.text.counted import counted

if TYPE_CHECKING:
    from tuireader.library.refreshing import Outcome
    from tuireader.store.digests import DigestTables

__all__ = [
    "FileProblems", "LibraryError", "Loaded", "Loader", "Progress", "Report",
]  # fmt: skip


class Loader:
    """Reads the digests of some paths, a refresh at a time.

    Making one and calling `cached` is what stands between a start and the first screen:
    neither imports TinyDB or a format, nor looks into a folder.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        cache_folder: Path | None = None,
        state: State | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        """Take the paths.

        Args:
            paths: Files and folders; one inside another counts once.
            cache_folder: Folder of all caches; by default the one of this user.
            state: What the reader did; without one it is kept in memory only.
            aliases: Canonical tags that count as others.

        Raises:
            LibraryError: A path does not exist.
        """
        self._roots = find_roots(paths)
        self._cache = Cache.of([root.path for root in self._roots], cache_folder)
        self._marks = Marks(state, self._cache.folder.name)
        self._aliases = aliases or {}
        self._opened: Opened | None = None
        self._library: Library | None = None
        self._damage = ""
        self._tables: DigestTables | None = None
        """Every digest, where no cache keeps them."""
        self._refreshing = Lock()

    def cached(self) -> Library | None:
        """Return the library as it was last time, or None if that is not known."""
        try:
            opened = self._cache.open()
        except CatalogueDamagedError as error:
            self._damage = str(error)
            return None
        if opened is None:
            return None
        self._damage = ""
        return self._adopt(opened)

    def refresh(
        self,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Loaded:
        """Return the library as the folders are now; may run in any thread.

        Args:
            progress: Told how far it has come, now and then.
            cancelled: Asked before each file whether to stop.

        Raises:
            LibraryError: A path that was asked for cannot be read.
        """
        with self._refreshing, _collector_off():
            return self._refresh(Meter(progress), cancelled or (lambda: False))

    def _refresh(self, meter: Meter, cancelled: Callable[[], bool]) -> Loaded:
        from tuireader.library.refreshing import Refresh

        self._marks.refresh()
        if self._library is None:
            self.cached()
        refresh = Refresh(self._roots, self._cache, meter, cancelled, self._tables)
        try:
            outcome = refresh.run(self._opened, self._damage)
        except CancelledError:
            library = self._library or Library.empty()
            return Loaded(library, Report(cancelled=True))
        self._damage = ""
        if outcome.opened is not self._opened:
            self._tables = outcome.tables
        library = self._adopt(outcome.opened) if outcome.opened else Library.empty()
        return Loaded(library, _report(self._roots, outcome, _kept_baseline(library)))

    def digests(self) -> Iterator[Digest]:
        """Yield every digest whole, oldest first and undated last.

        Refreshes first if that has not been done.

        Raises:
            LibraryError: A path cannot be read, or the cache is damaged time and again.
        """
        from tuireader.store.digests import CacheDamagedError, whole_digests

        if self._opened is None:
            self.refresh()
        for _attempt in range(2):
            try:
                tables = self._tables or self._cache.tables()
                return iter(whole_digests(tables, self._cache.folder))
            except (CacheDamagedError, OSError) as error:
                self._opened, self._damage = None, str(error)
                self.refresh()
        raise LibraryError(f"{self._cache.folder}: {self._damage}")

    def _adopt(self, opened: Opened) -> Library:
        if self._library is None or opened is not self._opened:
            self._opened = opened
            catalogue = opened.stored.catalogue.aliased(self._aliases)
            self._library = Library.of(catalogue, opened.bodies, self._marks)
        return self._library


@contextmanager
def _collector_off() -> Iterator[None]:
    """Hold the garbage collector off: it would walk all that is built, in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _kept_baseline(library: Library) -> tuple[str, ...]:
    """Let what is new from now on be unread; return what stood in the way."""
    try:
        library.keep_baseline()
    except StateError as error:
        return (f"what is new next time cannot be told: {error}",)
    return ()


def _report(
    roots: Sequence[Root], outcome: "Outcome", messages: Sequence[str]
) -> Report:
    kept = sum(record is None for _found, record, _bodies in outcome.read)
    files = len(outcome.scan.files)
    return Report(
        files=files,
        read=len(outcome.read) - kept,
        unchanged=files - len(outcome.changes.changed) + kept,
        removed=outcome.changes.removed,
        problems=tuple(_problems(outcome)),
        messages=(*outcome.messages, *messages, *_empty_roots(roots, outcome)),
    )


def _problems(outcome: "Outcome") -> list[FileProblems]:
    found: list[FileProblems] = []
    if outcome.opened is not None:
        sources = outcome.opened.stored.catalogue.sources
        problems = outcome.opened.stored.files.problems
        found += [FileProblems(sources[file], odd) for file, odd in problems.items()]
    found += [
        FileProblems(shown_path(path), (problem,))
        for _root, path, problem in (*outcome.scan.skipped, *outcome.skipped)
    ]
    return sorted(found, key=lambda file: file.source)


def _empty_roots(roots: Sequence[Root], outcome: "Outcome") -> Iterator[str]:
    """Yield a line for each root in which no digest was recognised."""
    if outcome.opened is None:
        return
    formats = outcome.opened.stored.catalogue.formats
    files = Counter(outcome.opened.stored.files.root)
    recognised = {
        root
        for root, form in zip(outcome.opened.stored.files.root, formats, strict=True)
        if form
    }
    for number, root in enumerate(roots):
        if number in recognised:
            continue
        if count := files[number]:
            looked = counted(count, "file")
            yield f"{shown_path(root.path)}: no digests recognised in {looked}"
        else:
            yield f"{shown_path(root.path)}: no files to read"
