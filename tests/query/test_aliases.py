"""Tags that count as others: asked for under either name, edited under one."""

from tests.query.papers import PAPERS, TODAY, found
from tuireader.domain.identity import resolved_aliases
from tuireader.query import Query

ALIASES = {"reinforcement-learning": "rl", "autoregressive": "auto-regressive"}


def test_an_alias_finds_the_papers_of_the_tag_it_counts_as() -> None:
    for text in (
        "#Reinforcement_Learning",
        "tag:reinforcement-learning,gan",
        "#reinf*",
    ):
        query = Query.parse(text, TODAY, ALIASES)
        assert query.select(PAPERS, range(6)) == found("#rl")
    excluded = Query.parse("-(#x OR #reinforcement-learning)", TODAY, ALIASES)
    assert excluded.select(PAPERS, range(6)) == found("-#rl")


def test_edits_know_that_both_are_one_tag() -> None:
    query = Query.parse("#reinforcement_learning kim", TODAY, ALIASES)
    assert query.tags == {"rl"}
    assert query.tag_required("rl")
    assert query.tag_required("reinforcement-learning")
    assert query.toggle_tag("rl").text == "kim"
    assert query.without_last().tags == {"rl"}
    assert Query.parse("", TODAY, ALIASES).with_tag("autoregressive").tags == {
        "auto-regressive"
    }


def test_aliases_lead_to_where_the_last_one_leads_and_never_in_a_circle() -> None:
    assert resolved_aliases({"A_b": "c", "c": "D", "x": "X", "y": "z", "z": "y"}) == {
        "a-b": "d",
        "c": "d",
    }
