"""The filter as the reader sees and changes it: chips, errors, order, matches."""

from rich.cells import cell_len
from rich.segment import Segment

from tests.ui.conftest import Opened
from tests.ui.looking import filtered, screen_of, settled, shown
from tuireader.query import Query
from tuireader.ui.messages import TagChosen
from tuireader.ui.screens.picker import PickerScreen
from tuireader.ui.widgets.chips import chip_at, chips_of
from tuireader.ui.widgets.detail_head import DetailHead
from tuireader.ui.widgets.filter_line import FilterLine
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.text_pane import TextPane


def underlined(segments: list[Segment]) -> list[str]:
    return [part.text for part in segments if part.style and part.style.underline]


async def test_each_condition_is_a_chip_with_its_own_count(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model -#ssm after:2024")
        line = shown(pilot).split("\n")[0]
        for clause in screen.library.query.clauses:
            alone = screen.library.matching(Query.parse(clause.text))
            words = f"−#{clause.tag}" if clause.tag else clause.text
            assert f" {words} {len(alone)} × " in line


async def test_a_click_on_the_cross_removes_that_condition(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model -#ssm after:2024")
        line = screen.query_one(FilterLine)
        first, second, third = line.chips
        await pilot.click(line, offset=(1 + first.cells + 1 + second.cells - 2, 0))
        await settled(pilot)
        assert [each.text for each in screen.library.query.clauses] == [
            first.words,
            third.words,
        ]
        assert isinstance(screen.focused, PaperList)


async def test_escape_gives_back_the_filter_and_the_paper_of_before(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        papers = screen.query_one(PaperList)
        await settled(pilot, "j", "j", "j")
        row = papers.row
        assert row > 0
        await settled(pilot, "slash", *"xyz")
        assert papers.row < 0
        await settled(pilot, "escape")
        assert papers.row == row
        await settled(pilot, "k", "slash", "escape")
        assert papers.row == row - 1


async def test_escape_gives_back_the_paper_of_when_the_line_was_opened(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        papers = screen.query_one(PaperList)
        await settled(pilot, "slash", "e")
        await pilot.click(papers, offset=(10, 2))  # the line is left with the mouse
        await settled(pilot, "j")
        row = papers.row
        assert row > 0
        await settled(pilot, "slash", *"xyz", "escape")
        assert papers.row == row


async def test_a_click_on_the_line_lets_the_reader_type(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model")
        for offset in ((3, 0), (60, 0)):
            await pilot.click(screen.query_one(FilterLine), offset=offset)
            await settled(pilot)
            assert screen.query_one(FilterLine).is_open
            await settled(pilot, "escape")
            assert screen.library.query.text == "model"


async def test_backspace_drops_the_only_condition_or_asks_which(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model after:2024")
        await pilot.press("backspace")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PickerScreen)
        await settled(pilot, *"mod", "enter")
        assert screen.library.query.text == "after:2024"
        await settled(pilot, "backspace")
        assert screen.library.query.is_empty
        await pilot.press("backspace")
        await pilot.pause()
        assert "no filter" in shown(pilot)


async def test_an_empty_list_names_what_emptied_it_and_a_key_drops_that(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model qqqq after:2024")
        assert len(screen.library) == 0
        assert "qqqq" in shown(pilot).split("\n")[3]
        await settled(pilot, "backspace")
        assert screen.library.query.text == "model after:2024"
        assert len(screen.library) > 0


async def test_what_is_wrong_is_named_below_the_line_and_the_list_stays(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model")
        await pilot.press("slash", *"is:odd")
        await pilot.pause()
        valid = Query.parse("model")
        assert len(screen.library) == len(screen.library.matching(valid)) > 0
        below = "\n".join(shown(pilot).split("\n")[1:3])
        assert "is:odd: is: knows unread" in below
        await pilot.press(*["backspace"] * 3)
        await pilot.pause()
        assert "is: knows" not in shown(pilot)
        assert screen.library.query.text == "model is:"


async def test_a_wrong_filter_that_is_kept_leaves_the_last_valid_one(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model")
        await settled(pilot, "slash", *"sort:odd", "enter")
        assert screen.library.query.clauses == Query.parse("model").clauses
        assert "sort: knows" in shown(pilot).split("\n")[-1]


async def test_what_is_typed_after_a_filter_is_a_condition_more(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model")
        await settled(pilot, "slash", *"after:2024", "enter")
        assert screen.library.query.text == "model after:2024"
        await settled(pilot, "slash", *"xyz", "escape")
        assert screen.library.query.text == "model after:2024"
        await settled(pilot, "slash", "enter")
        assert screen.library.query.text == "model after:2024"


async def test_tab_without_a_completion_stays_in_the_line(opened: Opened) -> None:
    async with opened() as pilot:
        await settled(pilot, "slash", *"qqqq", "tab", "r", "enter")
        assert screen_of(pilot).library.query.text == "qqqqr"


async def test_the_order_cycles_and_the_list_says_which_it_is(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        seen = []
        for _ in range(4):
            await settled(pilot, "S")
            seen.append((screen.library.query.sort, screen.library.title_at(0)))
        assert [sort for sort, _ in seen] == ["old", "title", "new", "old"]
        assert "oldest" in shown(pilot)
        await filtered(pilot, "model sort:title")
        await settled(pilot, "S")
        assert screen.library.query.sort == "match"
        assert "best match" in shown(pilot)
        assert " sort:match × " in shown(pilot).split("\n")[0]


async def test_words_of_the_filter_are_underlined_in_list_and_paper(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "mamba")
        papers = screen.query_one(PaperList)
        lines = [papers.render_line(y) for y in range(papers.size.height)]
        marked = [text for line in lines for text in underlined(list(line))]
        assert marked
        assert {text.casefold() for text in marked} == {"mamba"}
        head = screen.query_one(DetailHead)
        panes = [head, *screen.query(TextPane)]
        texts = [
            text.casefold()
            for pane in panes
            for y in range(pane.size.height)
            for text in underlined(list(pane.render_line(y)))
        ]
        assert len(texts) > 1
        assert set(texts) == {"mamba"}
        await settled(pilot, "escape")
        assert not underlined(list(papers.render_line(1)))


def test_a_chip_is_hit_where_it_is_drawn_whatever_its_width() -> None:
    chips = chips_of(Query.parse('"강화 학습" moe #rl'))
    first, second, third = chips
    assert first.cells == cell_len(first.words) + 4
    assert chip_at(chips, 0) == (first, False)
    assert chip_at(chips, first.cells - 2) == (first, True)
    assert chip_at(chips, first.cells) is None
    assert chip_at(chips, first.cells + 2) == (second, False)
    assert chip_at(chips, first.cells + second.cells + third.cells + 2) is None


async def test_a_word_is_underlined_only_where_it_is_looked_for(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "title:model")
        papers = screen.query_one(PaperList)
        line = papers.draw_line(papers.cursor, 120)
        assert [word.casefold() for word in underlined(list(line))] == ["model"]
        for pane in screen.query(TextPane):
            drawn = [pane.draw_line(at, 60) for at in range(pane.line_count)]
            assert not [word for strip in drawn for word in underlined(list(strip))]


async def test_edits_build_on_what_was_asked_last(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model")
        screen.post_message(TagChosen("ssm"))
        screen.post_message(TagChosen("llm", exclude=True))
        await settled(pilot)
        assert screen.library.query.canonical == "model tag:ssm -tag:llm"


async def test_escape_drops_the_order_when_no_condition_is_left(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "model sort:title")
        await settled(pilot, "escape")
        assert screen.library.query.text == "sort:title"
        await settled(pilot, "escape")
        assert screen.library.query.text == ""
        assert "sort:" not in shown(pilot).split("\n")[0]
