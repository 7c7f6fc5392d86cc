"""Folded texts on disk: what a damaged file claims is not asked of memory."""

import re
from array import array
from pathlib import Path

import pytest

from tuireader.store.text_file import FileTexts, write_texts


@pytest.mark.threat("T23")
@pytest.mark.parametrize("count", ["-1", "4", "999999999999", "9" * 30, "9" * 5_000])
def test_a_number_of_texts_that_the_file_cannot_hold_is_damage(
    tmp_path: Path, count: str
) -> None:
    """As many bytes were asked for, and the search ended the program."""
    file = tmp_path / "texts.txt"
    write_texts(file, b"onetwo", array("I", [3, 6]))
    assert list(FileTexts(file).ends) == [3, 6]
    content = file.read_bytes()
    changed = re.sub(
        rb" 2 (?=[0-9a-f]{8}\n)", b" %b " % count.encode(), content, count=1
    )
    assert changed != content
    file.write_bytes(changed)
    with pytest.raises(ValueError, match=r"damaged|version|integer|digits|values"):
        FileTexts(file)
