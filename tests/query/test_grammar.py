"""What each form of the language finds, and that no text is too odd to be a query."""

import pytest

from tests.query.papers import EVERY, PAPERS, TODAY, found
from tuireader.query import Query

ALL = list(EVERY)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ALL),
        ("   ", ALL),
        # Words: substrings of everything, whatever the case.
        ("diffusion", [1, 5]),
        ("DIFFU", [1, 5]),
        ("kim", [0, 2]),
        ("모델", [0, 1]),
        ("straße", [4]),
        ("STRASSE", [4]),
        ("müller", [4]),
        ("mu\u0308ller", [4]),  # decomposed, as macOS names files
        ("top-2", [0]),
        # Several words, phrases.
        ("diffusion rewards", [5]),
        ("diffusion AND rewards", [5]),
        ('"diffusion without"', [1]),
        ('"Diffusion  Without"', [1]),
        ('"강화 학습"', [2]),
        ('"OR"', [3]),
        # Only capitals are operators.
        ("vision or image", [3]),
        ("diffusion and rewards", []),
        ("diffusion not rewards", []),
        # Precedence: NOT, then AND, then OR.
        ("experts OR reasoned", [0, 2]),
        ("diffusion rewards OR experts", [0, 5]),
        ("experts OR diffusion rewards", [0, 5]),
        ("(experts OR diffusion) tears", [1]),
        ("diffusion -rewards", [1]),
        ("diffusion NOT rewards", [1]),
        ("-diffusion -kim", [3, 4]),
        ("-(diffusion OR kim)", [3, 4]),
        ("-(diffusion rewards)", [0, 1, 2, 3, 4]),
        ("--diffusion", [1, 5]),
        ("NOT -diffusion", [1, 5]),
        ('-"diffusion without" diffusion', [5]),
        ("((diffusion)) (rewards)", [5]),
        # Tags.
        ("#moe", [0]),
        ("tag:moe", [0]),
        ("TAG:MoE", [0]),
        ("tag:#moe", [0]),
        ("tag:auto-regressive", [0]),
        ("tag:AUTO_REGRESSIVE", [0]),
        ("#rl,moe", [0, 2, 5]),
        ("tag:rl tag:diffusion", [5]),
        ("tag:vision", [3]),
        ("tag:vision*", [1, 3]),
        ("tag:vision_*", [1, 3]),
        ('tag:"vision*"', []),
        ('tag:"a tag"', [4]),
        ('tag:moe,"a tag"', [0, 4]),
        ("-tag:rl diffusion", [1]),
        ("-#rl,moe", [1, 3, 4]),
        # Other fields.
        ("author:kim", [0, 2]),
        ("author:kim,le", [0, 1, 2, 4]),
        ('author:"quoc le"', [1]),
        ('author:"kim jiwoo"', [2]),
        ('author:"kim j"', [2]),
        ('author:"minsu, ana"', [0]),
        ("-author:kim tag:rl", [5]),
        ("title:diffusion", [1, 5]),
        ("title:moe", []),
        ("abstract:policy", [5]),
        ("note:moe", [4]),
        ("commentary:moe", [4]),
        ("text:moe", [0, 4]),
        ('title:"rewards, reasoned"', [2]),
        ("title:rewards,", [2]),
        # Things had and done.
        ("is:unread", [0, 2, 4, 5]),
        ("is:starred,queued", [1, 2]),
        ("-is:unread", [1, 3]),
        ("is:noted", [3]),
        ("has:abstract", [0, 1, 3, 5]),
        ("-has:abstract", [2, 4]),
        ("has:references", [1]),
        ("has:tags -has:link", [4, 5]),
        # Ids.
        ("id:2408.16293", [0]),
        ("id:2408.16293v3", [0]),
        ("id:2408", [0]),
        ("id:24", [0, 1]),
        ("id:2408.16293,2407.00001", [0, 1]),
        ("id:hep-th/9901001", [2]),
        ("id:url:example.org", [3]),
        ("2408.16293", [0]),
        ("arXiv:2408.16293", [0]),
        ("https://arxiv.org/abs/2408.16293v2", [0]),
        ("https://arxiv.org/pdf/2408.16293.pdf,", [0]),
        ("http://alphaxiv.org/abs/2408.16293", [0]),
        ("-2408.16293 kim", [2]),
        ('"2401.01862"', [1]),
        ("text:2401.01862", [1]),
        # Unknown fields are text.
        ("2:1", [1]),
        ("https://example.org/x?a=1", [3]),
        ("foo:bar", []),
        # A pasted address of another place finds its paper.
        ("https://example.org/dawn", [3]),
        ("http://www.Example.org/da", [3]),
        ("https://example.org", [3]),
        ("-https://example.org/dawn kim", [0, 2]),
        ("https://", [3]),
        ("(top-2)", [0]),
        # Fuzzy.
        ("~difusion", [1, 5]),
        ("~transfromers", [3]),
        ('~"vision transfomers"', [3]),
        ("~rl", [2, 5]),
        ("-~difusion ~rewrads", [2]),
        # Initial consonants.
        ("ㅎㅅ", [1, 2]),
        ("ㄱㅎ", [2]),
        ('"ㄱㅎ ㅎㅅ"', [2]),
        ("title:ㄱㅎ", []),
        # Order does not filter.
        ("sort:title", ALL),
        ("kim sort:old", [0, 2]),
    ],
)
def test_a_query_finds(text: str, rows: list[int]) -> None:
    assert found(text) == rows
    assert Query.parse(text, TODAY).problems == ()


