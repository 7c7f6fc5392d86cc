"""The line that says, and takes, what the list is filtered by."""

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from tuireader.query import Query
from tuireader.ui.messages import Notice
from tuireader.ui.palette import palette_of
from tuireader.ui.render import strip_of

if TYPE_CHECKING:
    from tuireader.ui.widgets.filter_input import FilterInput

PLACEHOLDER = "/ filter: words, #tag, -tag:gan, date:2024-08"


class FilterLine(Widget):
    """One line above the list.

    Its input is a large widget that nobody needs before the first paint, so it is
    mounted just after; until then the line draws what the empty input would.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._input: FilterInput | None = None

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one
        """Draw the line as it is without its input."""
        palette = palette_of(self)
        return strip_of([(PLACEHOLDER, palette.hint)], self.size.width, palette.text)

    async def furnish(self) -> "FilterInput":
        """Return the input, mounted now if it was not."""
        if self._input is None:
            from tuireader.ui.widgets.filter_input import FilterInput

            self._input = FilterInput(PLACEHOLDER)
            await self.mount(self._input)
        return self._input

    async def open(self) -> None:
        """Let the reader type; what is typed from here on is the input's."""
        self.screen.set_focus(await self.furnish())  # focus() would wait its turn

    def show(self, query: Query) -> None:
        """Show `query` as the filter, and say what in it could not be understood."""
        if self._input is not None:
            self._input.show(query.text)
        if wrong := [problem for problem in query.problems if not problem.unfinished]:
            words = "; ".join(f"{problem.token}: {problem.what}" for problem in wrong)
            self.post_message(Notice(words, "warning"))
