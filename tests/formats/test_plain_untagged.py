"""Plain digests without tags and author lines: links, rules and pictures tell."""

import pytest

from tests.formats.layouts import Layout, listed
from tests.formats.papers import PAPERS
from tuireader.domain.entry import Digest
from tuireader.formats import Source, read_digest

DAY = "2024-08-30"
RULE = "-" * 20


def read(text: str, path: str = "digest.txt") -> Digest:
    digest = read_digest(Source(path, text, "utf-8"))
    assert digest.format == "plain", digest.reason
    return digest


def addressed(number: int, form: str) -> str:
    paper = PAPERS[number]
    address = f"https://arxiv.org/abs/{paper.id}"
    return f"{form.format(paper.title, address)}\n{paper.english[0]}\n"


@pytest.mark.parametrize("form", ["{} {}", "{} ({})", "{} <{}>", "{}\n{}", "- {} {}"])
def test_titles_with_their_addresses(form: str) -> None:
    parts = [
        DAY,
        addressed(0, form),
        addressed(1, form),
        "2024-08-29",
        addressed(2, form),
    ]
    entries = read("\n".join(f"{part}\n" for part in parts)).entries
    assert [entry.title for entry in entries] == [paper.title for paper in PAPERS[:3]]
    assert [entry.arxiv_id for entry in entries] == [paper.id for paper in PAPERS[:3]]
    assert [entry.date for entry in entries] == [DAY, DAY, "2024-08-29"]
    for paper, entry in zip(PAPERS, entries, strict=False):
        assert [x.text for x in entry.commentary] == [paper.english[0]]


@pytest.mark.parametrize("last", ["Claude 3.7 Sonnet 발표", "A New Release of All"])
def test_rules_part_entries_and_blank_lines_their_paragraphs(last: str) -> None:
    text = f"{DAY}\n{RULE}\n"
    for paper in PAPERS[:3]:
        text += f"{paper.title} ({listed(paper)})\nhttps://arxiv.org/abs/{paper.id}\n\n"
        text += "\n\n".join((paper.abstract, *paper.korean)) + f"\n{RULE}\n"
    text += f"{last}\nhttps://example.org/news\n\n확장된 사고.\n"
    entries = read(text).entries
    assert [entry.title for entry in entries] == [*(p.title for p in PAPERS[:3]), last]
    for paper, entry in zip(PAPERS[:3], entries, strict=False):
        assert entry.authors == paper.authors
        assert entry.abstract == paper.abstract
        assert [x.text for x in entry.commentary] == list(paper.korean)
    assert entries[3].url == "https://example.org/news"


@pytest.mark.parametrize("path", ["2024-08.txt", "2024/august.txt", "notes-2024.txt"])
def test_fields_with_pictures_and_the_year_of_the_path(path: str) -> None:
    layout = Layout(
        head=("📅 8월 30일 (금)", ""),
        papers=PAPERS,
        order="TALWGB",
        title=lambda _, paper: f"🔥 {paper.title}",
        authors=lambda paper: f"👥 {listed(paper)}",
        link=lambda paper: f"🔗 https://arxiv.org/abs/{paper.id}",
        words=lambda paper: [f"💡 {paper.korean[0]}"],
        tags=lambda paper: "🏷 " + " ".join(f"#{tag}" for tag in paper.tags),
    )
    entries = read(layout.text(), path).entries
    assert [entry.title for entry in entries] == [paper.title for paper in PAPERS]
    for paper, entry in zip(PAPERS, entries, strict=True):
        assert (entry.authors, entry.tags) == (paper.authors, paper.tags)
        assert (entry.arxiv_id, entry.date) == (paper.id, DAY)
        assert [x.text for x in entry.commentary] == [f"💡 {paper.korean[0]}"]


@pytest.mark.parametrize(
    "form",
    [
        '"{title}" by {names} et al.\narXiv:{id}',
        "{title}, by {names}\narXiv:{id}",
        "{title} by {names}\nhttps://arxiv.org/abs/{id}",
        "“{title}” — {names}\nhttps://arxiv.org/abs/{id}",
        "{title} - {names} (2024)\nhttps://arxiv.org/abs/{id}",
        "[{id}] {title} / {names}",
    ],
)
def test_authors_in_the_line_of_the_title(form: str) -> None:
    entries = [
        form.format(title=paper.title, names=", ".join(paper.authors[:3]), id=paper.id)
        for paper in PAPERS[:3]
    ]
    text = "\n\n".join([DAY, *(f"{entry}\nA cheap trick.\n#moe" for entry in entries)])
    for paper, entry in zip(PAPERS, read(text).entries, strict=False):
        assert (entry.title, entry.arxiv_id) == (paper.title, paper.id)
        names = tuple(name for name in entry.authors if name != "et al.")
        assert names == paper.authors[:3]
        assert [x.text for x in entry.commentary] == ["A cheap trick."]


@pytest.mark.parametrize(
    "title", ["Learning by Doing, Seeing and Hearing", "Trained by Models and Data"]
)
def test_what_something_is_done_by_is_no_author(title: str) -> None:
    (entry,) = read(
        f"{DAY}\n\n{title}\nA cheap trick.\n#moe #llm\n", f"{DAY}.txt"
    ).entries
    assert (entry.title, entry.authors) == (title, ())
