"""Carries out changes of state one after the other, off the screen's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from tuireader.library.history import Change
from tuireader.library.library import Library
from tuireader.store.state import StateError
from tuireader.ui.messages import Marked, Notice, StatesCounted

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Job = Callable[[], Change | None]
"""Changes something, which is on disk when it returns."""


class Marking:
    """One thread that changes the state, in the order in which that was asked for.

    Python waits for it at its end, so that a key typed just before leaving counts.
    """

    def __init__(self, screen: MessagePump) -> None:
        """Take the screen, which is told by `Marked`, `StatesCounted` and `Notice`."""
        self._screen = screen
        self._thread: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._refused = ""

    @property
    def is_idle(self) -> bool:
        """Whether all that was asked for is done."""
        return self._last is None or self._last.done()

    def do(self, library: Library, job: Job, nothing: str = "") -> None:
        """Carry out a change that a key asked for, and say so.

        Args:
            library: What is counted anew when it is done.
            job: The change.
            nothing: What to say if there is nothing to change.
        """
        self._submit(lambda: self._carry_out(library, job, nothing))

    def do_quietly(self, library: Library, job: Job) -> None:
        """Carry out a change that nobody asked for; if refused, say so only once."""
        self._submit(lambda: self._carry_out(library, job, None))

    def count(self, library: Library) -> None:
        """Count the listed papers by their state, if the states are known."""
        self._submit(lambda: self._count(library))

    def refresh(self, library: Library) -> None:
        """Take what other programs changed."""
        self._submit(lambda: self._refresh(library))

    def _submit(self, job: Callable[[], None]) -> None:
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(1, "state")
        self._last = self._thread.submit(self._safely, job)

    def _safely(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception as error:  # noqa: BLE001 - it would be lost in the thread
            self._tell(Notice(f"the state: {error}", "error"))

    def _carry_out(self, library: Library, job: Job, nothing: str | None) -> None:
        try:
            change = job()
        except StateError as error:
            self._refuse(str(error), always=nothing is not None)
            return
        self._refused = ""
        if change is None and nothing:
            self._tell(Notice(nothing))
        elif change is not None:
            self._tell(Marked("" if nothing is None else change.words))
            self._count(library)

    def _refuse(self, words: str, *, always: bool) -> None:
        if always or words != self._refused:
            self._tell(Notice(words, "warning"))
        self._refused = words

    def _refresh(self, library: Library) -> None:
        if library.marks.refresh():
            self._tell(Marked(""))
            self._count(library)

    def _count(self, library: Library) -> None:
        if (counts := library.counts) is not None:
            self._tell(StatesCounted(library, counts))

    def _tell(self, message: Message) -> None:
        self._screen.post_message(message)