@pytest.mark.parametrize(
    ("text", "rows", "tokens"),
    [
        ('"diffusion wi', [1], ['"diffusion wi']),
        ('kim title:"rew', [2], ['title:"rew']),
        ("(diffusion", [1, 5], ["("]),
        ("(diffusion OR", [1, 5], ["(", "OR"]),
        ("diffusion)", [1, 5], [")"]),
        ("kim) rewards", [2], [")"]),
        ("kim ()", [0, 2], ["("]),
        ("kim tag:", [0, 2], ["tag:"]),
        ("kim -tag:", [0, 2], ["tag:"]),
        ("kim #", [0, 2], ["#"]),
        ("kim tag:,", [0, 2], ["tag:,"]),
        ("kim ~", [0, 2], ["~"]),
        ('kim ""', [0, 2], ['""']),
        ("kim date:", [0, 2], ["date:"]),
        ("kim OR", [0, 2], ["OR"]),
        ("OR kim", [0, 2], ["OR"]),
        ("kim OR OR tears", [0, 1, 2], ["OR"]),
        ("kim AND", [0, 2], ["AND"]),
        ("AND kim", [0, 2], ["AND"]),
        ("kim NOT", [0, 2], ["NOT"]),
        ("kim -", [0, 2], ["-"]),
        ("kim - rewards", [2], ["-"]),
        ("kim sort:", [0, 2], ["sort:"]),
        ("kim -sort:old", [0, 2], ["sort:old"]),
    ],
)
def test_what_is_unfinished_is_named_and_the_rest_holds(
    text: str, rows: list[int], tokens: list[str]
) -> None:
    query = Query.parse(text, TODAY)

    assert query.select(PAPERS, EVERY) == rows
    assert [problem.token for problem in query.problems] == tokens
    assert all(text[each.start :].startswith(each.token) for each in query.problems)
    assert query.is_valid


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("kim date:2024-13", "date:2024-13"),
        ("kim date:2024-02-30", "date:2024-02-30"),
        ("kim date:soon", "date:soon"),
        ("kim date:2024..x", "date:2024..x"),
        ("kim date:..", "date:.."),
        ("kim date:0000", "date:0000"),
        ("kim after:1", "after:1"),
        ("kim before:30q", "before:30q"),
        ("kim is:unre", "is:unre"),
        ("kim has:cake", "has:cake"),
        ("kim sort:colour", "sort:colour"),
    ],
)
def test_a_value_that_means_nothing_makes_the_query_invalid(
    text: str, token: str
) -> None:
    query = Query.parse(text, TODAY)

    assert [problem.token for problem in query.problems] == [token]
    assert not query.is_valid
    assert query.select(PAPERS, EVERY) == [0, 2]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("kim", "new"),
        ("sort:old kim", "old"),
        ("kim sort:TITLE", "title"),
        ("(kim sort:match)", "match"),
        ("sort:old sort:title", "title"),
        ("sort:old -sort:title", "old"),
    ],
)
def test_the_last_order_named_holds(text: str, sort: str) -> None:
    assert Query.parse(text, TODAY).sort == sort
