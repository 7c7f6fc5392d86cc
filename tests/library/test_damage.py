"""A damaged cache rebuilds itself and says so; killed programs leave none."""

import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.comparing import facts
from tests.library.notes import ATTENTION, write
from tuireader.domain.entry import Digest
from tuireader.formats import Source, read_digest
from tuireader.library import reading
from tuireader.library.loader import Loader
from tuireader.store.digests import SCHEMA

Damage = Callable[[Path], object]


def half(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def one_byte(file: Path) -> None:
    content = bytearray(file.read_bytes())
    # In a table, a name: what another letter in a title may be, nothing there tells.
    name = content.find(b'"root"')
    content[name + 1 if name > 0 else len(content) // 2] ^= 0x15
    file.write_bytes(bytes(content))


def folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: dict[str, Damage] = {
    "gone": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "half": half,
    "null": lambda file: file.write_bytes(b"null"),
    "list": lambda file: file.write_bytes(b"[1, 2]"),
    "foreign": lambda file: file.write_bytes(b'{"1": {"title": "of another program"}}'),
    "binary": lambda file: file.write_bytes(bytes(range(256)) * 16),
    "deep": lambda file: file.write_bytes(b"[" * 100_000),
    "escape": lambda file: file.write_bytes(b'{"1": {"path": "\x1b]0;x"}}'),
    "a byte": one_byte,
}
FILES = ["catalogue.json", "digests-2017.json", "bodies-2017-*.txt"]


@pytest.mark.threat("T23")
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_rebuilt_and_told(
    vault: Path, cache: Path, file: str, damage: str
) -> None:
    whole = facts(Loader([vault], cache).refresh().library)
    DAMAGES[damage](next(cache.glob(f"*/{file}")))
    loader = Loader([vault], cache)
    early = loader.cached()
    assert early is None or facts(early) == whole
    loaded = loader.refresh()
    assert facts(loaded.library) == whole
    told = [line for line in loaded.report.messages if "rebuilt" in line]
    # What is not there was deleted; but a table that is there names its bodies.
    quiet = damage == "gone" and not file.startswith("bodies")
    assert len(told) == (0 if quiet else 1)
    after = Loader([vault], cache).refresh()
    assert after.report.messages == ()
    assert after.report.read == 0


@pytest.mark.parametrize("file", FILES)
def test_a_folder_where_a_file_should_be_costs_the_cache_only(
    vault: Path, cache: Path, file: str
) -> None:
    whole = facts(Loader([vault], cache).refresh().library)
    folder_instead(next(cache.glob(f"*/{file}")))
    loader = Loader([vault], cache)
    loader.cached()
    loaded = loader.refresh()
    assert facts(loaded.library) == whole
    assert loaded.report.messages


@pytest.mark.threat("T24")
def test_a_newer_version_of_the_cache_is_replaced(vault: Path, cache: Path) -> None:
    whole = facts(Loader([vault], cache).refresh().library)
    table = next(cache.glob("*/digests-2017.json"))
    table.write_text(table.read_text().replace(f'"schema":{SCHEMA}', '"schema":99'))
    loaded = Loader([vault], cache).refresh()
    assert facts(loaded.library) == whole
    assert "another version" in loaded.report.messages[0]


def test_tables_alone_are_enough_and_read_no_digest(vault: Path, cache: Path) -> None:
    whole = facts(Loader([vault], cache).refresh().library)
    next(cache.glob("*/catalogue.json")).unlink()
    loaded = Loader([vault], cache).refresh()
    assert facts(loaded.library) == whole
    assert (loaded.report.read, loaded.report.messages) == (0, ())


def test_a_deleted_cache_comes_back(vault: Path, cache: Path) -> None:
    loader = Loader([vault], cache)
    whole = facts(loader.refresh().library)
    for file in next(cache.iterdir()).iterdir():
        file.unlink()
    assert facts(loader.refresh().library) == whole
    assert list(loader.digests())


def test_digests_survive_damage_between_refresh_and_reading(
    vault: Path, cache: Path
) -> None:
    loader = Loader([vault], cache)
    loader.refresh()
    before = list(loader.digests())
    half(next(cache.glob("*/bodies-2017-*.txt")))
    assert list(loader.digests()) == before


@pytest.mark.threat("T1")
def test_text_that_acts_on_a_terminal_does_not_leave_a_forged_cache(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh()
    table = next(cache.glob("*/digests-2017.json"))
    forged = table.read_text().replace("Ashish", "\\u001b[2J\\u202eAshish")
    table.write_text(forged)
    library = Loader([vault], cache).refresh().library
    row = library.row_of("arxiv:1706.03762")
    assert row is not None
    authors = next(
        digest.entries[0].authors
        for digest in Loader([vault], cache).digests()
        if "2017" in digest.source
    )
    assert authors[0] == "\ufffd[2J\ufffdAshish Vaswani"


@pytest.mark.threat("T21")
def test_a_full_disk_leaves_the_old_cache_and_a_working_session(
    vault: Path, cache: Path
) -> None:
    before = facts(Loader([vault], cache).refresh().library)
    write(vault, {"240101 New.md": ATTENTION.replace("순환", "새로")})
    loader = Loader([vault], cache)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, limits[1]))
    try:
        loaded = loader.refresh()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert "File too large" in loaded.report.messages[0]
    assert len(loaded.library.paper_at(0).appearances) == 3
    cached = Loader([vault], cache).cached()
    assert cached is not None
    assert facts(cached) == before
    assert not list(cache.glob("*/*.tmp"))
    after = Loader([vault], cache).refresh()
    assert facts(after.library) == facts(loaded.library)
    assert (after.report.read, after.report.messages) == (1, ())


@pytest.mark.threat("T36")
def test_a_file_that_makes_reading_fail_is_told_and_the_rest_loads(
    vault: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: Source) -> Digest:
        if source.name == "220329 Chinchilla":
            raise MemoryError("too much")
        return read_digest(source)

    monkeypatch.setattr(reading, "read_digest", failing)
    report = Loader([vault], cache).refresh().report
    assert (report.files, report.read) == (4, 3)
    (file,) = report.problems
    assert file.source == "2022/220329 Chinchilla.md"
    assert "MemoryError: too much" in file.problems[0].what
