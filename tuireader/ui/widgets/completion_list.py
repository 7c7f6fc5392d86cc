"""What may be meant by what is being typed, under the filter line."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from tuireader.query.complete import Completion
from tuireader.ui.messages import CompletionChosen
from tuireader.ui.render import count, line_of, strip_of
from tuireader.ui.widgets.line_view import LineView

WIDTH = 34
NONE = -1
NOWHERE = Offset(0, 0)


class CompletionList(LineView):
    """Completions over the list; the filter line keeps the keys."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices: Sequence[Completion] = ()
        """What is offered."""
        self.typed = "", 0
        """The text and cursor that the completions are for."""
        self.picked = NONE
        """The line that was picked by the arrows; `NONE` if none was."""

    @property
    def line_count(self) -> int:
        """How many completions there are."""
        return len(self.choices)

    @property
    def choice(self) -> Completion | None:
        """What was picked, else the first."""
        return self.choices[max(0, self.picked)] if self.choices else None

    def show(
        self,
        choices: Sequence[Completion],
        typed: tuple[str, int],
        under: Offset = NOWHERE,
    ) -> None:
        """Offer `choices` for what is typed, under the word that they go on with.

        Args:
            choices: The completions.
            typed: Text of the line and place of the cursor.
            under: Where on the screen the text begins, and the line to begin at.
        """
        self.choices, self.typed, self.picked = choices, typed, NONE
        if choices:
            screen = self.screen.size
            text, cursor = typed
            start = cell_len(text[: text.rfind(" ", 0, cursor) + 1])
            left = max(0, min(under.x + start - 1, screen.width - WIDTH))
            self.styles.height = max(1, min(len(choices), screen.height - under.y - 1))
            self.styles.offset = left, under.y
        self.display = bool(choices)
        self.refresh()

    def hide(self) -> None:
        """Offer nothing."""
        if self.choices:
            self.show((), ("", 0))

    def pick(self, lines: int) -> None:
        """Pick another completion; above the first none is picked."""
        self.picked = min(max(NONE, self.picked + lines), len(self.choices) - 1)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked."""
        event.stop()
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y < len(self.choices):
            self.post_message(CompletionChosen(self.choices[at.y]))

    def draw_line(self, line: int, width: int) -> Strip:
        """Draw one completion and how many papers it would leave."""
        choice = self.choices[line]
        palette = self.frame.palette
        style = palette.bar["information"]
        if line == self.picked:
            style = palette.cursor
        lead = {"tag": " #", "author": " by ", "saved": " @"}.get(choice.kind, " ")
        words = style
        if choice.kind == "tag":
            words = palette.tag(choice.label, style)
        tail = "" if choice.count is None else f" {count(choice.count)} "
        left = [(lead, style + palette.count), (line_of(choice.label), words)]
        return strip_of(left, width, style, [(tail, style + palette.count)])
