"""The command palette."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial

from textual.app import SystemCommand
from textual.command import CommandPalette, Hit, Hits
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider

from tuireader.ui.keys import Key, shown

_BEGINNING = 1_000.0
"""More than Textual gives for any likeness."""


class Palette(CommandPalette):
    """Textual's own, which takes every key at any size of the window."""

    def _action_command_list(self, action: str) -> None:
        # In Textual 8.2 a page up or down in commands that have no room to be shown
        # looks for the line of one, and ends the program.
        with suppress(KeyError):
            super()._action_command_list(action)


class KeyCommands(SystemCommandsProvider):
    """What keys do; what begins as it is typed goes first.

    To Textual 8.2 a word in the middle of one is as good as at the start of another.
    """

    async def search(self, query: str) -> Hits:
        """Yield what is like the text, and how much."""
        typed = query.strip().casefold()
        async for hit in super().search(query):
            if isinstance(hit, Hit) and (hit.text or "").casefold().startswith(typed):
                hit.score += _BEGINNING
            yield hit


def commands_of(keys: Iterable[Key], screen: Screen[None]) -> Iterator[SystemCommand]:
    """Yield a command for each key.

    Args:
        keys: What they do and how that is said.
        screen: Whose actions they are.
    """
    for key in keys:
        run = partial(screen.run_action, key.action)
        words = key.words[0].upper() + key.words[1:]  # "PDF" keeps its capitals
        yield SystemCommand(words, " ".join(map(shown, key.keys)), run)
