"""A quick run tries the same examples each time, in whatever order its tests run."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def tried() -> list[tuple[str, int]]:
    """Return the examples that a property is tried with."""
    found: list[tuple[str, int]] = []

    @given(st.text(), st.integers())
    def rule(text: str, number: int) -> None:
        found.append((text, number))

    rule()
    return found


@pytest.mark.skipif(not settings().derandomize, reason="this run is to try others")
def test_examples_do_not_depend_on_the_modules_that_are_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tried()
    file = tmp_path / "loaded.py"
    file.write_text(f"NAMES = {[f'name {n}' for n in range(200)]}\nNUMBERS = 123, 4567")
    spec = spec_from_file_location("loaded", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, "loaded", module)
    assert tried() == before
