"""The library on years of real notes."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.library.comparing import facts
from tuireader.domain.identity import canonical_tag
from tuireader.library.library import Library
from tuireader.library.loader import Loaded, Loader
from tuireader.query import Query

CORPUS = os.environ.get("TUIREADER_CORPUS", "")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="TUIREADER_CORPUS names no folder"),
]


@pytest.fixture(scope="module")
def folders() -> list[Path]:
    return [Path(CORPUS, name) for name in ("vault", "plain", "seed")]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(scope="module")
def loaded(folders: list[Path], cache: Path) -> Loaded:
    return Loader(folders, cache).refresh()


def test_every_file_is_read_and_every_note_has_an_entry(
    loaded: Loaded, folders: list[Path]
) -> None:
    files = sum(file.is_file() for folder in folders for file in folder.rglob("*"))
    assert loaded.report.files == loaded.report.read == files
    library = loaded.library
    appearances = [
        seen
        for row in range(len(library))
        for seen in library.paper_at(row).appearances
    ]
    notes = {seen.source for seen in appearances if seen.source.endswith(".md")}
    assert len(notes) == 2477


def test_the_cache_gives_the_same_library(
    loaded: Loaded, folders: list[Path], cache: Path
) -> None:
    cached = Loader(folders, cache).cached()
    assert cached is not None
    assert facts(cached) == facts(loaded.library)


def recounted(library: Library) -> tuple[Counter[str], Counter[str]]:
    papers = [library.paper_at(row) for row in range(len(library))]
    tags = Counter(
        tag for paper in papers for tag in {canonical_tag(tag) for tag in paper.tags}
    )
    return tags, Counter(paper.date for paper in papers)


@pytest.mark.parametrize("query", ["", "#moe", "diffusion", "date:2023", "before:2022"])
def test_counts_are_those_of_the_papers_listed(loaded: Loaded, query: str) -> None:
    found = loaded.library.matching(Query.parse(query))
    tags, days = recounted(found)
    assert {tag.tag: tag.count for tag in found.facets.tags} == tags
    assert dict(found.facets.days) == days
    assert len(found) > 0


def test_each_tag_lists_as_many_papers_as_it_counts(loaded: Loaded) -> None:
    library = loaded.library
    for tag in library.facets.tags[::10]:
        query = Query.parse("").with_tag(tag.tag)
        assert len(library.matching(query)) == tag.count, tag


def test_each_key_leads_to_one_paper_and_back(loaded: Loaded) -> None:
    library = loaded.library
    for row in range(len(library)):
        assert library.row_of(library.key_at(row)) == row


def test_notes_give_plain_entries_their_link(loaded: Loaded) -> None:
    library = loaded.library
    linked = [
        library.link(paper).url
        for row in range(len(library))
        if (paper := library.paper_at(row)).format == "plain" and paper.arxiv_id
    ]
    assert len(linked) > 10
    assert all(url.startswith("https://arxiv.org/abs/") for url in linked)
