"""Plain digests as they really are: every field of every layout."""

import unicodedata
from dataclasses import replace

import pytest

from tests.formats.body_layouts import BODIES, WRAPPED
from tests.formats.head_layouts import DAYS, HEADS, TITLES
from tests.formats.layouts import ALL, Layout, english
from tests.formats.papers import PAPERS
from tuireader.domain.entry import Digest, Entry
from tuireader.formats import Source, read_digest
from tuireader.text import decode

LAYOUTS = HEADS | BODIES


def read(text: str | bytes, path: str = "digest.txt") -> Digest:
    decoded = decode(text.encode() if isinstance(text, str) else text)
    digest = read_digest(Source(path, decoded.text, decoded.encoding))
    assert digest.format == "plain", digest.reason
    return digest


def fields(entry: Entry) -> dict[str, object]:
    words = "\n".join(paragraph.text for paragraph in entry.commentary)
    return {
        "title": entry.title,
        "authors": entry.authors,
        "abstract": entry.abstract,
        "words": words.split("\n") if words else [],
        "tags": entry.tags,
        "arxiv_id": entry.arxiv_id,
    }


def check(layout: Layout, digest: Digest, day: str = "2024-08-30") -> None:
    assert [entry.title for entry in digest.entries] == [
        layout.fields(paper)["title"] for paper in layout.papers
    ]
    for paper, entry in zip(layout.papers, digest.entries, strict=True):
        assert fields(entry) == layout.fields(paper)
        assert entry.date == day


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["narrow", "wide"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_each_field_of_a_layout(name: str, gap: str) -> None:
    check(LAYOUTS[name], read(LAYOUTS[name].text(gap)))


@pytest.mark.parametrize("name", WRAPPED)
def test_each_field_of_lines_broken_at_a_margin(name: str) -> None:
    check(WRAPPED[name], read(WRAPPED[name].text()))


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["narrow", "wide"])
@pytest.mark.parametrize("day", DAYS)
def test_the_day_above_the_papers(day: str, gap: str) -> None:
    layout = Layout(head=(day,))
    check(layout, read(layout.text(gap)))


@pytest.mark.parametrize(
    "path",
    ["2024-08-30.txt", "240830.txt", "digest_20240830.log", "digests/2024/08/30.txt"],
)
def test_the_day_of_the_path(path: str) -> None:
    layout = Layout(head=())
    check(layout, read(layout.text(), path))


@pytest.mark.parametrize("path", ["2024-08-30.md", "240830 Daily.md", "digest"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["narrow", "wide"])
def test_the_extension_does_not_matter(path: str, gap: str) -> None:
    check(Layout(), read(Layout().text(gap), path))


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["narrow", "wide"])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_in_the_midst_of_others(title: str, gap: str) -> None:
    odd = replace(PAPERS[0], title=title)
    for paper in (odd, replace(odd, authors=(), abstract="")):
        layout = Layout(papers=(PAPERS[1], paper, PAPERS[2]))
        check(layout, read(layout.text(gap)))


@pytest.mark.parametrize("papers", [ALL[:1], ALL[-1:]], ids=["paper", "release"])
def test_a_day_of_one_paper(papers: tuple[object, ...]) -> None:
    layout = Layout(papers=papers)  # type: ignore[arg-type]
    check(layout, read(layout.text()))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024년 8월 30일", "2024년 9월 2일"),
        ("August 30, 2024", "Sep 2"),
        ("2024년 8월\n\n8월 30일 (금)", "9월 2일 (월)"),
        ("August 2024\nAug 30", "Sep 2"),
        ("논문 리뷰 2024-08-30", "논문 리뷰 2024-09-02"),
    ],
)
def test_days_of_one_file(first: str, second: str) -> None:
    text = Layout(head=(first,), words=english).text("\n\n")
    digest = read(text + Layout(head=("", second), words=english).text("\n\n"))
    assert [entry.title for entry in digest.entries] == [p.title for p in ALL] * 2
    days = [entry.date for entry in digest.entries]
    assert days == ["2024-08-30"] * len(ALL) + ["2024-09-02"] * len(ALL)


