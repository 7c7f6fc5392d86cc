"""The application: opens the reader's screen and deals with the world outside it."""

import asyncio
import gc
import signal
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from tuireader.domain.habits import Habits
from tuireader.library.library import Library
from tuireader.library.loader import Loader, Report
from tuireader.resources import resource_directory
from tuireader.text.told import told
from tuireader.ui.errands import Errands
from tuireader.ui.held_keys import HeldKeys
from tuireader.ui.kept import Kept
from tuireader.ui.keys import KEYS, keymap, remapped
from tuireader.ui.line_feeds import entered
from tuireader.ui.messages import ExportRequested, LinkRequested, Links, Notice
from tuireader.ui.refreshing import Refreshing
from tuireader.ui.screens.reader import ReaderScreen
from tuireader.ui.theme import DARK, DARK_THEME, LIGHT, LIGHT_THEME, tokens
from tuireader.ui.workarounds import SafelyFailing

if TYPE_CHECKING:
    from textual.command import Provider

_STYLES = (
    "app", "sidebar", "paper_list", "detail", "filter_line", "timeline", "status_line",
    "picker",
)  # fmt: skip
_DEADLY = {"SIGTERM": 143, "SIGHUP": 129}
"""Signals that end the program, and the exit codes that a shell expects of them."""


def _commands() -> "type[Provider]":
    from tuireader.ui.screens.palette import KeyCommands

    return KeyCommands


class ReaderApp(SafelyFailing):
    """Given its loader and its ways to clipboard and browser; makes none itself."""

    CSS_PATH = [resource_directory("styles") / f"{name}.tcss" for name in _STYLES]
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar = []

    def __init__(
        self,
        loader: Loader,
        links: Callable[[], Links],
        notice: str = "",
        kept: Kept | None = None,
        habits: Habits | None = None,
    ) -> None:
        super().__init__()
        self._keys = KEYS
        self._loader = loader
        self._links = links
        self._notice = notice
        self._kept = kept or Kept.nowhere()
        self._habits = habits or Habits()
        self._held = HeldKeys(lambda: self.call_later(self._act_on_held))
        self._started = False
        self.title = "tuireader"
        self.register_theme(DARK_THEME)
        self.register_theme(LIGHT_THEME)
        # Before the first style is made: a theme that changes later is styled twice.
        self.set_reactive(App.theme, DARK)
        self.stylesheet.set_variables(self.get_css_variables())

    def remap(self, configured: Mapping[str, str]) -> None:
        """Bind other keys, before it runs; footer and help tell those.

        Args:
            configured: Ids of keys to keys, several separated by commas.

        Raises:
            ValueError: An id that no key has, or one key for two of them.
        """
        self.set_keymap(keymap(configured))
        self._keys = remapped(configured)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Let the stylesheets use this program's names under every theme."""
        return tokens(self.current_theme)

    def get_default_screen(self) -> ReaderScreen:
        """Show what is known already."""
        library = self._loader.cached() or Library.empty()
        self.reader = ReaderScreen(
            library, self.size, self._kept, self._habits, self._keys
        )
        self.reader.held = self._held
        self._refreshing = Refreshing(self._loader, self.reader)
        self._errands = Errands(self.reader, self._links, self._loader)
        return self.reader

    @property
    def report(self) -> Report | None:
        """What the last reading of the digests did; None before the first."""
        return self._refreshing.report

    def on_mount(self) -> None:
        """Say what is to be said first, and end well when told to."""
        if self._notice:
            self.call_after_refresh(self._say, Notice(self._notice, waits=True))
        _end_on_signals(self.exit)

    def exit(
        self,
        result: int | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; whatever asked for it, the reader leaves the paper that is shown."""
        if self._started:
            self.reader.dwelling.end()
        super().exit(result, return_code, message)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys that are typed early until they have something to act on."""
        if isinstance(event, events.Key):
            event = entered(event, self._keys)
        if not self._held.keeps(event):
            await super().on_event(event)

    async def _act_on_held(self) -> None:
        for event in self._held.take():
            await self.on_event(event)

    async def on_painted(self) -> None:
        """Read what changed: before the first paint it would only have delayed that."""
        self._started = True
        await self._act_on_held()
        gc.freeze()  # what the start made lives as long as the program
        gc.enable()
        self._refreshing.warn(self.reader.library.marks.warnings)
        self._refreshing.begin()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in the background; the screen goes on."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            self.log.error(error)
            why = told(error) if error else ""
            self._say(Notice(f"{event.worker.description}: {why}", "error"))

    def _say(self, notice: Notice) -> None:
        self.reader.post_message(notice)

    def on_link_requested(self, event: LinkRequested) -> None:
        """Copy or open what is asked for, off the screen's thread."""
        self._errands.link(event)

    def on_export_requested(self, event: ExportRequested) -> None:
        """Write papers to a file, off the screen's thread."""
        self._errands.export(event)

    def action_rescan(self) -> None:
        """Read what changed now."""
        self._refreshing.begin(asked=True)

    def action_toggle_dark(self) -> None:
        """Change between the dark and the light theme."""
        self.theme = LIGHT if self.theme == DARK else DARK

    def action_command_palette(self) -> None:
        """Offer every action by its name."""
        from tuireader.ui.screens.palette import Palette

        if self.screen.id != "--command-palette":
            self.push_screen(Palette(id="--command-palette"))

    def action_suspend(self) -> None:
        """Stop until the shell's `fg`."""
        self.action_suspend_process()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every key's action in the command palette, beside Textual's own."""
        from tuireader.ui.screens.palette import commands_of

        yield from commands_of(self._keys, self.reader)
        for command in super().get_system_commands(screen):
            if command.title == "Theme":
                yield command


def _end_on_signals(end: Callable[[int, int], object]) -> None:
    """Have the program ended by signals as by a key.

    Textual restores the terminal when it ends but installs no handler of its own.
    """
    loop = asyncio.get_running_loop()
    for name, code in _DEADLY.items():
        if (number := getattr(signal, name, None)) is not None:
            loop.add_signal_handler(number, partial(end, code, code))
