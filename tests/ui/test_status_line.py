"""Messages wait for each other; what answers a key does not."""

from textual.app import App, ComposeResult

from tuireader.ui.theme import DARK_THEME
from tuireader.ui.widgets.status_line import StatusLine


class Line(App[None]):
    """Nothing but the line."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK_THEME)
        self.theme = DARK_THEME.name

    def compose(self) -> ComposeResult:
        yield StatusLine()


def shown(line: StatusLine) -> str:
    return line.render_line(0).text


async def test_what_waits_comes_after_what_is_shown() -> None:
    async with Line().run_test(size=(120, 5)) as pilot:
        line = pilot.app.query_one(StatusLine)
        line.say("first", waits=True)
        line.say("second", waits=True)
        assert "first" in shown(line)
        line._next()
        assert "second" in shown(line)
        line._next()
        assert "second" not in shown(line)


async def test_an_answer_to_a_key_is_shown_at_once_and_loses_nothing() -> None:
    async with Line().run_test(size=(120, 5)) as pilot:
        line = pilot.app.query_one(StatusLine)
        line.say("first", waits=True)
        line.say("second", waits=True)
        line.say("copied: https://arxiv.org/abs/2408.16293")
        assert "copied" in shown(line)
        line._next()
        assert "second" in shown(line)


async def test_an_error_stays_until_something_else_is_said() -> None:
    async with Line().run_test(size=(120, 5)) as pilot:
        line = pilot.app.query_one(StatusLine)
        line.say("broken", "error")
        assert "broken" in shown(line)
        line.say("read 3 files", waits=True)
        line._next()
        assert "read 3 files" in shown(line)
