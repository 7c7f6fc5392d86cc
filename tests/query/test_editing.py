"""Edits are text that the reader can read, and go on editing."""

from collections import Counter

import pytest

from tests.query.papers import TODAY
from tuireader.query import Query, narrowing
from tuireader.query.dates import Days
from tuireader.query.node import Node
from tuireader.query.nodes import days_of


def _query(text: str) -> Query:
    return Query.parse(text, TODAY)


@pytest.mark.parametrize(
    "clause", ['author:"Adam Roberts"', "is:unread", "tag:moe", "date:2024-08"]
)
def test_what_is_toggled_replaces_its_opposite(clause: str) -> None:
    query = _query("kim").toggled(f"-{clause}")
    assert query.text == f"kim -{clause}"
    assert query.toggled(clause).text == f"kim {clause}"
    assert query.toggled(clause).toggled(f"-{clause}").text == f"kim -{clause}"


def test_a_day_that_is_chosen_is_no_longer_excluded() -> None:
    query = _query("kim -date:2024-08-01 -date:2024-08-02")
    assert query.toggle_date("2024-08-02").text == (
        "kim -date:2024-08-01 date:2024-08-02"
    )


def test_a_tag_is_added_once_and_replaces_its_opposite() -> None:
    query = _query("kim").with_tag("MoE")
    assert query.text == "kim tag:MoE"
    assert query.with_tag("moe") == query
    assert query.with_tag("moe", exclude=True).text == "kim -tag:moe"
    assert query.tags == {"moe"}
    assert query.tag_required("MOE") is True
    assert query.tag_required("gan") is None


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("a b", 'tag:"a b"'),
        ("a,b", 'tag:"a,b"'),
        ("vision*", 'tag:"vision*"'),
        ('say "x"', 'tag:"say \\"x\\""'),
        ("f(x)", 'tag:"f(x)"'),
        ("한글", "tag:한글"),
        ("c++", "tag:c++"),
        ("a:b", "tag:a:b"),
    ],
)
def test_a_tag_is_quoted_where_it_needs_it(tag: str, text: str) -> None:
    assert _query("").with_tag(tag).text == text
    assert _query("").with_tag(tag).tag_required(tag) is True


def test_alternatives_keep_together_when_a_clause_joins_them() -> None:
    query = _query("experts OR sparse").with_tag("rl")
    assert query.text == "(experts OR sparse) tag:rl"
    assert [clause.text for clause in query.clauses] == [
        "(experts OR sparse)",
        "tag:rl",
    ]
    assert query.without_last().text == "experts OR sparse"


def test_what_is_left_unfinished_does_not_survive_an_edit() -> None:
    assert _query('(kim "deep le').with_tag("rl").text == 'kim "deep le" tag:rl'
    assert _query("kim tag: is:").with_tag("rl").text == "kim tag:rl"


def test_days_replace_days() -> None:
    query = _query("kim after:2023 date:2024").with_date("2024-08")
    assert query.text == "kim date:2024-08"
    assert query.dates == {"2024-08"}
    assert query.toggle_date("2024-08").text == "kim"
    assert query.toggle_date("2024-07").text == "kim date:2024-07"
    assert query.with_date("").text == "kim date:undated"
    assert query.with_date("").toggle_date("").text == "kim"
    assert query.without_date().text == "kim"


def test_a_clause_is_toggled_by_meaning_not_by_spelling() -> None:
    query = _query("kim #Auto_Regressive")
    assert query.toggled("tag:auto-regressive").text == "kim"
    assert query.toggled("is:unread").text == "kim tag:Auto_Regressive is:unread"
    assert query.toggled("KIM").text == "tag:Auto_Regressive"


def test_the_order_stays_at_the_end() -> None:
    query = _query("sort:old kim").with_tag("rl")
    assert query.text == "kim tag:rl sort:old"
    assert query.with_sort("new").text == "kim tag:rl"
    assert _query("a OR b").with_sort("title").text == "(a OR b) sort:title"
    assert query.without_last().without_last().text == "sort:old"


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        ("diff", "diffusion"),
        ("diff", "title:diffusion"),
        ("diffusion", "diffusion moe"),
        ("a OR b", "a"),
        ("a OR b", "a c"),
        ("-diffusion", "-diff"),
        ("tag:vision*", "#vision-language"),
        ("#rl,moe", "#rl"),
        ("date:2024", "date:2024-08"),
        ("after:2023", "after:2024 before:2025"),
        ("after:2023 before:2025", "date:2024"),
        ("is:read,starred", "is:read"),
        ("id:24", "id:2408.16293"),
        ("ㅎ", "학습"),
        ("https://a.b/c", "https://a.b/cd"),
        ("ㅎㅅ", "ㅎㅅㅎ"),
        ('"(" kim', 'kim "(a"'),
    ],
)
def test_typing_on_narrows(wider: str, narrower: str) -> None:
    assert _query(narrower).narrows(_query(wider))
    assert not _query(wider).narrows(_query(narrower))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2408.1629", "2408.16293"),
        ("title:a", "abstract:a"),
        ("tag:moe", "moe"),
        ("date:2024", "-date:2023"),
        ("after:2023 kim", "after:2023 before:2025"),
        ("ㅎ", "ㅎ학"),
        ("~moe", "moe"),
        ("https://a.b/c", "a.b"),
        ("https://a.b", "https://a.b/"),
        ('"ei li"', 'author:"wei li"'),
    ],
)
def test_typing_otherwise_does_not(one: str, other: str) -> None:
    assert not _query(one).narrows(_query(other))


@pytest.mark.parametrize(
    ("condition", "order"), [("is:unread", "interest"), ("is:queued", "queue")]
)
def test_an_order_goes_with_the_condition_that_it_was_for(
    condition: str, order: str
) -> None:
    query = _query(f"{condition} kim sort:{order}")
    assert query.without(query.clauses[0]).text == "kim"
    assert query.toggled(condition).text == "kim"
    assert query.without(query.clauses[1]).text == f"{condition} sort:{order}"
    assert _query(f"{condition} sort:{order}").without_last().text == ""
    assert _query(f"{condition} sort:old").without_last().text == "sort:old"
    assert _query(f"kim rl sort:{order}").without_last().text == f"kim sort:{order}"


def test_a_pasted_page_is_compared_without_looking_at_all_of_it_for_each_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: Counter[int] = Counter()

    def counting(node: Node) -> Days | None:
        looked_at[id(node)] += 1
        return days_of(node)

    monkeypatch.setattr(narrowing, "days_of", counting)
    page, longer = _query("word more " * 500), _query("word more " * 500 + "last")
    assert longer.narrows(page) in {True, False}
    assert max(looked_at.values()) <= 2


@pytest.mark.parametrize(
    ("text", "finished", "left_out"),
    [
        ('kim author:"', "kim", ['author:"']),
        ('author:"Ada L', 'author:"Ada L"', []),
        ("kim OR", "kim", ["OR"]),
        ("kim tag: sort:old", "kim sort:old", ["tag:"]),
        ("(kim", "kim", ["("]),
        ("is:odd", "", ["is:odd"]),
        ("kim  moe", "kim  moe", []),
    ],
)
def test_a_finished_query_holds_what_was_understood(
    text: str, finished: str, left_out: list[str]
) -> None:
    query = _query(text)
    assert query.finished.text == finished
    assert not query.finished.problems
    assert [problem.token for problem in query.left_out] == left_out
