"""Whatever stands in the tables of a cache: the library comes up, and is safe."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing import examples
from tests.library.notes import VAULT, write
from tests.safety import faults, texts_of
from tests.store.test_fuzz import damaged
from tuireader.library.library import Library
from tuireader.library.loader import Loader


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A vault and its cache, whose catalogue has to be made anew of the tables."""
    folder = tmp_path_factory.mktemp("filled")
    vault = write(folder / "vault", VAULT)
    Loader([vault], folder / "cache").refresh()
    next((folder / "cache").glob("*/catalogue.json")).unlink()
    return vault, folder / "cache"


def shown(library: Library) -> list[str]:
    texts = []
    for row in range(len(library)):
        paper = library.paper_at(row)
        body = library.body(paper)
        texts += [paper.title, paper.url or "", paper.source, *paper.authors]
        texts += [*paper.tags, body.abstract, *body.references, *body.wikilinks]
        texts += [paragraph.text for paragraph in body.commentary]
        texts.append(library.link(paper).url)
    return texts


@pytest.mark.threat("T1", "T23")
@given(st.data())
@settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_table_with_anything_in_it_does_not_stop_a_refresh(
    filled: tuple[Path, Path], data: st.DataObject
) -> None:
    vault, cache = filled
    tried = cache.with_name("tried")
    shutil.rmtree(tried, ignore_errors=True)
    shutil.copytree(cache, tried)
    table = next(tried.glob("*/digests-2017.json"))
    content: dict[str, Any] = json.loads(table.read_bytes())
    table.write_text(json.dumps(data.draw(damaged(content))))
    loader = Loader([vault], tried)
    library = loader.refresh().library
    for text in shown(library):
        assert faults(text) == set()
    for digest in loader.digests():
        assert all(faults(text) == set() for text in texts_of(digest))
    again = Loader([vault], tried)
    assert again.cached() is not None
    assert again.refresh().report.messages == ()
