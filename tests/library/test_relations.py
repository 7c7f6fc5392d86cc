"""Which entries are one paper."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tuireader.library.relations import related

ONE, TWO = "arxiv:2408.00001", "arxiv:2408.00002"
BLOG = "url:example.org/blog"

entries = st.lists(
    st.tuples(
        st.sampled_from(["", ONE, TWO, BLOG, "url:example.org/other"]),
        st.sampled_from(["", "attention", "scaling", "mixtures"]),
    ),
    max_size=12,
)


def groups(*entries: tuple[str, str]) -> tuple[tuple[int, ...], ...]:
    return related(
        [link for link, _title in entries], [title for _link, title in entries]
    )


def test_entries_that_share_nothing_are_apart() -> None:
    assert groups((ONE, "a"), (TWO, "b"), ("", "c"), (BLOG, "d")) == ()


def test_a_link_joins_whatever_the_titles() -> None:
    assert groups((ONE, "a"), (TWO, "x"), (ONE, "b")) == ((0, 2),)
    assert groups((BLOG, "a"), (BLOG, "b")) == ((0, 1),)


def test_a_title_joins_those_without_a_link_to_the_one_with() -> None:
    assert groups(("", "a"), (ONE, "a"), ("", "a")) == ((0, 1, 2),)
    assert groups((BLOG, "a"), (ONE, "a")) == ((0, 1),)


def test_a_title_never_joins_different_arxiv_ids() -> None:
    assert groups((ONE, "a"), (TWO, "a")) == ()


def test_a_title_of_different_ids_says_nothing_about_those_without() -> None:
    assert groups((ONE, "a"), ("", "a"), (TWO, "a"), ("", "a")) == ((1, 3),)


def test_neither_does_a_chain_of_titles_join_different_ids() -> None:
    found = groups((ONE, "a"), (BLOG, "a"), (BLOG, "b"), (TWO, "b"))
    assert not any({0, 3} <= set(group) for group in found)


def test_no_title_is_no_shared_title() -> None:
    assert groups(("", ""), ("", "")) == ()


@given(entries, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(
    found: list[tuple[str, str]], shuffler: random.Random
) -> None:
    order = list(range(len(found)))
    shuffler.shuffle(order)
    there = groups(*(found[place] for place in order))
    back = {tuple(sorted(order[place] for place in group)) for group in there}
    assert back == set(groups(*found))


@given(entries)
def test_every_group_has_at_most_one_arxiv_id(found: list[tuple[str, str]]) -> None:
    for group in groups(*found):
        ids = {found[entry][0] for entry in group} & {ONE, TWO}
        assert len(ids) <= 1
        assert list(group) == sorted(set(group))
