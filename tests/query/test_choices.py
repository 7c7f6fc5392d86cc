"""What cannot be asked is answered with what is near to it, and all that can be."""

import pytest

from tuireader.query.choices import CHOICES, unknown


@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("has", "note", "is:noted"),
        ("is", "star", "is:starred"),
        ("is", "tag", "has:tag"),
        ("sort", "newest", "sort:new"),
        ("has", "comment", "has:commentary"),
    ],
)
def test_the_near_one_is_named_first(key: str, value: str, meant: str) -> None:
    assert unknown(key, value).startswith(f"did you mean {meant}? ")


@pytest.mark.parametrize(
    ("key", "value"),
    [*((key, "qqq") for key in CHOICES), ("is", "odd"), ("has", "odd")],
)
def test_all_there_is_is_named(key: str, value: str) -> None:
    """Without a guess where only another key has what is a little like it."""
    told = unknown(key, value)
    assert told == f"{key}: knows {', '.join(CHOICES[key])}"
