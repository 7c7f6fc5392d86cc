"""What holds of every query, tried on queries and papers that nobody thought of."""

from hypothesis import example, given
from hypothesis import strategies as st

from tests.query.papers import EVERY, PAPERS, SAMPLES, TODAY, Columns, Sample
from tuireader.domain.identity import canonical_tag
from tuireader.query import Query
from tuireader.text import sanitise

_PLAIN = """
    a b ab abc kim moe diffusion "ab" #moe #rl #rl,moe tag:rl,moe,gan tag:r*
    tag:rl* title:a title:ab author:kim author:"Kim" author:"ki" author:k,"le"
    abstract:a note:b text:ab
    date:2024 date:2024-08 date:2023..2024 after:2024-02 before:2024-08 after:30d
    date:undated date:2024,2022 is:read is:read,starred is:unread has:link has:abstract
    id:2408.16293 id:24 2408.16293 ㅎ ㅎㅅ 학 학습 ~difusion sort:old sort:match
    tag: ( ) - NOT OR AND " f(x) 2:1 https://a.b/c
    https:// https://a https://a.b
"""
PIECES = st.sampled_from([*_PLAIN.split(), '"a b"', 'tag:"a tag"', "\n"])
QUERIES = st.lists(PIECES, max_size=7).map(" ".join)
TIGHT = st.lists(st.one_of(PIECES, st.sampled_from([" ", "-", "("])), max_size=9).map(
    "".join
)
DAYS = st.sampled_from(["", "2022-05-05", "2023-06-01", "2024-02-29", "2024-08-30"])
LIBRARIES = st.lists(
    st.builds(
        Sample,
        title=st.sampled_from(["a b", "ab", "abc", "Diffusion", "학습 a", "f(x) 2:1"]),
        authors=st.sampled_from(["", "Kim", "Le, Kim", "Kimi", "Le Ki"]),
        tags=st.sets(st.sampled_from(["moe", "RL", "rl_x", "gan", "a tag"])).map(tuple),
        dates=st.lists(DAYS, max_size=3).map(tuple),
        abstract=st.sampled_from(["", "a", "b ab"]),
        commentary=st.sampled_from(["", "b", "강화 학습"]),
        keys=st.sampled_from([(), ("arxiv:2408.16293",), ("url:a.b/c", "title:ab")]),
        states=st.sampled_from([frozenset({"read"}), frozenset({"unread", "starred"})]),
    ),
    max_size=8,
).map(Columns)


def _select(query: Query, papers: Columns) -> list[int]:
    return list(query.select(papers, range(len(papers.samples))))


@given(st.text() | QUERIES | TIGHT)
def test_every_text_is_a_query_and_reads_back_as_itself(text: str) -> None:
    query = Query.parse(text, TODAY)

    assert query.text == sanitise(text)
    assert Query.parse(query.text, TODAY) == query
    assert set(query.select(PAPERS, EVERY)) <= set(EVERY)
    for problem in query.problems:
        assert query.text[problem.start :].startswith(problem.token)
    query.describe()


@example("-(-:")
@given(st.text(alphabet='ab:#-~*"\\(),. \t한ORNT', max_size=30) | QUERIES | TIGHT)
def test_the_plain_spelling_means_the_same_and_has_no_problems(text: str) -> None:
    query = Query.parse(text, TODAY)
    plain = Query.parse(query.canonical, TODAY)

    assert plain.clauses == query.clauses
    assert plain.sort == query.sort
    assert plain.problems == ()
    assert plain.canonical == query.canonical
    for clause in query.clauses:
        assert Query.parse(clause.text, TODAY).root == clause.node


@given(QUERIES, QUERIES, LIBRARIES)
def test_going_on_from_what_a_wider_query_found_finds_the_same(
    text: str, other: str, papers: Columns
) -> None:
    query, wider = Query.parse(text, TODAY), Query.parse(other, TODAY)
    if query.narrows(wider):
        assert query.select(papers, _select(wider, papers)) == _select(query, papers)


