"""What the tests of the library share."""

from pathlib import Path

import pytest

from tests.library.nobody import AsNobody, refresh_as_nobody
from tests.library.notes import VAULT, write
from tuireader.library.library import Library
from tuireader.library.loader import Loader


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A folder of three notes and a digest that presents one of their papers again."""
    return write(tmp_path / "vault", VAULT)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where caches go."""
    return tmp_path / "caches"


@pytest.fixture
def library(vault: Path, cache: Path) -> Library:
    """The library of `vault`."""
    return Loader([vault], cache).refresh().library


@pytest.fixture
def as_nobody(tmp_path: Path, cache: Path) -> AsNobody:
    """Refreshes a library as a user without rights."""
    other = write(tmp_path / "other", VAULT)
    cache.mkdir(exist_ok=True)
    cache.chmod(0o777)
    return lambda vault: refresh_as_nobody(vault, cache, other)
