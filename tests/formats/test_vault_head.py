"""The head of vault notes: link, title, authors, in nine years of habits."""

import re

import pytest

from tests.formats.notes import URL, one, read, words
from tests.formats.samples import ABSTRACT, NOTE


def test_a_note_of_2024() -> None:
    entry = one(NOTE)
    assert entry.title == "Physics of Language Models: Part 2.2"
    assert entry.authors == ("Tian Ye", "Zicheng Xu")
    assert entry.date == "2024-08-30"
    assert entry.abstract == ABSTRACT
    assert len(entry.commentary) == 2
    assert entry.tags == ("llm", "reasoning")
    assert (entry.url, entry.arxiv_id) == (URL, "2408.16293")
    assert entry.references == ("2310.13798",)
    assert entry.wikilinks == ("240729 Part 2.1",)


def test_a_note_without_asterisks() -> None:
    entry = one(f"{URL}\n\nA Title: With a Part (Ada Lovelace, Alan Turing)\n\n좋음.\n")
    assert entry.title == "A Title: With a Part"
    assert entry.authors == ("Ada Lovelace", "Alan Turing")
    assert words(entry) == ["좋음."]


@pytest.mark.parametrize(
    "title",
    [
        "Language Models (Mostly) Know What They Know",
        "(Re)construing Meaning in NLP",
        "A* Search Without Expansions",
        "LLM.int8(): 8-bit Matrix Multiplication",
        "Self-attention Does Not Need $O(n^2)$ Memory",
        "#InsTag: Instruction Tagging for Analysis",
    ],
)
@pytest.mark.parametrize("star", ["", "*", "**"])
def test_titles_may_hold_marks_of_their_own(title: str, star: str) -> None:
    entry = one(f"{URL}\n\n{star}{title}{star} (Ada Lovelace, Bo (B.) Wu)\n\n좋음.\n")
    assert entry.title == title
    assert entry.authors == ("Ada Lovelace", "Bo (B.) Wu")


TITLE = "Behind the Scene: Revealing the Secrets of Pre-trained Models"
BROKEN = TITLE.replace("of ", "of\n  ")


@pytest.mark.parametrize(
    "head",
    [
        f"*{BROKEN}* (Ada Lee, Bo Wu)",
        f"{BROKEN} (Ada Lee, Bo Wu)",
        f"*{TITLE}* (Ada Lee,\nBo Wu)",
        f"*{TITLE}*\n(Ada Lee, Bo Wu)",
        f"# {TITLE}\n\n(Ada Lee, Bo Wu)",
        f"# {TITLE}\n\n**Authors**: Ada Lee, Bo Wu",
    ],
)
def test_title_and_authors_may_be_broken_over_lines(head: str) -> None:
    entry = one(f"{URL}\n\n{head}\n\n한국어 코멘트.\n\n#moe\n")
    assert entry.title == TITLE
    assert entry.authors == ("Ada Lee", "Bo Wu")
    assert words(entry) == ["한국어 코멘트."]


def test_without_title_line_the_file_name_is_the_title_and_it_is_told() -> None:
    digest = read(f"{URL}\n\n재미있는 결과입니다.\n")
    assert digest.entries[0].title == "Physics of Language Models"
    assert [str(problem) for problem in digest.problems] == [
        "no title line; used the file name"
    ]


def test_a_line_that_the_file_is_named_after_is_the_title() -> None:
    entry = one(f"{URL}\n\nPhysics of Language Models: Part Two\n\n좋음.\n")
    assert entry.title == "Physics of Language Models: Part Two"


def test_words_behind_the_address_are_commentary() -> None:
    entry = one(f"{URL} 리더보드에 나왔던 모델.\n트레이닝은 하루.\n\n#llm\n")
    assert entry.arxiv_id == "2408.16293"
    assert words(entry) == ["리더보드에 나왔던 모델.", "트레이닝은 하루."]


def test_a_blog_post_is_a_paper_too() -> None:
    entry = one(
        "https://example.org/blog/model-3\n\n*Model 3* (Example)\n\n공개됐네요.\n"
    )
    assert entry.url == "https://example.org/blog/model-3"
    assert entry.arxiv_id is None
    assert entry.authors == ("Example",)


def test_of_project_page_and_arxiv_address_the_latter_is_the_own_link() -> None:
    entry = one(
        f"https://project.github.io/\n{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n좋음.\n"
    )
    assert entry.url == URL
    assert words(entry) == ["https://project.github.io/", "좋음."]


def test_links_below_the_head_are_references() -> None:
    text = NOTE.replace("재미있는 방향입니다.", "https://arxiv.org/abs/2407.20311")
    entry = one(text)
    assert entry.arxiv_id == "2408.16293"
    assert entry.references == ("2310.13798", "2407.20311")


def test_a_list_of_addresses_has_no_own_link() -> None:
    entry = one(f"{URL}\nhttps://arxiv.org/abs/2407.20311\n\n이번 달에 나온 둘.\n")
    assert entry.arxiv_id is None
    assert entry.references == ("2408.16293", "2407.20311")


def test_an_address_below_an_introduction_is_the_own_link() -> None:
    entry = one(f"화제가 된 논문.\n\n{URL}\n\n시각화 모델들은 비슷하다는 주장입니다.\n")
    assert entry.arxiv_id == "2408.16293"
    assert words(entry)[0] == "화제가 된 논문."


def test_several_papers_in_one_note_are_several_entries() -> None:
    second = (
        "https://arxiv.org/abs/2310.12773\n\n"
        "*Safe RLHF: Safe Reinforcement Learning* (Josef Dai, Xuehai Pan)\n\n"
        "보상 모델이 둘인 경우.\n\n#rlhf\n"
    )
    digest = read(NOTE.partition("#llm")[0] + second)
    assert [entry.arxiv_id for entry in digest.entries] == ["2408.16293", "2310.12773"]
    assert [entry.tags for entry in digest.entries] == [("rlhf",), ("rlhf",)]
    assert {entry.date for entry in digest.entries} == {"2024-08-30"}
    assert digest.entries[1].line == 11


