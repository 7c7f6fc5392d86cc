"""What a terminal sends is told apart as it was typed."""

from collections.abc import Callable

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tuireader.ui.workarounds import take_keys_as_typed

Told = Callable[..., list[str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Return the keys and pasted texts that pieces from the terminal are."""
    monkeypatch.setattr(XTermParser, "feed", XTermParser.feed)  # puts it back
    take_keys_as_typed()

    def tell(*pieces: str) -> list[str]:
        parser = XTermParser()
        found = [event for piece in pieces for event in parser.feed(piece)]
        return [
            event.key if isinstance(event, events.Key) else f"pasted {event.text}"
            for event in found
            if isinstance(event, events.Key | events.Paste)
        ]

    return tell


def test_what_is_pasted_is_one_text_and_no_keys(told: Told) -> None:
    pieces = ("\x1b[200~red \x1b[31", "mq\x1b", "[201~", "j")
    assert told(*pieces) == ["pasted red [31mq", "j"]


def test_escape_is_a_key_however_fast_the_next_one_follows(told: Told) -> None:
    assert told("\x1b", "j") == ["escape", "j"]
    assert told("\x1b", "/moe", "\x1b", "3") == [
        *("escape", "slash", "m", "o", "e"),
        *("escape", "3"),
    ]


def test_what_comes_at_once_is_one_key_and_so_is_a_cut_sequence(told: Told) -> None:
    assert told("\x1b[A", "k") == ["up", "k"]
    assert told("\x1b", "[A", "\x1b", "OB") == ["up", "down"]
    assert told("\x1b5", "\x1bf") == told("\x1b5") + told("\x1bf")
    assert len(told("\x1b5")) == 1
