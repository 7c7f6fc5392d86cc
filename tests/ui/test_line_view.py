"""Views that draw a line once show at any time what they would draw anew."""

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from tuireader.ui.theme import DARK, DARK_THEME
from tuireader.ui.widgets.line_view import LineView

LINES = 60


class Numbers(LineView):
    """Says on each line its number and a word that can change."""

    word = "first"
    drawn = 0

    @property
    def line_count(self) -> int:
        return LINES

    def draw_line(self, line: int, width: int) -> Strip:
        self.drawn += 1
        text = f"{self.word} {line}"
        return Strip([Segment(text)]).adjust_cell_length(width)


class NumbersApp(App[None]):
    """Two views above each other."""

    CSS = """
    LineView { height: 1fr; border: round red; &:focus { border: round green; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK_THEME)
        self.theme = DARK

    def compose(self) -> ComposeResult:
        yield Numbers(id="one")
        yield Numbers(id="two")

    @property
    def one(self) -> Numbers:
        return self.query_one("#one", Numbers)


def whole(view: Numbers) -> list[str]:
    """What is on the screen of a view, edges and all."""
    size = view.outer_size
    return [strip.text for strip in view.render_lines(Region(0, 0, *size))]


async def test_scrolling_draws_what_came_into_view() -> None:
    async with NumbersApp().run_test(size=(40, 24)) as pilot:
        view = await settled(pilot)
        view.drawn = 0
        view.scroll_lines(1)
        await pilot.pause()
        # The line itself, the first one for its edges, and two ends of the scroll bar.
        assert view.drawn <= 4 < view.page
        assert [line[1:9].strip() for line in whole(view)[1:3]] == [
            "first 1",
            "first 2",
        ]


async def test_every_line_is_as_wide_as_the_view_after_it_was_resized() -> None:
    async with NumbersApp().run_test(size=(40, 24)) as pilot:
        await settled(pilot)
        for width in (30, 55, 12):
            await pilot.resize_terminal(width, 24)
            view = await settled(pilot)
            assert {len(line) for line in whole(view)} == {width}


async def test_what_changed_is_drawn_anew() -> None:
    async with NumbersApp().run_test(size=(40, 24)) as pilot:
        view = await settled(pilot)
        view.word = "second"
        view.refresh_line_at(1)
        await pilot.pause()
        assert [line[1:7] for line in whole(view)[1:4]] == [
            "first ",
            "second",
            "first ",
        ]
        view.refresh()
        await pilot.pause()
        assert whole(view)[1][1:7] == "second"


async def test_edges_follow_the_focus() -> None:
    async with NumbersApp().run_test(size=(40, 24)) as pilot:
        view = await settled(pilot)
        colours = []
        for other in ("#two", "#one"):
            pilot.app.set_focus(pilot.app.query_one(other))
            await pilot.pause()
            edge = next(iter(view.render_lines(Region(0, 1, 40, 1))[0]))
            assert edge.style
            colours.append(edge.style.color)
        assert colours[0] != colours[1]


async def test_lines_kept_do_not_grow_with_the_lines_seen() -> None:
    async with NumbersApp().run_test(size=(40, 24)) as pilot:
        view = await settled(pilot)
        for top in [*range(LINES), *range(LINES, 0, -1)] * 3:
            view.scroll_lines(top)
            whole(view)
        assert len(view._drawn) <= 1_000 + view.page


async def settled(pilot: Pilot[None]) -> Numbers:
    app = pilot.app
    assert isinstance(app, NumbersApp)
    await pilot.pause()
    return app.one
