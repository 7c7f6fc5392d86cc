"""Sets of events: merged in any order, any number of times, with one outcome."""

from hypothesis import given
from hypothesis import strategies as st

from tests.store.events import PAPERS, event
from tuireader.domain.events import BASELINE, NOTE, QUEUE, STAR, Event, value_in
from tuireader.store.event_lines import from_line, to_line
from tuireader.store.registers import Registers

Events = list[Event]


def registers(*files: Events) -> Registers:
    made = Registers()
    for file in files:
        made.take(file)
    return made


def merged(*files: Events) -> Events:
    return list(registers(*files).events())


sets = st.lists(event(), max_size=12)


@given(sets, sets)
def test_whose_events_come_first_does_not_matter(one: Events, other: Events) -> None:
    assert merged(one, other) == merged(other, one)
    for keys in PAPERS:
        assert registers(one, other).fields(keys) == registers(other, one).fields(keys)


@given(sets, sets, sets)
def test_nor_how_files_are_grouped(one: Events, two: Events, three: Events) -> None:
    assert merged(merged(one, two), three) == merged(one, merged(two, three))


@given(sets)
def test_taking_events_again_changes_nothing(events: Events) -> None:
    found = registers(events)
    assert found.take(events) == []
    assert found.take(found.events()) == []
    assert merged(events, events) == merged(events)


@given(sets)
def test_what_is_exported_is_all_that_counts(events: Events) -> None:
    lines = [to_line(each) for each in registers(events).events()]
    again = registers(list(map(from_line, lines)))
    for keys in PAPERS:
        assert again.fields(keys) == registers(events).fields(keys)


def done(time: int, kind: str, value: "bool | str | float | None") -> Event:
    return Event(f"e{time}", time, kind, value, PAPERS[:1])


def test_the_last_one_counts_and_of_a_baseline_the_first() -> None:
    events = [done(1, NOTE, "old"), done(2, NOTE, "new")]
    assert value_in(registers(events[::-1]).fields(PAPERS[0]), NOTE) == "new"
    events = [done(1, BASELINE, "2024"), done(2, BASELINE, "2025")]
    assert value_in(registers(events).fields(PAPERS[0]), BASELINE) == "2024"


def test_a_paper_is_found_under_any_of_its_keys() -> None:
    found = registers([done(1, STAR, True)])
    for keys in (PAPERS[0], PAPERS[0][:1], PAPERS[0][1:], ("url:x", "title:physics")):
        assert value_in(found.fields(keys), STAR) is True
    assert found.fields(("title:other",)) == {}


def test_a_star_before_the_link_was_found_is_there_behind_it() -> None:
    found = registers([Event("a", 1, STAR, True, (("title:physics",),))])
    assert value_in(found.fields(("arxiv:2408.16293", "title:physics")), STAR) is True
    found.take([Event("b", 2, STAR, False, (("arxiv:2408.16293", "title:physics"),))])
    assert value_in(found.fields(("title:physics",)), STAR) is False


def test_a_title_with_another_id_is_another_paper() -> None:
    found = registers([done(1, STAR, True)])
    assert found.fields(("arxiv:2401.00001", "title:physics")) == {}


def test_the_queue_has_each_paper_once_in_order_of_its_place() -> None:
    first, before, _, post, _ = PAPERS
    found = registers(
        [
            Event("a", 1, QUEUE, 2.0, (before,)),
            Event("b", 2, QUEUE, 1.0, (post,)),
            Event("c", 3, QUEUE, 0.5, (first,)),
            Event("d", 4, QUEUE, 0.1, (("title:gone",),)),
            Event("e", 5, QUEUE, None, (("title:gone",),)),
        ]
    )
    assert [place for _keys, place in found.queue()] == [0.5, 1.0]
    assert found.queue()[1][0] == post