@pytest.mark.parametrize(
    "title", ["Title: A  Title\u3000of It", "제목:  A Title of \t It"]
)
def test_a_labelled_title_has_no_gaps(title: str) -> None:
    assert one(f"{URL}\n\n{title}\n(Ada Lovelace)\n\n좋음.\n").title == "A Title of It"


@pytest.mark.parametrize(
    "line",
    [
        "**[A Bold Title](https://arxiv.org/abs/2408.00010)**",
        "*[Ada Moor](https://arxiv.org/find/1), [Bo Ek](https://arxiv.org/find/2)*",
        f"{URL} [A Further Thing](https://example.org/x)",
    ],
)
@pytest.mark.parametrize("head", ["", f"{URL}\n\n"])
def test_the_words_of_links_in_a_head_are_kept(head: str, line: str) -> None:
    entry = one(f"{head}{line}\n\n좋은 논문입니다.\n")
    assert all(paragraph.text.strip() for paragraph in entry.commentary)
    kept = f"{entry.title} {entry.authors} {entry.commentary}"
    assert all(word in kept for word in re.findall("[A-Z][a-z]+", line))


@pytest.mark.parametrize("line", ["**", "_", "* *", "__ _"])
def test_marks_without_words_below_a_title_are_no_names(line: str) -> None:
    entry = one(f"{URL}\n\n*A Title of It*\n{line}\n\n좋은 논문입니다.\n")
    assert entry.title == "A Title of It"
    assert entry.authors == ()


@pytest.mark.parametrize(
    "names", ["Ada Lee, Bo Wu", "*Ada Lee, Bo Wu*", "_Ada Lee, Bo Wu_"]
)
@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        (" (NeurIPS 2017)", "NeurIPS 2017"),
        (", ICLR 2022", "ICLR 2022"),
        (" · 2024", "2024"),
        (" (NeurIPS'17)", "NeurIPS'17"),
        (" — Findings of ACL 2023", "Findings of ACL 2023"),
        ("", ""),
    ],
)
def test_the_venue_behind_names_is_commentary(
    names: str, behind: str, venue: str
) -> None:
    entry = one(f"# A Title\n{names}{behind}\n<{URL}>\n\n> {ABSTRACT}\n\n좋음.\n")
    assert entry.authors == ("Ada Lee", "Bo Wu")
    assert (entry.url, entry.abstract) == (URL, ABSTRACT)
    assert words(entry) == [*([venue] if venue else []), "좋음."]


HEAD = "*A Title (or Two)* (Ada Lee, Bo Wu)\n\n> One.\n\n좋음.\n"
CODE = "https://github.com/a/b"


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        (f"{URL} (v1, 2/14) — demo: {CODE}", [f"(v1, 2/14) — demo: {CODE}"]),
        (f"{URL} 하나\n{CODE} (official)", ["하나", f"{CODE} (official)"]),
        (f"{URL}\n{CODE} (official code)", [f"{CODE} (official code)"]),
        (f"{CODE} 공식 코드\n{URL}", [CODE, "공식 코드"]),
        (f"{CODE}, {URL}", [CODE]),
        (f"{URL}, 하나", ["하나"]),
        (f"{URL}\n참고: {CODE}, 비교: {CODE}/c", [f"참고: {CODE}, 비교: {CODE}/c"]),
        (f"논문 링크 : {URL}\n\n코드 : {CODE} (비공식)", [f"코드 : {CODE} (비공식)"]),
        (f"논문: <{URL}> / 코드: {CODE}", [CODE]),
        (f"Paper: [arXiv]({URL}), Project page: {CODE}", [CODE]),
    ],
)
def test_words_beside_an_address_do_not_hide_the_title(
    beside: str, said: list[str]
) -> None:
    entry = one(f"{beside}\n\n{HEAD}")
    assert (entry.title, entry.authors) == ("A Title (or Two)", ("Ada Lee", "Bo Wu"))
    assert (entry.url, entry.abstract) == (URL, "One.")
    assert words(entry) == [*said, "좋음."]


def test_prose_beside_the_address_without_a_title_below_stays_prose() -> None:
    entry = one(f"{URL} 하나 (둘)\n\n셋입니다. (넷)\n")
    assert entry.title == "Physics of Language Models"
    assert words(entry) == ["하나 (둘)", "셋입니다. (넷)"]


def test_authors_may_stand_in_wide_parentheses() -> None:
    entry = one(
        f"{URL}\n\n*中文标题：关于大模型* （张三、李四）\n\n> 摘要。\n\n很好。\n"
    )
    assert entry.title == "中文标题：关于大模型"
    assert entry.authors == ("张三", "李四")
    assert (entry.abstract, words(entry)) == ("摘要。", ["很好。"])


def test_a_title_whose_end_the_file_name_has_shorter() -> None:
    name = "v/240726 AI achieves silver-medal standard solving IMO problems.md"
    title = "AI achieves silver-medal standard solving Mathematical Olympiad problems"
    entry = read(f"https://a.b/c\n\n{title}\n\n좋음.\n", name).entries[0]
    assert (entry.title, words(entry)) == (title, ["좋음."])


def test_words_beside_an_address_do_not_take_the_title_of_the_next_paper() -> None:
    other = "https://arxiv.org/abs/2408.00001"
    digest = read(f"{URL} 하나\n\n{other}\n*B Title* (Ada Lee, Bo Wu)\n\n둘.\n")
    assert [entry.url for entry in digest.entries] == [URL, other]
