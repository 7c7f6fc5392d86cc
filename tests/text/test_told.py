"""Errors are told in words: which file, and why."""

import errno

import pytest

from tuireader.text.told import told


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left", "/a/b"), "/a/b: No space left"),
        (
            OSError(errno.ENOSPC, "No space left", b"/a/\xff"),
            "/a/\udcff: No space left",
        ),
        (OSError(errno.ENOSPC, "No space left", 7), "No space left"),
        (OSError(errno.ENOSPC, "No space left"), "No space left"),
        (OSError("odd"), "odd"),
        (ValueError("no"), "no"),
    ],
)
def test_no_reader_is_told_the_number_of_an_error(error: Exception, words: str) -> None:
    assert told(error) == words
