"""Plain digests, read in the shapes that curators give them."""

import textwrap

import pytest

from tests.formats.samples import ABSTRACT, DIGEST, source
from tuireader.domain.entry import Digest, Entry
from tuireader.formats import read_digest


def read(text: str, path: str = "digest.txt") -> Digest:
    digest = read_digest(source(text, path))
    assert digest.format == "plain", digest.problems
    return digest


def titles(text: str, path: str = "digest.txt") -> list[str]:
    return [entry.title for entry in read(text, path).entries]


def words(entry: Entry) -> list[str]:
    return [paragraph.text for paragraph in entry.commentary]


def test_an_entry_has_title_authors_abstract_commentary_and_tags() -> None:
    entry = read(DIGEST).entries[0]
    assert entry.title.startswith("Physics of Language Models: Part 2.2")
    assert entry.authors == ("Tian Ye", "Zicheng Xu", "Yuanzhi Li", "Zeyuan Allen-Zhu")
    assert entry.date == "2024-08-30"
    assert entry.abstract == ABSTRACT
    assert len(entry.commentary) == 2
    assert {paragraph.language for paragraph in entry.commentary} == {"ko"}
    assert entry.tags == ("llm", "reasoning")
    assert entry.line == 2


def test_a_citation_is_a_reference_and_never_the_own_link() -> None:
    entry = read(DIGEST).entries[0]
    assert entry.references == ("2407.20311",)
    assert entry.arxiv_id is None
    assert entry.url is None


def test_any_part_but_the_title_may_be_missing() -> None:
    _, without_abstract, release = read(DIGEST).entries
    assert without_abstract.abstract == ""
    assert without_abstract.authors == ("Qwen Team",)
    assert release.authors == ()
    assert release.tags == ("llm", "release")


def test_a_remark_in_parentheses_is_no_author_list_and_a_list_stays_together() -> None:
    release = read(DIGEST).entries[2]
    assert words(release) == [
        "논문 없이 나온 발표입니다.",
        "(정식 리포트는 없습니다.)",
        "1. 코드 성능\n2. 비전 성능",
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_blank_lines_change_nothing(gap: str) -> None:
    wide = read(DIGEST.replace("\n", gap)).entries
    assert [entry.title for entry in wide] == titles(DIGEST)
    assert [entry.tags for entry in wide] == [e.tags for e in read(DIGEST).entries]
    assert wide[0].abstract == ABSTRACT


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(end: str) -> None:
    assert read(DIGEST.replace("\n", end)).entries == read(DIGEST).entries


def test_several_dates_in_one_file_each_date_what_follows() -> None:
    second = DIGEST.replace("2024년 8월 30일", "September 2, 2024")
    dates = [entry.date for entry in read(DIGEST + second).entries]
    assert dates == ["2024-08-30"] * 3 + ["2024-09-02"] * 3


def test_the_file_name_dates_a_digest_without_date_line() -> None:
    text = DIGEST.partition("\n")[2]
    assert {e.date for e in read(text, "2024-08-30.txt").entries} == {"2024-08-30"}
    undated = read(text, "digest.txt")
    assert {entry.date for entry in undated.entries} == {None}
    assert "no date" in undated.problems[0].what


def test_a_date_that_stands_twice_is_told() -> None:
    digest = read(DIGEST + DIGEST)
    assert len(digest.entries) == 6
    assert [problem.line for problem in digest.problems] == [18]


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "[{}] ", "- ", "■ ", "## "])
def test_numbers_and_bullets_are_no_part_of_titles(mark: str) -> None:
    text = "2024-08-30\n"
    for number in (1, 2, 3):
        text += f"{mark.format(number)}Scaling Vision Models Part {number}\n"
        text += "(Ada Lovelace, Alan Turing)\n흥미로운 결과입니다.\n#scaling\n"
    assert titles(text) == [f"Scaling Vision Models Part {n}" for n in (1, 2, 3)]


def test_numbered_titles_begin_entries_without_authors_and_tags() -> None:
    text = (
        "2024-08-30\n1. First Paper of the Day\n(Ada Lovelace, Alan Turing)\n좋음.\n"
        "2. A Release Without Authors\n모델이 공개됐습니다.\n1. 크기\n2. 속도\n"
        "3. Third Paper of the Day\n(Kurt Gödel, Emmy Noether)\n좋습니다.\n"
    )
    assert titles(text) == [
        "First Paper of the Day",
        "A Release Without Authors",
        "Third Paper of the Day",
    ]


def test_entries_without_tags_end_where_the_next_authors_begin() -> None:
    text = "\n".join(line for line in DIGEST.split("\n") if line[:1] != "#")
    assert titles(text)[:2] == titles(DIGEST)[:2]


def test_a_title_above_an_abstract_needs_no_authors() -> None:
    text = (
        f"2024-08-30\nFirst Paper of the Day\n{ABSTRACT}\n흥미로운 결과입니다.\n"
        f"Second Paper of the Day\n{ABSTRACT}\n재미있습니다.\n"
    )
    assert titles(text) == ["First Paper of the Day", "Second Paper of the Day"]


