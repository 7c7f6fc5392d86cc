"""The line that says, and takes, what the list is filtered by."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tuireader.query import Query, Step
from tuireader.ui.messages import FilterEdited, FilterTyped, FilterWanted
from tuireader.ui.palette import palette_of
from tuireader.ui.render import strip_of
from tuireader.ui.widgets.chips import Chip, chip_at, chips_of, draw_chips

if TYPE_CHECKING:
    from tuireader.query.complete import Completion
    from tuireader.ui.widgets.filter_aids import FilterAids
    from tuireader.ui.widgets.filter_input import FilterInput

PLACEHOLDER = "/ filter: words, #tag, -tag:gan, date:2024-08"


Complete = Callable[[str, int], "Sequence[Completion]"]
"""Returns ways to go on with a text whose cursor stands somewhere."""
Recall = Callable[[], Sequence[str]]
"""Returns the filters of before, the last one last."""


class FilterLine(Widget):
    """One line above the list: chips, or the text of the filter while it is typed.

    Its input is a large widget that nobody needs before the first paint, so it is
    mounted just after; until then the line draws what the empty input would.
    """

    def __init__(
        self,
        complete: Complete,
        recall: Recall,
        is_searching: Callable[[], bool],
        leaving: Callable[[], object],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._sources = complete, recall, is_searching
        self._leaving = leaving
        self._input: FilterInput | None = None
        self._aids: FilterAids | None = None
        self._query = Query.parse("")
        self.chips: tuple[Chip, ...] = ()
        """What the filter is made of."""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one
        """Draw the line as it is without its input."""
        palette = palette_of(self)
        if self.chips:
            return draw_chips(self.chips, self.size.width, palette)
        return strip_of([(PLACEHOLDER, palette.hint)], self.size.width, palette.text)

    async def furnish(self) -> "FilterInput":
        """Return the input, mounted now if it was not."""
        if self._input is None:
            from tuireader.ui.widgets.completion_list import CompletionList
            from tuireader.ui.widgets.filter_aids import FilterAids
            from tuireader.ui.widgets.filter_input import FilterInput

            popup = CompletionList()
            typed = FilterInput(PLACEHOLDER, self)
            self._aids = FilterAids(typed, popup, *self._sources)
            await self.screen.mount(popup)
            await self.mount(typed)
            self._input = typed
        return self._input

    async def open(self) -> None:
        """Let the reader type; what is typed from here on is the input's."""
        typed = await self.furnish()
        typed.can_focus = True
        self.screen.set_focus(typed)  # focus() would wait its turn

    async def paste(self, text: str) -> None:
        """Let the reader type, after what was pasted elsewhere."""
        await self.open()
        if self._input is not None:
            self._input.post_message(events.Paste(text))

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing."""
        return self._input is not None and self._input.has_focus

    def aid(self, key: str) -> bool:
        """Let completions and history answer a key; return whether they did."""
        return self._aids is not None and self._aids.answer(key)

    def accept(self, completion: "Completion") -> None:
        """Go on with a completion."""
        if self._aids is not None:
            self._aids.accept(completion)

    def follow(self) -> None:
        """Keep completions under the line, which may have moved."""
        if self._aids is not None:
            self._aids.follow()

    def leave(self) -> None:
        """Have the keys wait for the list: the reader has typed the filter."""
        self._leaving()

    def closed(self) -> None:
        """Offer nothing more: the keys went elsewhere."""
        if self._aids is not None:
            self._aids.rest()

    def on_filter_typed(self, event: FilterTyped) -> None:
        """Offer ways to go on, once the reader pauses; the screen filters."""
        if self._aids is not None:
            self._aids.typed(event.text)

    def show(self, query: Query) -> None:
        """Show `query` as the filter."""
        if self._input is not None:
            self._input.show(query.text)
        if query != self._query:
            self._query = query
            self._draw(chips_of(query))

    def explain(self, steps: Sequence[Step]) -> None:
        """Say how many papers each condition of the filter matches."""
        self._draw(chips_of(self._query, steps))

    def _draw(self, chips: tuple[Chip, ...]) -> None:
        self.chips = chips
        if not self.is_open:
            (self._input or self).refresh()

    def on_click(self, event: events.Click) -> None:
        """Remove what a cross is clicked of; else let the reader type."""
        if self.is_open:
            return
        event.stop()
        at = event.get_content_offset(self)
        found = chip_at(self.chips, at.x) if at is not None else None
        if found and found[1]:
            self.post_message(FilterEdited(found[0].dropped_from))
        else:
            self.post_message(FilterWanted())
