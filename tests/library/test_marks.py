"""Marks on the papers of a library: queries, counts, undo, and what they follow."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader.domain.events import PaperState
from tuireader.domain.paper import Paper
from tuireader.library.history import Change
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.library.tally import StateCounts
from tuireader.query import Query
from tuireader.store.state import State

ALL = 4


def listed(library: Library, query: str) -> list[str]:
    found = library.matching(Query.parse(query))
    return [found.title_at(row).split()[0] for row in range(len(found))]


def counted_anew(library: Library) -> StateCounts:
    """Return the counts of a library as if it had just been opened."""
    states = [library.state_at(row) for row in range(len(library))]
    unread = [row for row, state in enumerate(states) if not state.read]
    days: dict[str, int] = {}
    tags: dict[str, int] = {}
    own = library.view.tags
    whole = library.matching(Query.parse(""))
    again: dict[str, int] = {}
    for row in unread:
        for start in elsewhere(library.paper_at(row)):
            again[start] = again.get(start, 0) + 1
        days[library.date_at(row)] = days.get(library.date_at(row), 0) + 1
        number = whole.row_of(library.key_at(row))
        assert number is not None
        for tag in own[number]:
            tags[tag] = tags.get(tag, 0) + 1
    return StateCounts(
        len(unread),
        sum(state.starred for state in states),
        sum(state.queue is not None for state in states),
        sum(bool(state.note) for state in states),
        days,
        tags,
        again,
    )


def elsewhere(paper: Paper) -> set[str]:
    """The years, months and days of a paper under which it is not listed."""
    days = {seen.date for seen in paper.appearances if seen.date} | {paper.date}
    starts = {day[:end] for day in days for end in (4, 7, 10)}
    return starts - {paper.date[:end] for end in (4, 7, 10)}


def test_marks_are_seen_by_rows_and_queries(library: Library) -> None:
    papers = list(library.listed_papers())
    marks = library.marks
    assert marks.set_starred(papers[2:3], True) == Change("starred", 1)
    assert marks.set_queued(papers[1:3], True) == Change("2 papers queued", 2)
    marks.set_note(papers[3], " a note \r\n")
    marks.add_tags(papers[3:], ["#My_Own", "scaling law"])
    assert library.state_at(2) == PaperState(True, True, 2.0)
    assert library.state_at(3) == PaperState(
        True, note="a note", tags=("My_Own", "scaling-law")
    )
    assert listed(library, "is:starred") == ["Training"]
    assert listed(library, "is:queued") == ["A", "Training"]
    assert listed(library, "is:noted") == listed(library, "#my-own") == ["Scaling"]
    assert listed(library, "my-own") == ["Scaling"], "a bare word finds a tag"
    marks.remove_tags(papers, ["my_own"])
    assert listed(library, "#my-own") == listed(library, "my-own") == []
    assert library.state_of(papers[3]).tags == ("scaling-law",)


def test_what_is_marked_already_is_no_change(library: Library) -> None:
    papers = list(library.listed_papers())
    library.marks.set_starred(papers, True)
    version = library.marks.version
    assert library.marks.set_starred(papers[:2], True) is None
    assert library.marks.set_queued(papers, False) is None
    assert library.marks.set_note(papers[0], "") is None
    assert library.marks.remove_tags(papers, ["none", "#"]) is None
    assert library.marks.set_read([], True) is None
    assert library.marks.version == version


def test_a_listed_paper_stays_until_the_query_is_run_again(library: Library) -> None:
    unread = library.matching(Query.parse("is:unread"))
    assert len(unread) == 1
    library.marks.set_read([unread.paper_at(0)], True)
    assert len(unread) == 1
    assert unread.state_at(0).read
    assert len(unread.matching(unread.query)) == 0
    library.marks.undo()
    # Narrower than what is listed, which does not hold it any more.
    narrowed = unread.matching(unread.query).matching(Query.parse("is:unread no"))
    assert len(narrowed) == 1


def test_own_tags_count_in_facets_once(library: Library) -> None:
    library.build_state()
    papers = list(library.listed_papers())
    library.marks.add_tags(papers, ["llm", "Mine"])
    tags = {tag.tag: (tag.label, tag.count) for tag in library.facets.tags}
    assert tags["llm"] == ("llm", ALL)
    assert tags["mine"] == ("Mine", ALL)
    some = library.matching(Query.parse("scaling"))
    assert {tag.tag: tag.count for tag in some.facets.tags}["mine"] == len(some)
    library.marks.undo()
    assert "mine" not in {tag.tag for tag in library.facets.tags}


def test_undo_and_redo_go_through_every_change(library: Library) -> None:
    papers = list(library.listed_papers())
    marks = library.marks
    assert marks.undo() is None
    marks.set_read(papers, True)
    marks.set_note(papers[0], "one")
    marks.set_note(papers[0], "two")
    assert marks.undo() == Change("undone: noted", 1)
    assert library.state_at(0).note == "one"
    assert marks.undo()
    assert marks.undo() == Change("undone: marked read", 1)
    assert marks.undo() is None
    assert library.state_at(0) == PaperState(read=True), "it was there long ago"
    assert library.state_at(1) == PaperState()
    for _ in range(3):
        assert marks.redo()
    assert marks.redo() is None
    assert library.state_at(0) == PaperState(read=True, note="two")
    assert library.state_at(1).read
    marks.undo()
    marks.set_starred(papers, True)
    assert marks.redo() is None, "something else was done since"


def test_marking_all_that_is_listed_is_one_step(library: Library) -> None:
    library.marks.set_read(list(library.listed_papers()), False)
    assert listed(library, "is:read") == []
    library.marks.set_read(list(library.listed_papers()), True)
    assert listed(library, "is:unread") == []
    change = library.marks.undo()
    assert change == Change(f"undone: {ALL} papers marked read", ALL)
    assert len(listed(library, "is:unread")) == ALL


def test_undo_leaves_what_another_program_changed_since(
    vault: Path, cache: Path, tmp_path: Path
) -> None:
    here = Loader([vault], cache, State.open(tmp_path / "state")).refresh().library
    there = Loader([vault], cache, State.open(tmp_path / "state")).refresh().library
    papers = list(here.listed_papers())
    here.marks.set_note(papers[0], "mine")
    here.marks.set_starred(papers[:2], True)
    there.marks.set_note(papers[0], "theirs")
    there.marks.set_starred(papers[:1], False)
    assert here.marks.undo()
    assert not here.state_at(1).starred
    assert here.marks.undo() is None, "nothing of it is left to undo"
    assert here.state_at(0).note == "theirs"


def test_the_queue_is_kept_in_the_order_that_is_wished(library: Library) -> None:
    papers = list(library.listed_papers())
    marks = library.marks
    marks.set_queued(papers, True)

    def order() -> list[int]:
        keys = [paper.keys for paper in papers]
        return [keys.index(queued) for queued in marks.queue()]

    marks.move_in_queue(papers[3], -2)
    assert order() == [0, 3, 1, 2]
    marks.move_in_queue(papers[0], 9)
    assert order() == [3, 1, 2, 0]
    assert marks.move_in_queue(papers[0], 1) is None
    for _ in range(30):  # places between two others run out
        for number in (2, 1):
            assert marks.move_in_queue(papers[number], -1)
            assert order().index(number) == 1
    assert order() == [3, 1, 2, 0]
    for _ in range(60):
        assert marks.undo()
    assert order() == [3, 1, 2, 0]
    marks.set_queued(papers[1:2], False)
    assert marks.move_in_queue(papers[1], 1) is None
    assert order() == [3, 2, 0]


DO = {
    "read": lambda marks, papers: marks.set_read(papers, True),
    "unread": lambda marks, papers: marks.set_read(papers, False),
    "star": lambda marks, papers: marks.set_starred(papers, True),
    "unstar": lambda marks, papers: marks.set_starred(papers, False),
    "queue": lambda marks, papers: marks.set_queued(papers, True),
    "unqueue": lambda marks, papers: marks.set_queued(papers, False),
    "up": lambda marks, papers: marks.move_in_queue(papers[0], -1),
    "note": lambda marks, papers: marks.set_note(papers[0], "noted"),
    "no note": lambda marks, papers: marks.set_note(papers[0], ""),
    "tag": lambda marks, papers: marks.add_tags(papers, ["mine", "llm"]),
    "untag": lambda marks, papers: marks.remove_tags(papers, ["mine"]),
}  # fmt: skip
doings = st.tuples(
    st.sampled_from(sorted(DO)),
    st.lists(st.integers(0, ALL - 1), min_size=1, max_size=3, unique=True),
)


def states(library: Library) -> list[PaperState]:
    return [library.state_at(row) for row in range(len(library))]


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(doings, max_size=8), st.data())
def test_whatever_is_done_can_be_undone_redone_and_counted(
    vault: Path, cache: Path, done: list[tuple[str, list[int]]], data: st.DataObject
) -> None:
    library = Loader([vault], cache).refresh().library
    library.warm()
    some = library.matching(Query.parse("llm OR is:unread"))
    papers = list(library.listed_papers())
    steps = [states(library)]
    for what, numbers in done:
        change = DO[what](library.marks, [papers[number] for number in numbers])
        if change:
            steps.append(states(library))
        if data.draw(st.booleans()):
            assert library.counts == counted_anew(library)
            assert some.counts == counted_anew(some)
    for step in steps[-2::-1]:
        assert library.marks.undo()
        assert states(library) == step
    assert library.marks.undo() is None
    for step in steps[1:]:
        assert library.marks.redo()
        assert states(library) == step
    assert library.marks.redo() is None
    assert library.counts == library.all_counts == counted_anew(library)
    assert some.counts == counted_anew(some)