@given(QUERIES, PIECES, LIBRARIES)
def test_a_clause_more_narrows(text: str, piece: str, papers: Columns) -> None:
    query = Query.parse(text, TODAY)
    longer = query.with_clause(piece)

    assert longer.narrows(query)
    assert query.narrows(query)
    assert set(_select(longer, papers)) <= set(_select(query, papers))


@given(QUERIES, QUERIES, LIBRARIES)
def test_or_is_union_not_is_complement_and_order_is_kept(
    text: str, other: str, papers: Columns
) -> None:
    one, two = Query.parse(text, TODAY), Query.parse(other, TODAY)
    if one.is_empty or two.is_empty:
        return
    every = range(len(papers.samples))
    first, second = _select(one, papers), _select(two, papers)
    either = Query.parse(f"({one.canonical} ) OR ({two.canonical} )", TODAY)
    neither = Query.parse(f"-({one.canonical} )", TODAY)

    assert _select(either, papers) == sorted({*first, *second})
    assert _select(neither, papers) == [row for row in every if row not in first]
    backwards = list(reversed(every))
    assert one.select(papers, backwards) == [row for row in backwards if row in first]


@given(QUERIES, LIBRARIES)
def test_each_dated_match_can_be_shown_under_a_day_it_matches(
    text: str, papers: Columns
) -> None:
    query = Query.parse(text, TODAY)
    for row in _select(query, papers):
        days = papers.dates[row] if any(papers.dates[row]) else ("",)
        answers = [query.matches_date(day) for day in days]
        assert answers == [None] * len(days) or any(answers)


@given(QUERIES, LIBRARIES)
def test_the_last_step_leaves_what_the_query_finds(text: str, papers: Columns) -> None:
    query = Query.parse(text, TODAY)
    steps = list(query.steps(papers, range(len(papers.samples))))

    assert [step.clause for step in steps] == list(query.clauses)
    if steps:
        assert steps[-1].left == len(_select(query, papers))
    lefts = [len(papers.samples), *(step.left for step in steps)]
    assert lefts == sorted(lefts, reverse=True)


@given(QUERIES, LIBRARIES)
def test_the_culprit_is_the_clause_that_leaves_most_when_dropped(
    text: str, papers: Columns
) -> None:
    query = Query.parse(text, TODAY)
    rows = range(len(papers.samples))
    if query.is_empty or query.select(papers, rows):
        return
    *_looks, culprit = query.culprits(papers, rows)

    left = {
        each: len(query.without(each).select(papers, rows)) for each in query.clauses
    }
    most = max(left.values())
    assert (culprit.without if culprit else 0) == most
    assert culprit is None or left[culprit.clause] == most


@given(QUERIES, st.text(min_size=1, max_size=12))
def test_any_tag_can_be_required_excluded_and_let_go(text: str, tag: str) -> None:
    tag = sanitise(tag)
    name = canonical_tag(tag.strip())
    query = Query.parse(text, TODAY)
    required = query.with_tag(tag)
    excluded = required.toggle_tag(tag, exclude=True)
    if not name:
        return

    assert name in required.tags
    assert not required.problems
    assert name in excluded.excluded_tags
    assert name not in excluded.tags
    assert not {name} & excluded.toggle_tag(tag, exclude=True).excluded_tags
    assert required.toggle_tag(tag).tags == query.tags - {name}
    assert Query.parse(required.text, TODAY) == required
    assert required.sort == query.sort


@given(QUERIES)
def test_a_clause_taken_away_leaves_the_others(text: str) -> None:
    query = Query.parse(text, TODAY)
    while not query.is_empty:
        last = query.clauses[-1]
        shorter = query.without_last()
        assert shorter.clauses == query.clauses[:-1]
        assert last not in query.without(last).clauses
        query = shorter
    assert query.select(PAPERS, EVERY) == list(range(len(SAMPLES)))
