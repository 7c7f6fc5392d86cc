"""What helps to type a filter: completions of what is typed, filters of before."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.geometry import Offset
from textual.worker import get_current_worker

from tuireader.query.complete import Completion
from tuireader.ui.background import in_background
from tuireader.ui.pause import Pause
from tuireader.ui.widgets.completion_list import NONE, CompletionList
from tuireader.ui.widgets.filter_input import FilterInput
from tuireader.ui.widgets.paper_list import PaperList
from tuireader.ui.widgets.recall import Recall

PAUSE = 0.08
"""Seconds without a key after which completions are looked for.

A key that is followed by others at once has its list painted and nothing else.
"""


class FilterAids:
    """Answers the keys of the filter line that do not edit it."""

    def __init__(
        self,
        line: FilterInput,
        popup: CompletionList,
        complete: Callable[[str, int], Sequence[Completion]],
        recall: Callable[[], Sequence[str]],
        is_searching: Callable[[], bool],
    ) -> None:
        self._line = line
        self._popup = popup
        self._complete = complete
        self._recall = Recall(recall, line.post_message)
        self._is_searching = is_searching
        self._pause = Pause(line, self._look)

    def typed(self, text: str) -> None:
        """Look for completions soon, unless the text was recalled."""
        if not self._recall.holds(text):
            self._recall.end()
            self._pause.begin(PAUSE)

    def rest(self) -> None:
        """Offer nothing until something is typed again."""
        self._pause.end()
        self._recall.end()
        self._popup.hide()

    def answer(self, key: str) -> bool:
        """Do what `key` means here; return False where it means nothing."""
        match key:
            case "tab":
                return self._accept_first()
            case "right":
                shown = self._offered and self._line.cursor_at_end
                return shown and self._accept_first()
            case "enter":
                return self._popup.picked != NONE and self._accept_first()
            case "up":
                return self._go_up()
            case _:
                return self._go_down()

    def follow(self) -> None:
        """Offer what is offered where the line is now."""
        if self._offered:
            self._offer(self._popup.choices, self._place)

    def accept(self, completion: Completion) -> None:
        """Go on with `completion`; a finished word is followed by a blank."""
        text, cursor = completion.text, completion.cursor
        if completion.kind != "field" and cursor == len(text):
            text, cursor = f"{text} ", cursor + 1
        self._popup.hide()
        self._line.go_on(text, cursor)

    @property
    def _place(self) -> tuple[str, int]:
        return self._line.value, self._line.cursor_position

    @property
    def _offered(self) -> bool:
        """Whether completions are shown, and for what is typed now."""
        return self._popup.line_count > 0 and self._popup.typed == self._place

    def _accept_first(self) -> bool:
        if not self._offered:  # the reader is faster than the pause
            self._offer(self._found(*self._place), self._place)
        if (choice := self._popup.choice) is None:
            return False
        self.accept(choice)
        return True

    def _go_up(self) -> bool:
        if self._offered and self._popup.picked != NONE:
            self._popup.pick(-1)
        else:
            self._go_back(1)
        return True

    def _go_down(self) -> bool:
        if self._recall.is_on:
            self._go_back(-1)
        elif self._offered:
            self._popup.pick(1)
        else:
            return False
        return True

    def _go_back(self, steps: int) -> None:
        """Hold the filter of so many before the one held; the draft after the last."""
        text = self._recall.step(steps, self._line.value)
        if text is not None:
            self._popup.hide()
            self._pause.end()
            self._line.go_on(text)

    def _look(self) -> None:
        if self._is_searching():  # the list comes first: both would take twice as long
            self._pause.begin(PAUSE)
            return
        text, cursor = self._place
        look = partial(self._look_for, text, cursor)
        in_background(self._line.app, look, "completions", "completions")

    def _look_for(self, text: str, cursor: int) -> None:
        worker = get_current_worker()
        found = self._found(text, cursor)
        if not worker.is_cancelled:
            self._line.app.call_from_thread(self._offer, found, (text, cursor))

    def _found(self, text: str, cursor: int) -> Sequence[Completion]:
        found = self._complete(text, cursor)
        return [each for each in found if each.text.strip() != text.strip()]

    def _offer(self, found: Sequence[Completion], place: tuple[str, int]) -> None:
        if place == self._place and self._line.has_focus:
            # Not over the list's title, which counts and says what is wrong.
            top = self._line.screen.query_one(PaperList).content_region.y
            under = Offset(self._line.region.x, top or self._line.region.bottom)
            self._popup.show(found, place, under)
