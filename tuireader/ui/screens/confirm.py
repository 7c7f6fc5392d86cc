"""A question that is answered yes or no."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.ui.render import label


class ConfirmScreen(ModalScreen[bool]):
    """`y` or Enter says yes; `n` or Escape says no."""

    BINDINGS = [
        ("y,Y,enter,ㅛ", "answer(True)", "yes"),
        ("n,N,escape,q,ㅜ,ㅂ", "answer(False)", "no"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question over its answers."""
        words = Content.assemble(
            label(self._question), "\n", ("y yes   n no", "$quiet")
        )
        yield Static(words, id="confirm")

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - from the key table
        """Give the answer."""
        self.dismiss(yes)