@pytest.mark.parametrize("day", ["8월 31일", "Aug 31"])
@pytest.mark.parametrize("month", ["2019년 3월", "March 2019", "2019.03", "2019년 8월"])
def test_a_month_in_the_commentary_is_no_year_of_the_days_below(
    month: str, day: str
) -> None:
    layout = Layout(words=lambda paper: [*paper.korean, month, "그때가 좋았죠."])
    later = Layout(head=("", day), words=layout.words)
    digest = read(layout.text("\n\n") + later.text("\n\n"))
    days = [entry.date for entry in digest.entries]
    assert days == ["2024-08-30"] * len(ALL) + ["2024-08-31"] * len(ALL)


@pytest.mark.parametrize("tags", ["", "G"], ids=["without tags", "with tags"])
@pytest.mark.parametrize("month", ["2025년 1월", "# 2025.01", "January 2025"])
def test_a_month_above_days_tells_their_year(month: str, tags: str) -> None:
    order = f"TAaW{tags}B"
    layout = Layout(papers=PAPERS, order=order, head=("August 2024", "", "8월 30일"))
    later = Layout(papers=PAPERS, order=order, head=("", month, "1월 2일"))
    digest = read(layout.text("\n\n") + later.text("\n\n"))
    days = [entry.date for entry in digest.entries]
    assert days == ["2024-08-30"] * len(PAPERS) + ["2025-01-02"] * len(PAPERS)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949"]
)
def test_encodings(encoding: str) -> None:
    papers = [p for p in ALL if "Łukasz Kaiser" not in p.authors]
    layout = Layout(papers=papers)
    check(layout, read(layout.text().encode(encoding)))


@pytest.mark.parametrize("end", ["\r\n", "\r", "  \n\t "])
def test_line_ends(end: str) -> None:
    check(Layout(), read(Layout().text().replace("\n", end)))


@pytest.mark.parametrize("form", ["{n}. {}", "【{n}】{}", "{n}、{}", "① {}"])
@pytest.mark.parametrize("heading", ["■ 画像", "■ Vision", "📌 비전", "## Vision"])
def test_a_heading_with_a_sign_between_titles_with_numbers(
    heading: str, form: str
) -> None:
    layout = Layout(papers=PAPERS, title=lambda n, p: form.format(p.title, n=n))
    third = form.format(PAPERS[2].title, n=3)
    digest = read(layout.text().replace(third, f"\n{heading}\n\n{third}"))
    check(Layout(papers=PAPERS), digest)
    name = heading.split()[1]
    assert [entry.section for entry in digest.entries] == ["", "", name, name]


@pytest.mark.parametrize("rule", ["", "=====\n"], ids=["bare", "underlined"])
@pytest.mark.parametrize("hello", ["Hi all, four papers today.", "오늘은 네 편입니다."])
def test_words_below_the_day_are_no_paper(hello: str, rule: str) -> None:
    layout = Layout(
        head=(f"2024-08-30\n{rule}\n{hello}\n",), papers=PAPERS, order="TAaWB"
    )
    check(layout, read(layout.text()))


@pytest.mark.parametrize("bullet", ["*", "-", "■"])
def test_where_titles_have_a_bullet_paragraphs_below_blank_lines_are_none(
    bullet: str,
) -> None:
    layout = Layout(
        papers=PAPERS,
        order="TALBaBWB",
        title=lambda _, paper: f"{bullet} {paper.title}",
        words=lambda _: ["> Strong for its Size"],
        authors=lambda paper: f"  {', '.join(paper.authors)}",
    )
    check(layout, read(layout.text()))


@pytest.mark.parametrize(
    "heading",
    ["[Vision]", "■ Vision", "=== Vision ===", "◆ Vision ◆", "📌 Vision", "▶ Vision:"],
)
def test_a_heading_between_papers_that_only_blank_lines_part(heading: str) -> None:
    layout = Layout(papers=PAPERS, order="BTAaW")
    third = PAPERS[2].title
    digest = read(layout.text().replace(third, f"{heading}\n\n{third}"))
    check(Layout(papers=PAPERS, order="TAaW"), digest)
    assert [entry.section for entry in digest.entries] == ["", "", "Vision", "Vision"]


def test_text_from_other_systems() -> None:
    """Decomposed Hangul as from macOS, no-break blanks as from web pages."""
    check(Layout(), read(unicodedata.normalize("NFD", Layout().text())))
    check(Layout(), read(Layout().text().replace(" ", "\N{NO-BREAK SPACE}")))
