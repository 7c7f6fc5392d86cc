"""Many files are read in batches, and one that fails stays its own affair."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.library.notes import ATTENTION, write
from tuireader.library.batches import _BYTES, _FILES, BatchReader, _batches
from tuireader.library.files import Found, find_roots, scan
from tuireader.library.report import Meter, Progress


@given(st.lists(st.integers(0, 3 * _BYTES), max_size=300))
def test_batches_are_all_files_in_order_and_none_is_too_large(sizes: list[int]) -> None:
    files = [Found(0, str(place), size, 0) for place, size in enumerate(sizes)]
    batches = list(_batches(files))
    assert [file for batch in batches for file in batch] == files
    for batch in batches:
        assert 0 < len(batch) <= _FILES
        assert len(batch) == 1 or sum(file.size for file in batch) <= _BYTES


def test_files_that_fail_are_between_those_that_do_not(tmp_path: Path) -> None:
    write(tmp_path, {f"24010{n} Note.md": f"{ATTENTION}{n}" for n in range(1, 10)})
    roots = find_roots([tmp_path])
    files = [Found(*found) for found in sorted(scan(roots).files)]
    (tmp_path / "240103 Note.md").unlink()
    told: list[Progress] = []
    reader = BatchReader(roots, Meter(told.append), lambda: False)
    readings, skipped = reader.read(files, {})
    assert [reading.found.path[:6] for reading in readings] == [
        f"24010{n}" for n in (1, 2, 4, 5, 6, 7, 8, 9)
    ]
    assert [(path, problem.what) for _root, path, problem in skipped] == [
        ("240103 Note.md", "No such file or directory")
    ]
    assert told[-1] == Progress(9, 9, 1, "reading")
