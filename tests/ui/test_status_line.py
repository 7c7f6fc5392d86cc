"""Messages wait for each other; what answers a key does not. Nothing is cut amiss."""

import pytest
from textual.app import App, ComposeResult

from tuireader.ui.keys import HINTS_LEFT_OUT, KEYS
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


def test_every_hint_but_the_one_for_help_can_be_left_out() -> None:
    hinted = {key.id for key in KEYS if key.hint}
    assert hinted == {*HINTS_LEFT_OUT, "help"}


@pytest.mark.parametrize("width", range(1, 130))
async def test_hints_are_whole_and_help_is_the_last_to_go(width: int) -> None:
    hints = {f"{key.hint}" for key in KEYS if key.hint}
    async with Line().run_test(size=(width, 5)) as pilot:
        text = shown(pilot.app.query_one(StatusLine))
        assert "…" not in text
        told = [part.split(" ", 1)[1] for part in text.strip().split("  ") if part]
        assert set(told) <= hints
        assert ("help" in told) is (width >= 8)
        assert ("quit" in told) is (width >= 16)
        if width >= 100:
            assert set(told) == hints


@pytest.mark.parametrize("width", [60, 70, 80, 100, 120])
async def test_a_message_leaves_help_its_place(width: int) -> None:
    async with Line().run_test(size=(width, 5)) as pilot:
        line = pilot.app.query_one(StatusLine)
        line.say("word " * 40)
        assert shown(line).startswith(" ? help ")
        line.say("read 1 file")
        assert "? help  q quit" in shown(line)


ARXIV = "https://arxiv.org/abs/2408.16293"
LONG = f"https://example.org/{'a-very-long-way/' * 9}"


@pytest.mark.parametrize("subject", [ARXIV, LONG, "no link here: a title search"])
@pytest.mark.parametrize(
    "words",
    [
        "copied",
        "sent to the terminal",
        "copied to tmux, sent to the terminal",
        "opened",
    ],
)
async def test_what_was_copied_and_how_sure_that_is_fit_eighty_columns(
    subject: str, words: str
) -> None:
    async with Line().run_test(size=(80, 5)) as pilot:
        line = pilot.app.query_one(StatusLine)
        line.say(f"{words}{' and more' * 20}" if subject != LONG else words,
                 subject=subject)  # fmt: skip
        text = shown(line)
        assert words.split(",", maxsplit=1)[0] in text
        assert subject[:30] in text
        assert "? help" in text


DAMAGED = (
    "/home/someone/.local/share/tuireader/state.json was damaged and has been moved "
    "aside; what it held was taken from its backup"
)


@pytest.mark.parametrize("severity", ["warning", "error"])
async def test_what_is_longer_than_the_line_is_told_in_parts(severity: str) -> None:
    async with Line().run_test(size=(80, 5)) as pilot:
        line = pilot.app.query_one(StatusLine)
        line.say(DAMAGED, severity)
        first = shown(line)
        line._next()
        told = f"{first} {shown(line)}".replace("? help", "").replace("q quit", "")
        assert " ".join(told.replace("…", " ").split()) == DAMAGED
        assert "? help" in shown(line)
        line._next()
        assert (shown(line) == first) is (severity == "error"), "an error stays"
        line.say("copied")
        assert "copied" in shown(line)
        line._next()
        assert "backup" not in shown(line)
