"""The command palette."""

from contextlib import suppress

from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's own, which takes every key at any size of the window."""

    def _action_command_list(self, action: str) -> None:
        # In Textual 8.2 a page up or down in commands that have no room to be shown
        # looks for the line of one, and ends the program.
        with suppress(KeyError):
            super()._action_command_list(action)
