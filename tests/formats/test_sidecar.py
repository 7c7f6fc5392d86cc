"""Papers as JSON: one object a line, one document, wrapped in whatever way."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.comparing import said
from tests.formats.samples import ABSTRACT, source
from tuireader.domain.entry import Digest, Entry
from tuireader.formats import read_digest
from tuireader.formats.sidecar import SidecarRecords

PAPER = {
    "title": "Attention Is All You Need",
    "authors": ["Ashish Vaswani", "Noam Shazeer"],
    "abstract": ABSTRACT,
    "link": "https://arxiv.org/abs/1706.03762v7",
}


def read(value: object, path: str = "a/papers.json") -> Digest:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    digest = read_digest(source(text, path))
    assert digest.format == "json", digest.reason
    return digest


def one(**fields: object) -> Entry:
    (entry,) = read({"title": "T", "url": "https://x.org/1", **fields}).entries
    return entry


def words(entry: Entry) -> list[str]:
    return [paragraph.text for paragraph in entry.commentary]


def test_a_line_is_a_paper() -> None:
    second = {"title": "LoRA", "arxiv_id": "2106.09685", "authors": "E. Hu, Y. Shen"}
    text = f"{json.dumps(PAPER)}\n\n{json.dumps(second)}\n"
    first, other = read(text, "2025-06-01.jsonl").entries
    assert first.title == "Attention Is All You Need"
    assert first.authors == ("Ashish Vaswani", "Noam Shazeer")
    assert first.abstract == ABSTRACT
    assert (first.arxiv_id, first.url) == (
        "1706.03762",
        "https://arxiv.org/abs/1706.03762",
    )
    assert (first.date, first.line) == ("2025-06-01", 1)
    assert not first.commentary
    assert (other.title, other.line) == ("LoRA", 3)
    assert other.authors == ("E. Hu", "Y. Shen")


def test_a_line_that_is_no_json_is_told_and_the_others_are_read() -> None:
    digest = read(f'{json.dumps(PAPER)}\n{{"title": \n[1]\n')
    assert len(digest.entries) == 1
    assert [problem.line for problem in digest.problems] == [2]
    assert digest.problems[0].what == 'no JSON: {"title": \n[1]'


@pytest.mark.parametrize(
    "wrapped",
    [
        PAPER,
        [PAPER],
        {"papers": [PAPER]},
        {"data": {"items": [{"paper": PAPER}]}},
        {"title": "My digest", "papers": [PAPER]},
        {"paper": {**PAPER, "id": "1706.03762"}, "title": PAPER["title"]},
    ],
)
def test_papers_are_found_in_what_wraps_them(wrapped: object) -> None:
    (entry,) = read(wrapped).entries
    assert (entry.title, entry.arxiv_id) == (PAPER["title"], "1706.03762")
    assert entry.section == ""


def test_keys_above_are_days_and_sections() -> None:
    paper, other = {**PAPER}, {**PAPER, "section": "Own"}
    text = {"2025-06-01": {"NLP": [paper]}, "2025-06-02": {"papers": [other]}}
    assert [(entry.date, entry.section) for entry in read(text).entries] == [
        ("2025-06-01", "NLP"),
        ("2025-06-02", "Own"),
    ]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"date": "2025-06-03"}, "2025-06-03"),
        ({"published": "2017-06-12T17:57:34Z"}, "2017-06-12"),
        ({"date": "2025-06-03", "published": "2017-06-12"}, "2025-06-03"),
        ({"date": "next week"}, None),
    ],
)
def test_days(fields: dict[str, Any], date: str | None) -> None:
    assert one(**fields).date == date


def test_what_no_field_takes_is_commentary() -> None:
    entry = one(
        summary="Words.",
        abstract="Original.",
        comment="15 pages, see arXiv:2106.09685",
        AI={"tldr": "短い", "score": 8},
        is_new=True,
        code=None,
        figures=[{"path": "a.png", "caption": "Words of it"}],
    )
    assert entry.abstract == "Original."
    assert words(entry) == [
        "**summary**: Words.",
        "15 pages, see arXiv:2106.09685",
        "**ai.tldr**: 短い",
        "**ai.score**: 8",
        "**is_new**: true",
        '**figures**: [{"path": "a.png", "caption": "Words of it"}]',
    ]
    assert entry.references == ("2106.09685",)
    assert entry.commentary[2].language == "ja" or entry.commentary[2].language == "zh"


def test_a_summary_alone_is_the_abstract_without_its_line_breaks() -> None:
    entry = one(summary="One\n  wrapped line.\n\nA second\nparagraph.")
    assert entry.abstract == "One wrapped line.\n\nA second paragraph."


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        (["cs.CL", "cs.LG"], ("cs.CL", "cs.LG")),
        ("cs.CL cs.LG", ("cs.CL", "cs.LG")),
        ("machine translation, attention", ("machine translation", "attention")),
        ([{"term": "cs.CL", "scheme": "x"}], ("cs.CL",)),
        ("#nlp, #nlp", ("nlp",)),
    ],
)
def test_tags(value: object, tags: tuple[str, ...]) -> None:
    assert one(categories=value).tags == tags


def test_authors_as_objects() -> None:
    assert one(authors=[{"name": "Ada Lee"}, {"name": "Bo Wu"}]).authors == (
        "Ada Lee",
        "Bo Wu",
    )


def test_escapes_spell_nothing_that_a_file_may_not_hold() -> None:
    entry = one(title="A \x1b[31mred\u202e title", tags=["\x07bell"])
    assert entry.title.isprintable()
    assert "\x1b" not in entry.title
    assert entry.tags[0].isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"name": "package", "version": "1.0"}',
        '{"a": [1, 2]}',
        "title: authors:",
        "[Title](https://x.org)",
    ],
)
def test_other_texts_are_no_records_of_papers(text: str) -> None:
    assert SidecarRecords().recognise(source(text, "a.json")).score == 0


def test_json_that_is_broken_or_too_deep_is_a_problem_and_no_crash() -> None:
    for text in (
        '{"title": "T", "authors": [',
        '{"title": "T", "authors": ' + "[" * 100_000,
        "[" * 50 + '{"title": "T", "url": "x"}' + "]" * 50,
    ):
        digest = read_digest(source(text, "a.json"))
        assert digest.problems


def test_a_large_document_is_read_in_time() -> None:
    papers = [{**PAPER, "id": f"1706.{n:05}"} for n in range(24_000)]
    text = json.dumps(papers)
    assert len(text) > 10_000_000
    begin = time.process_time()
    digest = read(text)
    assert time.process_time() - begin < 10
    assert len(digest.entries) == 24_000


VALUES = st.recursive(
    st.integers(100, 999).map(lambda number: f"w{number}") | st.integers() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("abcde"), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["authors", "abstract", "summary", "tags", "date", "comment", "ai", "links", "id"]
)


def leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value] if isinstance(value, str) else []


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_no_word_of_a_record_is_lost(fields: dict[str, object]) -> None:
    digest = read({"title": "T", "url": "https://x.org/1", **fields})
    kept = said(digest)
    lost = [leaf for leaf in leaves(fields) if leaf not in kept]
    assert not lost


@pytest.mark.parametrize("solidus", ["/", "\\/"])
@pytest.mark.parametrize("plain", [False, True])
def test_papers_stand_on_their_lines_however_their_titles_are_spelled(
    solidus: str, *, plain: bool
) -> None:
    titles = ["A/B Testing", "한글 / 제목", 'The "Quoted" Title', "No  Gap", "The Last"]
    text = json.dumps([{"title": title, "url": "u"} for title in titles], indent=1)
    if plain:
        text = json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    lines = [entry.line for entry in read(text.replace("/", solidus)).entries]
    assert lines == [3, 7, 11, 15, 19]


def test_titles_that_are_spelled_otherwise_take_no_longer() -> None:
    """Each was looked for in a million characters, in vain."""
    paper = json.dumps({"title": "An Odd Title {}", "abstract": ABSTRACT, "url": "u"})
    paper = paper.replace("An Odd", r"\u0041n Odd")
    text = f"[{','.join(paper.replace('{}', str(n)) for n in range(15_000))}]"
    began = time.process_time()
    assert len(read(text).entries) == 15_000
    assert time.process_time() - began < 6  # a second alone; it was half a minute
