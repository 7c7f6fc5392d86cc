"""The floor of a start: a Textual application that shows one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "BARE-READY"


class BareApp(App[None]):
    """Nothing but Textual."""

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static(READY)


if __name__ == "__main__":
    BareApp().run()