def test_tags_right_below_the_authors_end_no_entry() -> None:
    text = "2024-08-30\n"
    for name in ("First", "Second"):
        text += f"{name} Paper of the Day\n(Ada Lovelace, Alan Turing)\n#moe\n"
        text += "좋은 결과입니다.\n더 볼 것이 있습니다.\n"
    assert titles(text) == ["First Paper of the Day", "Second Paper of the Day"]
    assert [entry.tags for entry in read(text).entries] == [("moe",), ("moe",)]


def test_a_title_and_authors_broken_over_lines_are_joined() -> None:
    text = (
        "2024-08-30\nTowards a Rather Long Title That Somebody Copied\n"
        "From a PDF Viewer\n(Ada Lovelace,\nAlan Turing)\n좋습니다.\n#moe\n"
    )
    (entry,) = read(text).entries
    assert entry.title == (
        "Towards a Rather Long Title That Somebody Copied From a PDF Viewer"
    )
    assert entry.authors == ("Ada Lovelace", "Alan Turing")


def test_lines_filled_to_a_margin_are_one_paragraph() -> None:
    wrapped = "\n".join(textwrap.wrap(ABSTRACT, 72))
    text = DIGEST.replace("\n", "\n\n").replace(ABSTRACT, wrapped)
    assert read(text).entries[0].abstract == ABSTRACT


def test_english_commentary_alone_is_no_abstract() -> None:
    text = (
        "2024-08-30\nScaling Vision Models\n(Ada Lovelace, Alan Turing)\n"
        "Nice ablations, though I'd have liked larger models.\n#scaling\n"
    )
    (entry,) = read(text).entries
    assert entry.abstract == ""
    assert words(entry) == ["Nice ablations, though I'd have liked larger models."]


def test_a_short_english_sentence_above_commentary_is_an_abstract() -> None:
    text = (
        "2024-08-30\nScaling Vision Models\n(Ada Lovelace, Alan Turing)\n"
        "We scale vision models up and down.\n재미있네요.\n#scaling\n"
    )
    assert read(text).entries[0].abstract == "We scale vision models up and down."


def test_an_abstract_before_english_commentary_is_told_from_it() -> None:
    text = DIGEST.replace("실수와", "I like this one a lot: 실수와")
    text = text.replace(
        "사고 과정이 텍스트에 없다는 문제와 이어집니다.",
        "It ties in with chain of thought.",
    )
    entry = read(text).entries[0]
    assert entry.abstract == ABSTRACT
    assert len(entry.commentary) == 2


def test_a_hash_in_a_code_fence_is_no_tag() -> None:
    text = DIGEST.replace("1. 코드 성능", "```\n#include\n```\n1. 코드 성능")
    release = read(text).entries[2]
    assert "```\n#include\n```" in words(release)
    assert release.tags == ("llm", "release")


def test_an_odd_hashtag_loses_no_tag_of_its_line() -> None:
    digest = read(DIGEST.replace("#llm #release", "#llm #c# #%"))
    assert digest.entries[2].tags == ("llm", "c#")
    assert [problem.what for problem in digest.problems] == [
        "no word in the hashtag #%"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "https://arxiv.org/abs/2409.12191v1",
        "arXiv: 2409.12191",
        "- arXiv:2409.12191",
        "arXiv 2409.12191v1 [cs.CV]",
        "[arXiv:2409.12191]",
    ],
)
def test_an_arxiv_address_below_a_title_is_its_own_link(line: str) -> None:
    text = DIGEST.replace("(Qwen Team)", f"(Qwen Team)\n{line}")
    entry = read(text).entries[1]
    assert entry.url == "https://arxiv.org/abs/2409.12191"
    assert entry.arxiv_id == "2409.12191"


def test_a_short_heading_above_papers_is_their_section() -> None:
    text = DIGEST.replace("Qwen2-VL: To", "[Multimodal]\nQwen2-VL: To")
    first, second, third = read(text).entries
    assert (first.section, second.section) == ("", "Multimodal")
    assert third.section == "Multimodal"


def test_words_beside_a_date_become_a_problem() -> None:
    day = DIGEST.split("\n", 1)[0]
    assert not read(DIGEST).problems
    digest = read(DIGEST.replace(day, f"Papers I liked this week ({day})", 1))
    assert digest.entries == read(DIGEST).entries
    (problem,) = digest.problems
    assert (problem.line, "Papers I liked" in problem.what) == (1, True)


def test_words_above_the_first_paper_become_a_problem() -> None:
    words = (
        "오늘은 휴일이라 논문이 많지 않았습니다. 그래도 몇 편은 아주 재미있게 읽었고, "
        "나머지는 내일 다시 정리해서 올리겠습니다."
    )
    digest = read(DIGEST.replace("Physics", f"{words}\nPhysics", 1))
    assert len(digest.entries) == 3
    assert words in digest.problems[0].what
    assert digest.problems[0].line == 2


def test_tex_stays_as_it_is_written() -> None:
    text = DIGEST.replace("재미", "\\textasciitilde42%의 재미").replace(
        "공개됐", "\\textasciitilde42% 공개됐"
    )
    assert "\\textasciitilde42%" in words(read(text).entries[1])[0]
