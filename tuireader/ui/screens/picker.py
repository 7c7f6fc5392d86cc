"""A small screen to pick one of many by typing a few of its letters."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tuireader.domain.paper import Paper
from tuireader.ui.render import count, label
from tuireader.ui.widgets.picker_list import Choice, PickerList
from tuireader.ui.widgets.typed_input import TypedInput

_ENOUGH = 60
"""Score from 0 to 100 below which a fuzzy match only confuses."""


__all__ = ["Choice", "PickerScreen", "copies", "copies_of_many", "matching"]


def copies(paper: Paper) -> list[Choice]:
    """Return what of `paper` can be copied, by the purpose that asks for it."""
    own = [
        Choice("copy-pdf", "PDF address", paper.arxiv_id or ""),
        Choice("copy-id", "arXiv id", paper.arxiv_id or ""),
    ]
    return [
        Choice("copy", "link", "y"),
        *(own if paper.arxiv_id else ()),
        Choice("copy-title", "title"),
        Choice("copy-markdown", "Markdown link"),
        Choice("copy-bibtex", "BibTeX"),
    ]


def copies_of_many(papers: int, selected: bool) -> list[Choice]:  # noqa: FBT001
    """Return what can be copied of several papers together."""
    words = f"{count(papers)} {'selected' if selected else 'listed'}"
    return [
        Choice("many-copy", f"links of {words}"),
        Choice("many-title", f"titles of {words}"),
        Choice("many-markdown", f"Markdown list of {words}"),
        Choice("many-bibtex", f"BibTeX of {words}"),
    ]


def matching(typed: str, choices: Sequence[Choice]) -> Sequence[Choice]:
    """Return the choices that `typed` may mean, the best first.

    The very word comes before what begins with it, before what holds it, before what
    merely resembles it; within each the order of `choices` stays.
    """
    wanted = _folded(typed)
    if not wanted:
        return choices
    held = [choice for choice in choices if wanted in _folded(choice.label)]
    held.sort(key=lambda choice: _rank(wanted, _folded(choice.label)))
    seen = {choice.key for choice in held}
    rest = [choice for choice in choices if choice.key not in seen]
    return [*held, *_resembling(wanted, rest)]


def _resembling(wanted: str, choices: Sequence[Choice]) -> list[Choice]:
    from rapidfuzz import fuzz, process

    found = process.extract(
        wanted,
        [_folded(choice.label) for choice in choices],
        scorer=fuzz.WRatio,
        score_cutoff=_ENOUGH,
        limit=20,
    )
    return [choices[index] for _, _, index in found]


def _folded(text: str) -> str:
    return text.casefold().replace("_", "-").lstrip("#")


def _rank(wanted: str, found: str) -> int:
    if found == wanted:
        return 0
    return 1 if found.startswith(wanted) else 2


class PickerScreen(ModalScreen[str | None]):
    """Type, arrows and Enter; Escape leaves without a choice."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._heading = title
        self.choices = choices

    def compose(self) -> ComposeResult:
        """The input above the choices."""
        with Vertical(id="picker"):
            yield TypedInput(
                id="picker-input", compact=True, placeholder="type to narrow"
            )
            yield PickerList(self.choices, id="picker-list")

    def on_mount(self) -> None:
        """Name the picker and let the reader type."""
        self.query_one("#picker").border_title = label(self._heading)
        self.set_focus(self.query_one(Input))

    def narrowed(self, typed: str) -> Sequence[Choice]:
        """Return the choices that `typed` may mean, the best first."""
        return matching(typed, self.choices)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the choices."""
        event.stop()
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        choices = self.narrowed(typed)
        self.query_one(PickerList).show(choices)
        self.query_one("#picker").border_subtitle = "" if choices else "nothing fits"

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pick what the cursor stands on."""
        event.stop()
        self._pick()

    def on_picker_list_picked(self) -> None:
        """Pick what was clicked."""
        self._pick()

    def on_key(self, event: events.Key) -> None:
        """Move among the choices while the input has the focus.

        Letters come here only when they were typed before there was an input.
        """
        steps = {
            "down": 1,
            "up": -1,
            "ctrl+n": 1,
            "ctrl+p": -1,
            "pagedown": 10,
            "pageup": -10,
        }
        if event.key == "escape":
            self.dismiss(None)
        elif event.key in steps:
            choices = self.query_one(PickerList)
            choices.move_cursor(choices.cursor + steps[event.key], steps[event.key])
        elif event.key == "enter":
            self._pick()
        elif event.is_printable and event.character:
            typed = self.query_one(Input)
            typed.insert_text_at_cursor(event.character)
            self._narrow(typed.value)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click outside leaves."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)

    def _pick(self) -> None:
        choice = self.query_one(PickerList).choice
        self.dismiss(choice.key if choice else None)
