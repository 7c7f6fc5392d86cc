"""The floor of a key: Textual's input line, and a line that repeats what it holds."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static

READY = "BARE-READY"


class BareInput(App[None]):
    """Nothing but an input; what it holds is shown again as soon as it changes."""

    CSS = "#echo { height: 1; }"

    def compose(self) -> ComposeResult:
        """The line above the input."""
        yield Static(READY, id="echo", markup=False)
        yield Input()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Repeat it; its height does not change, so nothing is laid out anew."""
        echo = self.query_one("#echo", Static)
        echo.update(f"for {event.value}|", layout=False)


if __name__ == "__main__":
    BareInput().run()
