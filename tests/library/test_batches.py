"""Many files are read in batches, and one that fails stays its own affair."""

from pathlib import Path

from tests.library.notes import ATTENTION, write
from tuireader.library.batches import _BYTES, _FILES, BatchReader
from tuireader.library.files import find_roots, scan
from tuireader.library.report import Meter, Progress


def test_batches_are_all_files_in_order_and_none_is_too_large(tmp_path: Path) -> None:
    sizes = [10] * 2 * _FILES + [_BYTES // 3] * 7 + [2 * _BYTES, 1, _BYTES, 5]
    for place, size in enumerate(sizes):
        (tmp_path / f"{place:04}.md").write_bytes(b"a" * size)
    roots = find_roots([tmp_path])
    files = sorted(scan(roots, stamps=False).files)
    reader = BatchReader(roots, Meter(None), lambda: False)
    batches = list(reader._batches(files, []))
    looked_at, contents = zip(*batches, strict=True)
    assert [path for _root, path, _size, _time in files] == [
        found[1] for batch in contents for found, _data in batch
    ]
    assert looked_at[-1] == len(sizes)
    for batch in contents:
        held = [found[2] for found, _data in batch]
        assert len(held) <= _FILES
        assert sum(held[:-1]) <= _BYTES


def test_a_file_without_a_stamp_gets_its_own_when_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"240101 Note.md": ATTENTION})
    roots = find_roots([tmp_path])
    (bare,) = scan(roots, stamps=False).files
    (stamped,) = scan(roots).files
    reader = BatchReader(roots, Meter(None), lambda: False)
    ((_, ((found, _data),)),) = reader._batches([bare], [])
    assert found[2] == stamped[2] > 0


def test_files_that_fail_are_between_those_that_do_not(tmp_path: Path) -> None:
    write(tmp_path, {f"24010{n} Note.md": f"{ATTENTION}{n}" for n in range(1, 10)})
    roots = find_roots([tmp_path])
    files = sorted(scan(roots).files)
    (tmp_path / "240103 Note.md").unlink()
    told: list[Progress] = []
    reader = BatchReader(roots, Meter(told.append), lambda: False)
    readings, skipped = reader.read(files, {})
    assert [found[1][:6] for found, _record, _bodies in readings] == [
        f"24010{n}" for n in (1, 2, 4, 5, 6, 7, 8, 9)
    ]
    assert [(path, problem.what) for _root, path, problem in skipped] == [
        ("240103 Note.md", "No such file or directory")
    ]
    assert told[-1] == Progress(9, 9, 1, "reading")
