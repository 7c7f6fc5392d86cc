"""One refresh: compares folders with the cache, reads what changed, and stores it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from tuireader.domain.catalogue import Catalogue, Files, Shard
from tuireader.library.files import Root, Scan, Skipped, scan
from tuireader.library.indexing import build_catalogue
from tuireader.library.known import Changes, Known
from tuireader.library.readers import readers_stamp
from tuireader.library.report import Meter
from tuireader.store.cache import Cache, Opened
from tuireader.store.digests import CacheDamagedError, DigestTables, StoredDigest
from tuireader.store.locking import StorageBusyError
from tuireader.store.records import problems_of

if TYPE_CHECKING:
    from tuireader.library.reading import Reading


_FILE = itemgetter("root", "path", "size", "mtime_ns", "hash")


@dataclass(slots=True)
class Outcome:
    """What a refresh came to."""

    scan: Scan
    changes: Changes
    opened: Opened | None = None
    """The catalogue as it is now."""
    tables: DigestTables | None = None
    """Every digest, where no cache keeps them."""
    read: "list[Reading]" = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    """Files that could not be read now."""
    messages: list[str] = field(default_factory=list)


class Refresh:
    """Brings the cache of some roots up to date."""

    def __init__(
        self,
        roots: Sequence[Root],
        cache: Cache,
        meter: Meter,
        cancelled: Callable[[], bool],
        held: DigestTables | None = None,
    ) -> None:
        """Take what a refresh works on.

        Args:
            roots: What was asked for.
            cache: Their cache.
            meter: Told how far it has come.
            cancelled: Asked before each file whether to stop.
            held: Every digest, where no cache could keep them so far.
        """
        self._roots = roots
        self._cache = cache
        self._meter = meter
        self._cancelled = cancelled
        self._held = held
        self._trusted = True
        self._readers = readers_stamp()

    def run(self, opened: Opened | None, damage: str) -> Outcome:
        """Return the library as the folders are now.

        Args:
            opened: The catalogue that is open, if one is.
            damage: Why one could not be opened, or empty.

        Raises:
            LibraryError: A root cannot be read.
            CancelledError: It was cancelled; nothing was stored.
        """
        try:
            outcome = self._run(opened)
        except CacheDamagedError as error:
            damage = str(error)
            self._trusted = False
            outcome = self._run(None)
        if damage:
            outcome.messages.append(
                f"the cache was damaged and has been rebuilt ({damage})"
            )
        return outcome

    def _run(self, opened: Opened | None) -> Outcome:
        if opened is not None and not self._cache.is_current(opened):
            opened = None
        if self._held is None and self._cache.made_by() != self._readers:
            opened, self._trusted = None, False  # other readers may have erred
        self._meter.stage("scanning")
        known = self._known(opened)
        found = scan(self._roots, stamps=bool(known.fingerprints))
        outcome = Outcome(found, known.changes(found.files), opened)
        if outcome.changes.changed:
            files = outcome.changes.changed
            # Every format comes with it: a start without changes has no need of them.
            from tuireader.library.batches import BatchReader

            reader = BatchReader(self._roots, self._meter, self._cancelled)
            outcome.read, outcome.skipped = reader.read(files, known.hashes())
        if outcome.read or outcome.changes.removed or opened is None:
            self._meter.stage("storing", len(outcome.read))
            self._store(outcome)
        return outcome

    def _known(self, opened: Opened | None) -> Known:
        if opened is not None:
            return Known.of(opened.stored.files)
        stored = self._tables(verify=True)
        return Known.of(files_of(self._roots, stored.in_order()))

    def _tables(self, *, verify: bool = False) -> DigestTables:
        """Return what is held or stored; nothing if that is not to be trusted.

        Raises:
            CacheDamagedError: It is not what this version wrote.
        """
        if not self._trusted:
            return DigestTables()
        if self._held is not None:
            return self._held
        try:
            return self._cache.tables(verify=verify)
        except OSError as error:
            raise CacheDamagedError(error.strerror or str(error)) from error

    def _store(self, outcome: Outcome) -> None:
        try:
            with self._cache.writing():
                tables = self._tables()
                self._apply(outcome, tables)
                outcome.opened = self._cache.write(tables, self._build)
                self._cache.note_maker(self._readers)
        except (OSError, StorageBusyError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            outcome.messages.append(
                f"the cache {self._cache.folder} cannot be written ({reason}): "
                "this time everything is kept in memory only"
            )
            outcome.tables = self._tables()
            self._apply(outcome, outcome.tables)
            outcome.opened = self._cache.hold(outcome.tables, self._build)

    def _apply(self, outcome: Outcome, tables: DigestTables) -> None:
        if tables.digests:
            present = {(root, path) for root, path, _size, _time in outcome.scan.files}
            for key in tables.digests.keys() - present:
                tables.remove(key)
        for (root, path, size, mtime_ns), record, bodies in outcome.read:
            if record is not None:
                tables.put(record, bodies)
            else:
                tables.restamp((root, path), size, mtime_ns)

    def _build(
        self,
        digests: Sequence[StoredDigest],
        shard_of: Sequence[int],
        shards: Sequence[Shard],
    ) -> tuple[Catalogue, Files]:
        records = [digest.record for digest in digests]
        catalogue = build_catalogue(records, shard_of, shards)
        return catalogue, files_of(self._roots, digests)


def files_of(roots: Sequence[Root], digests: Sequence[StoredDigest]) -> Files:
    """Return the files that some digests were read from, in their order."""
    records = [digest.record for digest in digests]
    told = zip(*map(_FILE, records), strict=True) if records else [()] * 5
    root, path, size, mtime_ns, hashed = map(list, told)
    return Files(
        roots=tuple(root.path for root in roots),
        root=root,
        path=path,
        size=size,
        mtime_ns=mtime_ns,
        digest=hashed,
        problems={
            number: problems_of(record)
            for number, record in enumerate(records)
            if record.get("problems")
        },
    )
