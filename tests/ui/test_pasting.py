"""What is pasted is text to look for: of whatever lines, wherever the keys are."""

import pytest
from textual import events

from tests.ui.conftest import Opened
from tests.ui.looking import screen_of, settled
from tuireader.query.pasting import query_of_paste
from tuireader.ui.pastes import Pastes
from tuireader.ui.widgets.filter_line import FilterLine


@pytest.mark.parametrize(
    ("pasted", "query"),
    [
        ("attention", "attention"),
        ("Physics of\n  Language: Part 2\n", "Physics of Language: Part 2"),
        ("\n\r\n\tattention", "attention"),
        ("two  blanks", "two  blanks"),
        ("https://arxiv.org/abs/2312.00752v2\nhttp://arxiv.org/pdf/2305.18290\n",
         "id:2312.00752,2305.18290"),
        ("2312.00752\nwhat is this", "2312.00752 what is this"),
        ("https://arxiv.org/abs/2312.00752v2\n", "https://arxiv.org/abs/2312.00752v2"),
        ("\n", ""),
        ("a\x1b[31mb\x07", "a\ufffd[31mb\ufffd"),
    ],
)  # fmt: skip
def test_lines_that_are_pasted_are_one_filter(pasted: str, query: str) -> None:
    assert query_of_paste(pasted) == query


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 100])
def test_no_escape_that_is_pasted_reaches_the_keys(size: int) -> None:
    sent = "\x1b[A\x1b[200~a\x1b[31mq\x1b\x1b[20\x1b[201~\x1b[B\x1b[200~\x1b[201~j\x1b"
    pastes = Pastes()
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    assert "".join(map(pastes.cleaned, pieces)) == (
        "\x1b[A\x1b[200~a[31mq[20\x1b[201~\x1b[B\x1b[200~\x1b[201~j\x1b"
    )


@pytest.mark.parametrize("opened_before", [True, False])
async def test_a_paste_goes_into_the_filter_wherever_the_keys_are(
    opened: Opened,
    opened_before: bool,  # noqa: FBT001
) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        if opened_before:
            await settled(pilot, "slash")
        lines = "https://arxiv.org/abs/2312.00752v2\nhttps://arxiv.org/pdf/2305.18290\n"
        pilot.app.post_message(events.Paste(lines))
        await settled(pilot)
        while screen.asked.text != "id:2312.00752,2305.18290":
            await pilot.pause(0.01)
        assert screen.query_one(FilterLine).is_open
        await settled(pilot, "enter")
        keys = {screen.library.key_at(row) for row in range(len(screen.library))}
        assert keys == {"arxiv:2312.00752", "arxiv:2305.18290"}


async def test_a_name_that_is_pasted_is_one_line(opened: Opened) -> None:
    async with opened() as pilot:
        await settled(pilot, "t")
        pilot.app.post_message(events.Paste("\nscaling\nlaw"))
        await settled(pilot)
        assert screen_of(pilot).app.screen.query_one("Input").value == "scaling law"  # type: ignore[attr-defined]
