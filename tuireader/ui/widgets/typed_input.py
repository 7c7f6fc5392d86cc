"""An input that does what is typed in the order in which it was typed."""

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.keys import REPLACED_KEYS
from textual.reactive import Reactive
from textual.widgets import Input

from tuireader.query.pasting import one_line


class TypedInput(Input):
    """Runs its own keys when their turn comes.

    Textual hands a key such as Backspace back to the application, which acts on it
    after the letters that were typed fast behind it.
    """

    # The reader's screen has it among its keys; this is for pickers and prompts.
    BINDINGS = [Binding("ctrl+z", "app.suspend", show=False, id="suspend")]
    # Textual's has the whole screen laid out anew for every letter.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Claim what edits the line before the screen's keys.

        Textual 8.2 does not know that the keys it renames, such as `slash` and
        `minus`, are characters.
        """
        edits = key in self._bindings.key_to_bindings or key in REPLACED_KEYS
        return edits or super().check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)  # Textual hands it to Input's own, which
        # takes the first line alone

    async def _on_key(self, event: events.Key) -> None:
        bindings = self._bindings.key_to_bindings.get(event.key)
        if not bindings:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        for binding in bindings:
            await self.run_action(binding.action)
