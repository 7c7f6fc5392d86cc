"""Searching: in slices or at once, the same papers as looking into each text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.notes import write
from tuireader.library import searching as searching_module
from tuireader.library.blocks import ANY_PART, Block
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.library.searching import searching
from tuireader.library.seeking import Seeker, Sought
from tuireader.query import Query

WORDS = st.text("ab한글é", min_size=1, max_size=3)
TEX = r"""https://arxiv.org/abs/2405.00001

*On $\pi_0$ and \alpha-things* (Baptiste Rozi\`ere, K G\"odel, K Other)

#tex
"""
TEX_AGAIN = "https://arxiv.org/abs/2405.00002\n\n*On prices of $5* (B Rosier)\n\n#tex\n"
PARTS = st.lists(st.text("ab한글é ", max_size=6), min_size=3, max_size=5)
QUERIES = [
    "", "attention", "어텐션", "ㅅㄹ", "~attentoin", "title:scaling", "author:kaplan",
    "note:데이터", "abstract:attention", "text:models", "-attention", "#llm scaling",
    "attention OR 손실", "attention sort:match", "machine_translation",
    "alone is enough", "2001.08361", "https://arxiv.org/abs/2203.15556",
    "llm sort:title", "nowhere",
]  # fmt: skip


@given(st.lists(PARTS, max_size=40), WORDS, st.sampled_from([ANY_PART, (0, 1), (1, 9)]))
def test_a_block_marks_what_each_text_says_alone(
    texts: list[list[str]], word: str, parts: tuple[int, int]
) -> None:
    stored = [("\x1e".join(text) + "\x1d").encode() for text in texts]
    asked = slice(parts[0], min(parts[1], 9))
    block = Block.of(stored, range(len(texts)))
    for kept in (block, block.with_views()):
        marks = bytearray(len(texts))
        kept.mark(word.encode(), parts, marks)
        assert [bool(mark) for mark in marks] == [
            any(word in part for part in text[asked]) for text in texts
        ]


def keys(library: Library) -> list[str]:
    return [library.key_at(row) for row in range(len(library))]


class Seen:
    """A text that counts how often it is looked into."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.looks = 0

    def __contains__(self, word: object) -> bool:
        self.looks += 1
        return isinstance(word, bytes) and word in self.text


def test_only_a_common_word_is_looked_for_text_by_text() -> None:
    texts = [b"attention %d\x1d" % number for number in range(1_000)]
    views = [Seen(text) for text in texts]
    block = Block.of(texts, range(1_000))._replace(views=views)
    for word, found, looks in ((b"99", 19, 64), (b"attention", 1_000, 1_064)):
        marks = bytearray(1_000)
        block.mark(word, ANY_PART, marks)
        assert marks.count(1) == found
        assert sum(view.looks for view in views) == looks
        for view in views:
            view.looks = 0


@pytest.mark.parametrize("text", QUERIES)
def test_slices_come_to_what_a_search_at_once_finds(
    library: Library, text: str
) -> None:
    found = [p for p in searching(library, Query.parse(text)) if isinstance(p, Library)]
    whole = found[-1]
    expected = library.matching(Query.parse(text))
    assert keys(whole) == keys(expected)
    assert whole.settled
    assert whole.is_counted
    assert whole.facets == expected.facets
    assert found[-2] is whole, "what is found is told before it is counted"
    for early in found[:-2]:
        assert not early.settled


def test_what_heads_hold_is_told_before_the_texts_are_searched(
    library: Library,
) -> None:
    query = Query.parse("attention")
    first, *_, last = (p for p in searching(library, query) if isinstance(p, Library))
    assert [first.title_at(row) for row in range(len(first))] == [
        "Attention Is All You Need"
    ]
    assert set(keys(first)) <= set(keys(last))


def test_what_is_slow_to_build_in_a_large_library_is_left_to_a_worker(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching_module, "SMALL", 2)
    slow = [p for p in searching(library, Query.parse("손실 date:2020")) if callable(p)]
    assert len(slow) == 4  # tags, heads, dates and bodies
    for work in slow:
        work()
    again = list(searching(library, Query.parse("손실 date:2020 줄어")))
    assert not any(callable(piece) for piece in again)


def test_a_word_typed_on_is_looked_for_only_where_its_beginning_stood(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeker = library.view.seeker
    assert library.matching(Query.parse("어텐")).total
    looked: list[Block] = []
    bodies = seeker.texts.bodies

    def watched() -> Iterator[Block]:
        for block in bodies():
            looked.append(block)
            yield block

    monkeypatch.setattr(seeker.texts, "bodies", watched)
    assert len(seeker.papers(Sought("bodies", "어텐션"))) == 1
    assert len(seeker.papers(Sought("bodies", "어텐"))) == 1
    assert len(library.matching(Query.parse("note:nowhere"))) == 0
    known = len(looked)
    assert len(library.matching(Query.parse("note:nowhere else"))) == 0
    assert len(looked) == known + len(list(bodies()))  # read, but not looked into


def test_folded_texts_are_kept_beside_the_bodies_and_made_anew_if_damaged(
    vault: Path, cache: Path
) -> None:
    query = Query.parse("손실은 거듭제곱")
    loader = Loader([vault], cache)
    assert len(loader.refresh().library.matching(query)) == 1
    files = sorted(cache.glob("*/texts-*.txt"))
    bodies = sorted(cache.glob("*/bodies-*.txt"))
    assert [f.name.partition("-")[2] for f in files] == [
        f.name.partition("-")[2] for f in bodies
    ]
    for content in (b"", b"tuireader-texts", files[0].read_bytes()[:-3]):
        files[0].write_bytes(content)
        library = Loader([vault], cache).cached()
        assert library is not None
        assert len(library.matching(query)) == 1
    changed = bytearray(files[0].read_bytes())
    changed[-10] ^= 1
    files[0].write_bytes(changed)
    library = Loader([vault], cache).cached()
    assert library is not None
    assert len(library.matching(query)) == 1


def test_folded_texts_go_with_the_bodies_they_were_made_of(
    vault: Path, cache: Path
) -> None:
    Loader([vault], cache).refresh().library.warm()
    before = set(cache.glob("*/texts-*"))
    write(vault, {"2020/200123 Scaling Laws.md": "*Another* (A)\n\n다른 글.\n"})
    library = Loader([vault], cache).refresh().library
    library.warm()
    after = set(cache.glob("*/texts-*"))
    assert len(before - after) == 1
    assert len(after) == len(before)
    assert len(library.matching(Query.parse("손실은"))) == 0
    assert len(library.matching(Query.parse("다른 글"))) == 1


def test_the_readers_own_tags_are_found_at_once(library: Library) -> None:
    query = Query.parse("mytag")
    assert len(library.matching(query)) == 0
    library.marks.add_tags([library.paper_at(0)], ["MyTag"])
    assert keys(library.matching(query)) == [library.key_at(0)]


def test_papers_of_tags_are_known_until_a_tag_changes(library: Library) -> None:
    def tagged(text: str) -> list[str]:
        return keys(library.matching(Query.parse(text)))

    before = tagged("#llm")
    assert before
    view = library.view
    names = frozenset({"llm"})
    first = view.tagged(names, range(library.total))
    assert view.tagged(names, range(library.total)) is first
    other = next(key for key in keys(library) if key not in before)
    row = library.row_of(other)
    assert row is not None
    library.marks.add_tags([library.paper_at(row)], ["LLM"])
    assert set(tagged("#llm")) == {*before, other}
    assert other not in tagged("-#llm")
    assert set(tagged("#llm,nowhere")) == {*before, other}


@pytest.mark.parametrize(
    "text", ["π_0", "title:α-things", "author:rozière", '"gödel, k"', "pi_0", "odel"]
)
def test_titles_and_authors_are_found_as_written_and_as_shown(
    tmp_path: Path, text: str
) -> None:
    folder = tmp_path / "tex"
    write(folder, {"240505 Tex.md": TEX, "240506 Other.md": TEX_AGAIN})
    found = Loader([folder], tmp_path / "cache").refresh().library
    assert len(found.matching(Query.parse(text))) == 1
    assert len(found.matching(Query.parse(f"-{text}"))) == found.total - 1


def test_words_are_forgotten_before_they_fill_the_memory(library: Library) -> None:
    seeker = Seeker(library.view.seeker.texts, library.total)
    for number in range(300):
        seeker.papers(Sought("heads", f"{number}"))
    assert not seeker.knows(Sought("heads", "0"))
    assert seeker.knows(Sought("heads", "299"))


def test_a_paper_is_followed_into_another_list(library: Library) -> None:
    scaling = library.matching(Query.parse("scaling"))
    for row in range(len(scaling)):
        there = library.follow(scaling, row)
        assert there is not None
        assert library.key_at(there) == scaling.key_at(row)
    assert library.matching(Query.parse("nowhere")).follow(library, 0) is None
