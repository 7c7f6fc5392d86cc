"""What is asked of clipboard, browser and files, done off the screen's thread."""

from collections.abc import Callable
from functools import partial

from textual.screen import Screen

from tuireader.library.loader import Loader
from tuireader.ui.background import in_background
from tuireader.ui.messages import ExportRequested, LinkRequested, Links, Notice


class Errands:
    """Runs errands, each in a thread: they may take their time, or hang."""

    def __init__(
        self, screen: Screen[None], links: Callable[[], Links], loader: Loader
    ) -> None:
        """Take who asks, and what is needed.

        Args:
            screen: Told how an errand went.
            links: Makes what copies and opens links, when that is first asked for.
            loader: Has the digests.
        """
        self._screen = screen
        self._links = links
        self._loader = loader

    def link(self, event: LinkRequested) -> None:
        """Copy or open what is asked for."""
        self._run(partial(self._handled, event), "links", "the link")

    def export(self, event: ExportRequested) -> None:
        """Write papers to a file."""
        self._run(partial(self._exported, event), "export", "the file")

    def _handled(self, event: LinkRequested) -> Notice:
        app = self._screen.app
        send = partial(app.call_from_thread, app.copy_to_clipboard)
        return self._links().handle(event, send)

    def _exported(self, event: ExportRequested) -> Notice:
        from tuireader.ui.exporting import export

        return export(event, self._loader.digests)

    def _run(self, work: Callable[[], Notice], group: str, description: str) -> None:
        app, say = self._screen.app, self._screen.post_message

        def run() -> None:
            app.call_from_thread(say, work())

        in_background(app, run, group, description, exclusive=False)
