"""Authors: what is counted of a name is what asking for that name lists."""

import os
from pathlib import Path

import pytest

from tests.library.notes import write
from tuireader.library import searching as searching_module
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.library.searching import searching
from tuireader.query import Query
from tuireader.query.spelling import quoted

CORPUS = os.environ.get("TUIREADER_CORPUS", "")
BYLINES = (
    "Wei Li, Ana Moor", "Wei Lin, Bo Ek", "Wei Liu", "WEI LI, Bo Ek",
    "OpenAI", "The OpenAI Team", 'Ada "Q" Moor, Back\\Slash Ek', "É. Müller-Straße",
    r"\'E. M\"uller-Stra\ss{}e, K. G\"odel, ~", "É. M{\\\"u}ller-Straße",
    "José Ek", "José Ek, 김민수", "김민",
)  # fmt: skip


def note(number: int, authors: str) -> str:
    return (
        f"https://arxiv.org/abs/2405.{number:05}\n\n"
        f"*A Study of Number {number}* ({authors})\n\nWords.\n\n#tag\n"
    )


@pytest.fixture
def people(tmp_path: Path) -> Library:
    """Papers of people whose names begin alike; one paper stands there twice."""
    files = {
        f"2024/2405{number:02} Note.md": note(number, authors)
        for number, authors in enumerate(BYLINES, 1)
    }
    files["2024/240601 Again.md"] = note(1, "Wei Li, Ana Moor")
    vault = write(tmp_path / "vault", files)
    return Loader([vault], tmp_path / "caches").refresh().library


def listed(library: Library, text: str) -> int:
    return len(library.matching(library.parse(text)))


def assert_counts_hold(library: Library) -> None:
    assert library.authors
    wrong = {
        name: (count, found)
        for name, count in library.authors
        if count != (found := listed(library, f"author:{quoted(name)}"))
    }
    assert not wrong


@pytest.mark.parametrize("filtered", ["", "date:2024-05", "-author:ek"])
def test_a_name_in_quotes_lists_as_many_papers_as_are_counted_of_it(
    people: Library, filtered: str
) -> None:
    found = people.matching(people.parse(filtered))
    for name, count in found.authors:
        asked = found.query.with_clause(f"author:{quoted(name)}")
        assert (name, len(people.matching(asked))) == (name, count)
    assert dict(people.authors)["Wei Li"] == 2


def test_a_name_in_tex_is_the_name_that_it_stands_for(people: Library) -> None:
    counts = dict(people.authors)
    assert (counts["É. Müller-Straße"], counts["K. Gödel"]) == (3, 1)
    assert not any("\\" in name for name in counts if "Slash" not in name)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="TUIREADER_CORPUS names no folder")
@pytest.mark.parametrize("folder", ["vault", "plain", "markdown", "seed"])
def test_so_it_is_for_everybody_in_years_of_real_digests(
    folder: str, tmp_path: Path
) -> None:
    assert_counts_hold(Loader([Path(CORPUS, folder)], tmp_path).refresh().library)


@pytest.mark.parametrize("rest", [" et al.", ", et al", " 외 3명", "ほか", "等"])
def test_whoever_is_not_named_is_not_counted(tmp_path: Path, rest: str) -> None:
    vault = write(
        tmp_path / "vault", {"2024/240501 A.md": note(1, f"김민수, 山田太郎{rest}")}
    )
    library = Loader([vault], tmp_path / "caches").refresh().library
    assert dict(library.authors) == {"김민수": 1, "山田太郎": 1}
    assert listed(library, f'author:"{rest.strip(" ,")}"') == 1


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ('author:"wei li"', 2),
        ('author:"  Wei   LI "', 2),
        ("author:wei", 4),
        ("author:li", 4),
        ('author:"wei l', 4),
        ('author:"wei l"', 4),
        ('author:"wei li', 2),
        ('author:"moor, a"', 0),
        ('author:"li, ana"', 1),
        ('author:"wei li","bo ek"', 3),
        ('author:"openai"', 1),
        ("author:openai", 2),
        ('author:"김민"', 1),
        ("author:김민", 2),
        ('-author:"wei li" author:wei', 2),
        ('author:"jose\u0301 ek"', 2),
        ('author:"é. müller-straße"', 3),
        (r'author:"K. G\\\"odel"', 1),
        ('author:"k. gödel"', 1),
    ],
)
def test_a_name_that_nobody_bears_in_full_is_looked_for_as_a_part(
    people: Library, text: str, papers: int
) -> None:
    assert listed(people, text) == papers
    *_pieces, whole = searching(people, Query.parse(text))
    assert isinstance(whole, Library)
    assert len(whole) == papers


def test_the_names_of_a_large_library_are_told_apart_by_a_worker(
    people: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching_module, "SMALL", 2)
    query = Query.parse('author:"wei li"')
    pieces = searching(people, query)
    work = next(pieces)
    assert callable(work)
    before = people.view.people.knows("wei li")
    work()
    assert (before, people.view.people.knows("wei li")) == (False, True)
    assert isinstance([*pieces][-1], Library)


def test_so_are_the_papers_of_each_name_found_the_first_time(
    people: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose papers are known, and a name that nobody bears, need no worker."""
    list(searching(people, Query.parse('author:"wei li"')))
    monkeypatch.setattr(searching_module, "SMALL", 2)
    known = people.view.people.knows
    assert [known(name) for name in ("wei li", "bo ek", "wei l")] == [True, False, True]
    work = next(searching(people, Query.parse('author:"wei li","bo ek"')))
    assert callable(work)
    work()
    assert known("bo ek")


def test_only_so_many_names_are_remembered(people: Library) -> None:
    remembered = people.view.people.papers_of("wei li")
    assert people.view.people.papers_of("wei li") is remembered
    for name in [f"bo ek {number}" for number in range(99)]:
        assert people.view.people.papers_of(name) is None
    assert people.view.people.papers_of("wei li") is remembered
