"""Author lists: told from other parentheses, split into names."""

import pytest

from tuireader.formats.author_lists import author_list, split_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lovelace, Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace, Alan Turing and Kurt Gödel",
         ("Ada Lovelace", "Alan Turing", "Kurt Gödel")),
        ("Ada Lovelace, Alan Turing, and Kurt Gödel",
         ("Ada Lovelace", "Alan Turing", "Kurt Gödel")),
        ("Ada Lovelace & Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace; Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace et al.", ("Ada Lovelace", "et al.")),
        ("Ada Lovelace et al., 2024", ("Ada Lovelace", "et al.")),
        ("Ada Lovelace, Bo Wu, et al.", ("Ada Lovelace", "Bo Wu", "et al.")),
        ("Sammy Davis, Jr., Ada Lovelace", ("Sammy Davis, Jr.", "Ada Lovelace")),
        ("Rai (Michael Pokorny), Jan Leike", ("Rai (Michael Pokorny)", "Jan Leike")),
        ("DeepSeek-AI (with Ada Lovelace, Alan Turing)",
         ("DeepSeek-AI (with Ada Lovelace, Alan Turing)",)),
        ("Center for Language and Speech Processing",
         ("Center for Language and Speech Processing",)),
        ("Nvidia: Bo Adler, Niket Agarwal", ("Nvidia: Bo Adler", "Niket Agarwal")),
        ("Vinh Q. Tran, Éric de la Cour", ("Vinh Q. Tran", "Éric de la Cour")),
        ("김성현, 이영희", ("김성현", "이영희")),
        ("김성현 외 3명", ("김성현", "외 3명")),
        ("Ada Lovelace, Bo Wu 외 12인", ("Ada Lovelace", "Bo Wu", "외 12인")),
        ("김성현 외", ("김성현", "외")),
        ("山田太郎ほか", ("山田太郎", "ほか")),
        ("山田太郎, Bo Wu ほか3名", ("山田太郎", "Bo Wu", "ほか3名")),
        ("Ada Lovelace, Bo Wu 他", ("Ada Lovelace", "Bo Wu", "他")),
        ("Ada Lovelace 等", ("Ada Lovelace", "等")),
        ("张三、李四等5人", ("张三", "李四", "等5人")),
        ("Qwen Team", ("Qwen Team",)),
        ("Ada Lovelace,", ("Ada Lovelace",)),
    ],
)  # fmt: skip
def test_names_are_split_outside_parentheses(text: str, names: tuple[str, ...]) -> None:
    assert split_authors(text) == names
    assert author_list(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "via Twitter",
        "see below",
        "정식 논문은 아닙니다",
        "물론 이는 최종 답을 사용해서 데이터를 필터링 할 수 있었던 덕이 있었겠죠.",
        "This is a release note, not a paper.",
        "https://arxiv.org/abs/2408.16293",
        "1, 2, 3",
        "which is, as they say, what everybody expected of them",
    ],
)
def test_other_parentheses_name_no_authors(text: str) -> None:
    assert author_list(text) == ()


def test_where_the_place_tells_nothing_a_lone_name_does_not_suffice() -> None:
    assert author_list("Anthropic") == ("Anthropic",)
    assert author_list("Anthropic", strict=True) == ()
    assert author_list("Qwen Team", strict=True) == ("Qwen Team",)
    assert author_list("Ada Lovelace, Alan Turing", strict=True)


def test_one_odd_name_does_not_spoil_a_list() -> None:
    names = "Zhibin Gou, Zhihong Shao, Yeyun Gong, yelong shen, Yujiu Yang"
    assert len(author_list(names)) == 5


def test_a_thousand_authors_are_a_list() -> None:
    names = ", ".join(f"Given{n} Family" for n in range(1000))
    assert len(author_list(names, strict=True)) == 1000
