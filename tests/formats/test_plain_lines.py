"""Lines that only their place explains: names without parentheses, addresses."""

import textwrap
from collections.abc import Sequence

import pytest

from tests.formats.samples import ABSTRACT, DIGEST, source
from tuireader.domain.entry import Digest
from tuireader.formats import read_digest


def read(text: str) -> Digest:
    digest = read_digest(source(text, "digest.txt"))
    assert digest.format == "plain", digest.problems
    return digest


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("tags", ["", "#moe\n"])
def test_names_between_title_and_arxiv_address_are_authors(gap: str, tags: str) -> None:
    text = "2024-08-30\n"
    for number in (1, 2):
        text += f"\nPaper of the Day {number}\nAda Lovelace, Alan Turing\n"
        text += (
            f"https://arxiv.org/abs/2408.0000{number}v2\n{ABSTRACT}\n좋습니다.\n{tags}"
        )
    for number, entry in enumerate(read(text.replace("\n", gap)).entries, start=1):
        assert entry.title == f"Paper of the Day {number}"
        assert entry.authors == ("Ada Lovelace", "Alan Turing")
        assert entry.url == f"https://arxiv.org/abs/2408.0000{number}"
        assert entry.arxiv_id == f"2408.0000{number}"
        assert entry.abstract == ABSTRACT
        assert [paragraph.text for paragraph in entry.commentary] == ["좋습니다."]


@pytest.mark.parametrize("line", ["Models, Data", "A Subtitle of It", "Qwen 2, Yi 3"])
def test_other_words_above_an_arxiv_address_are_no_authors(line: str) -> None:
    text = f"2024-08-30\nPaper of the Day\n{line}\nhttps://arxiv.org/abs/2408.00001\n"
    (entry,) = read(text + "좋습니다.\n#moe\n").entries
    assert entry.authors == ()
    assert line in entry.commentary[0].text


def test_an_arxiv_address_below_the_abstract_is_its_own_link() -> None:
    address = "https://arxiv.org/abs/2408.16293"
    above = read(DIGEST.replace(ABSTRACT, f"{ABSTRACT}\n{address}")).entries[0]
    assert (above.url, above.arxiv_id) == (address, "2408.16293")
    assert len(above.commentary) == 2
    below = read(DIGEST.replace("#llm #rea", f"{address}\n#llm #rea")).entries[0]
    assert below.arxiv_id is None
    assert below.references == ("2407.20311", "2408.16293")


def test_a_wrapped_abstract_below_a_blank_line_is_no_second_title() -> None:
    wrapped = "\n".join(textwrap.wrap(ABSTRACT, 72))
    text = "2024-08-30\n"
    for name in ("First", "Second"):
        text += f"\n{name} Paper of the Day\n(Ada Lovelace, Alan Turing)\n\n{wrapped}\n"
        text += "\nI like this one. It is short.\n"
    first, second = read(text).entries
    assert second.title == "Second Paper of the Day"
    assert first.abstract == second.abstract == ABSTRACT
    assert [x.text for x in first.commentary] == ["I like this one. It is short."]


@pytest.mark.parametrize("name", ["esc.txt", "2024-08-30.txt"])
def test_odd_characters_lose_no_text_of_a_short_digest(name: str) -> None:
    text = (
        "2024-08-30\nTitle \ufffd]52;c;x\n(Evil \ufffd Author, [/])\n모델.\n#llm #c#\n"
    )
    digest = read_digest(source(text, name))
    (entry,) = digest.entries
    assert entry.title == "Title \ufffd]52;c;x"
    assert entry.authors == ("Evil \ufffd Author", "[/]")
    assert [x.text for x in entry.commentary] == ["모델."]
    assert entry.tags == ("llm", "c#")


@pytest.mark.parametrize(
    "marks", ["①②③", "❶❷❸", ("1.", "2.", "3."), ("[1/3]", "[2/3]", "[3/3]")]
)
def test_the_number_behind_the_last_marks_a_title(marks: Sequence[str]) -> None:
    """The third has neither authors nor tags: only its mark tells that it is one."""
    text = "2024-08-30\n"
    for mark in marks[:2]:
        text += f"{mark} A Paper\n(Ada Lovelace, Alan Turing)\n좋은 모델입니다.\n"
    text += f"{marks[2]} Another Paper of the Day\n좋은 모델입니다.\n"
    assert [entry.title for entry in read(text).entries] == [
        "A Paper", "A Paper", "Another Paper of the Day",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["C - #1 이었네요.", "단, • #2 가 더 낫습니다."])
def test_a_bullet_before_a_hash_within_a_line_stays(line: str) -> None:
    (entry,) = read(
        f"2024-08-30\nPaper of the Day\n(Ada Lovelace, Bo Wu)\n{line}\n- #moe\n"
    ).entries
    assert [paragraph.text for paragraph in entry.commentary] == [line]
    assert entry.tags == ("moe",)


@pytest.mark.parametrize(
    "line", ["🔥 #1 논문입니다.", "🥇 #1", "👍 #llm 중 최고입니다."]
)
def test_a_picture_before_a_hash_that_is_no_tag_stays(line: str) -> None:
    (entry,) = read(
        f"2024-08-30\nPaper of the Day\n(Ada Lovelace, Bo Wu)\n{line}\n🏷️ #moe #x y\n"
    ).entries
    assert [paragraph.text for paragraph in entry.commentary] == [line]
    assert entry.tags == ("moe", "x y")


@pytest.mark.parametrize("names", ["김성현 외 3명", "Ada Lovelace 외 3명"])
@pytest.mark.parametrize(
    "form", ["({})", "{}", "저자: {}", "{}\nhttps://arxiv.org/abs/2"]
)
def test_others_that_are_counted_are_no_person(names: str, form: str) -> None:
    below = form.format(names).replace("abs/2", "abs/2408.00001")
    text = f"2024-08-30\n\nPaper of the Day\n{below}\n좋은 모델입니다.\n#moe\n"
    (entry,) = read(text).entries
    assert entry.authors == (names.removesuffix(" 외 3명"), "외 3명")
    assert [x.text for x in entry.commentary] == ["좋은 모델입니다."]


@pytest.mark.parametrize(
    "words", ["모델, 데이터", "우리, 그리고 외 없음", "By the way"]
)
def test_words_below_a_title_are_no_names(words: str) -> None:
    text = f"2024-08-30\n\nPaper of the Day\n{words}\n좋은 모델입니다.\n#moe\n"
    assert read(text).entries[0].authors == ()
