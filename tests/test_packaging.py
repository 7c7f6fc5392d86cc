"""The wheel is complete and works where no checkout is."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.build import build_wheel

from tests.program import ROOT, Program

BUNDLED = ("styles", "sample_digests")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return folder / build_wheel(str(folder))


def test_the_wheel_carries_every_bundled_file(wheel: Path) -> None:
    bundled = {
        f"tuireader/{path.relative_to(ROOT).as_posix()}"
        for name in BUNDLED
        for path in (ROOT / name).rglob("*")
        if path.is_file()
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert bundled
    assert bundled <= names
    assert "tuireader/py.typed" in names


def test_the_wheel_carries_nothing_but_the_program(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"tuireader"}


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_folders_hold_no_python(name: str) -> None:
    """With a Python file in one of them hatchling refuses editable installs."""
    assert not [*(ROOT / name).rglob("*.py")]


def test_an_installed_wheel_reads_its_samples(wheel: Path, tmp_path: Path) -> None:
    site, home = tmp_path / "site", tmp_path / "home"
    home.mkdir()
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
         "--disable-pip-version-check", "--target", site, wheel],
        check=True,
    )  # fmt: skip
    installed = Program(
        home, (str(site / "bin" / "tuireader"),), {"PYTHONPATH": str(site)}
    )
    checkout = Program(home)

    assert installed.run("config", "paths").lines == [
        str(site / "tuireader" / "sample_digests")
    ]
    counted = installed.run("list", "--count")
    assert counted.code == 0, counted.err
    assert counted.out == checkout.run("list", "--count").out
