"""JSON whose keys are spelled in other ways, and lists of mere titles."""

import json

import pytest

from tests.formats.papers import PAPERS
from tests.formats.test_sidecar import read
from tuireader.formats import Source, read_digest
from tuireader.formats.sidecar_names import canonical

CHINESE = ("论文标题", "作者", "英文摘要", "论文链接", "日期")
SPELLED = {
    "paper before each": (
        "paperTitle", "paperAuthors", "paper_abstract", "paperLink", "date",
    ),
    "language behind each": ("title_en", "authors", "summary_en", "url", "date"),
    "as newspapers": ("headline", "byline", "body", "href", "day"),
    "chinese": CHINESE,
    "korean": ("논문 제목", "저자", "영문 초록", "논문 링크", "날짜"),
    "japanese": ("論文タイトル", "著者", "要旨", "論文リンク", "日付"),
    "a short name": ("title", "authors", "abs", "link", "date"),
    "description": ("title", "authors", "description", "link", "day"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPELLED)
def test_fields_under_other_names(name: str) -> None:
    title, authors, abstract, link, day = SPELLED[name]
    papers = [
        {title: p.title, authors: p.authors, abstract: p.abstract,
         link: f"https://arxiv.org/abs/{p.id}", day: "2024-08-30"}
        for p in PAPERS
    ]  # fmt: skip
    for paper, entry in zip(PAPERS, read(papers).entries, strict=True):
        assert (entry.title, entry.authors) == (paper.title, paper.authors)
        assert (entry.abstract, entry.arxiv_id) == (paper.abstract, paper.id)
        assert entry.date == "2024-08-30"
        assert not entry.commentary


def test_a_translated_abstract_is_commentary() -> None:
    paper = dict(
        zip(CHINESE, ("T", ["Ada Lee"], "Original.", "https://x.org"), strict=False)
    )
    (entry,) = read([{**paper, "中文摘要": "翻译"}]).entries
    assert entry.abstract == "Original."
    assert [paragraph.text for paragraph in entry.commentary] == ["**中文摘要**: 翻译"]


@pytest.mark.parametrize(
    ("key", "name"),
    [("paperUrl", "url"), ("标题", "title"), ("author-list", "authors"), ("likes", "")],
)
def test_usual_names(key: str, name: str) -> None:
    assert canonical(key) == name


@pytest.mark.parametrize(
    "form",
    ["{title} (arXiv:{id})", "[{id}] {title}", "{title} https://arxiv.org/abs/{id}"],
)
def test_titles_with_ids(form: str) -> None:
    texts = [form.format(title=p.title, id=p.id) for p in PAPERS]
    for value in (texts, {"topic": texts}, {"2024-08-30": texts}):
        found = [(entry.title, entry.arxiv_id) for entry in read(value).entries]
        assert found == [(p.title, p.id) for p in PAPERS]


def test_mere_titles_below_a_day() -> None:
    titles = [p.title for p in PAPERS]
    for value in ({"2024-08-30": titles}, {"date": "2024-08-30", "papers": titles}):
        found = [(entry.title, entry.date) for entry in read(value).entries]
        assert found == [(title, "2024-08-30") for title in titles]
    digest = read(json.dumps(titles), "papers/2024-08-30.json")
    assert [entry.date for entry in digest.entries] == ["2024-08-30"] * len(titles)


@pytest.mark.parametrize(
    "value",
    [["numpy", "textual"], {"scripts": ["run all tests", "make a new release"]}],
)
def test_other_lists_of_strings_are_no_papers(value: object) -> None:
    digest = read_digest(Source("settings/2024-08-30.json", json.dumps(value)))
    assert not digest.entries


def test_keywords_beside_papers_are_no_papers() -> None:
    value = {
        "date": "2024-08-30",
        "queries": ["large language models", "state space models"],
        "papers": [{"title": PAPERS[0].title, "id": PAPERS[0].id}],
    }
    assert len(read(value).entries) == 1
