"""What is offered while typing, with the counts the caller gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.papers import TODAY
from tuireader.query import Query
from tuireader.query.complete import completions, named

TAGS = [("rl", 313), ("reasoning", 295), ("World_Model", 12), ("a tag", 3), ("한글", 2)]
AUTHORS = [("Kim Minsu", 9), ("Ana Ruiz", 4), ("Le, Quoc", 1), ("Openai", 1)]


def _offered(text: str, cursor: int | None = None, limit: int = 8) -> list[str]:
    cursor = len(text) if cursor is None else cursor
    return [each.text for each in completions(text, cursor, TAGS, AUTHORS, limit)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("", []),
        ("kim ", []),
        ("t", ["tag:", "title:", "text:"]),
        ("ta", ["tag:", 'tag:"a tag"']),
        ("re", ["tag:reasoning"]),
        ("wo", ["tag:World_Model"]),
        ("mod", ["tag:World_Model"]),
        ("한", []),
        ("한글", ["tag:한글"]),
        ("min", ['author:"Kim Minsu"']),
        ("tag:r", ["tag:rl", "tag:reasoning", "tag:World_Model"]),
        ("#rea", ["#reasoning"]),
        ("-#rea", ["-#reasoning"]),
        ("kim -tag:world-m", ["kim -tag:World_Model"]),
        ("tag:rl,re", ["tag:rl,reasoning"]),
        ("tag:rl,r", ["tag:rl,reasoning", "tag:rl,World_Model"]),
        ('tag:"a t', ['tag:"a tag"']),
        ('tag:"a tag"', []),
        ("author:q", ['author:"Le, Quoc"']),
        ('author:"kim m', ['author:"Kim Minsu"']),
        ("author:op", ['author:"Openai"']),
        ("is:", [f"is:{state}" for state in ("unread", "read", "starred", "queued")]),
        ("is:un", ["is:unread"]),
        ("is:read,un", ["is:read,unread"]),
        ("has:l", ["has:link"]),
        ("sort:t", ["sort:title"]),
        ("date:y", ["date:yesterday"]),
        ("after:3", ["after:30d", "after:3m"]),
        ("title:x", []),
        ('"re', []),
        ("(re", ["(tag:reasoning"]),
        ("re)", []),
    ],
)
def test_offers(text: str, offered: list[str]) -> None:
    assert _offered(text)[: len(offered) or 1] == offered


def test_an_empty_value_offers_what_is_listed_most_first() -> None:
    found = completions("tag:", 4, TAGS, AUTHORS, 2)
    assert [(each.label, each.count) for each in found] == [
        ("rl", 313),
        ("reasoning", 295),
    ]
    assert _offered("tag:rl,", limit=1) == ["tag:rl,reasoning"]


def test_what_follows_the_cursor_stays() -> None:
    (found,) = completions("kim re date:2024", 6, TAGS)
    assert found.text == "kim tag:reasoning date:2024"
    assert found.text[: found.cursor] == "kim tag:reasoning"
    assert (found.kind, found.label, found.count) == ("tag", "reasoning", 295)


@given(st.text(alphabet='ktagre:#-"\\(),. 한', max_size=20), st.integers(0, 20))
def test_any_text_has_offers_and_each_is_a_query(text: str, cursor: int) -> None:
    for each in completions(text, cursor, TAGS, AUTHORS):
        assert each.text.endswith(text[cursor:])
        assert each.label
        before = Query.parse(each.text[: each.cursor], TODAY)
        assert each.kind == "field" or before.is_valid


def test_names_of_saved_searches_go_on_after_an_at_sign() -> None:
    found = named("@mo", ["Mo E", "other", "modal"])
    assert [(each.text, each.cursor) for each in found] == [("@Mo E", 5), ("@modal", 6)]
