"""Reads what changed in the digests, beside the screen, and shows it."""

import gc
from collections.abc import Iterable
from functools import partial

from textual.worker import get_current_worker

from tuireader.library.loader import Loaded, Loader, Progress, Report
from tuireader.text.counted import counted
from tuireader.ui.background import abandonable, in_background
from tuireader.ui.messages import Notice
from tuireader.ui.render import count
from tuireader.ui.screens.reader import ReaderScreen
from tuireader.ui.widgets.status_line import StatusLine


class Refreshing:
    """At most one reading of the digests at a time: a newer one ends the older.

    Attributes:
        report: What the last reading did; None before the first.
    """

    def __init__(self, loader: Loader, screen: ReaderScreen) -> None:
        """Take what reads, and the screen that shows what was known before."""
        self._loader = loader
        self._screen = screen
        self._library = screen.library
        self._warned: set[str] = set()
        """What was said of files already."""
        self.report: Report | None = None

    def begin(self, *, asked: bool = False) -> None:
        """Read what changed, in the background.

        Args:
            asked: Whether a key asked for it, which is answered in any case.
        """
        refresh = partial(self._refresh, asked=asked)
        in_background(self._screen.app, refresh, "reading", "reading digests")

    def warn(self, messages: Iterable[str]) -> None:
        """Say what was not said yet."""
        for text in messages:
            if text not in self._warned:
                self._warned.add(text)
                self._screen.post_message(Notice(text, "warning", waits=True))

    def _refresh(self, *, asked: bool) -> None:
        worker, call = get_current_worker(), self._screen.app.call_from_thread
        loaded = abandonable(
            lambda: self._loader.refresh(
                partial(call, self._progress), lambda: worker.is_cancelled
            ),
            lambda: worker.is_cancelled,
        )
        if loaded is None or worker.is_cancelled:
            return
        if not self._screen.library.query.is_empty:
            loaded.library.warm()  # else the screen's thread would do it to filter
        loaded.library.marks.refresh()  # other programs mark papers, too
        call(partial(self._loaded, loaded, asked=asked))
        loaded.library.warm()
        gc.freeze()  # looking through it again would be felt while typing
        call(self._screen.show_marks)
        loaded.library.marks.tidy()

    def _progress(self, progress: Progress) -> None:
        text = f"{progress.stage} {count(progress.done)} of {count(progress.total)}"
        self._screen.query_one(StatusLine).show_progress(text)

    def _loaded(self, loaded: Loaded, *, asked: bool) -> None:
        self.report = loaded.report
        self._screen.query_one(StatusLine).show_progress("")
        if loaded.library is not self._library:
            self._library = loaded.library
            self._screen.show_library(loaded.library)
        if asked:  # other programs save searches, too
            self._screen.show_saved()
        if words := _in_words(loaded) or (asked and "no digest has changed"):
            self._screen.post_message(Notice(words, waits=not asked))
        self.warn([*loaded.report.messages, *loaded.library.marks.warnings])


def _in_words(loaded: Loaded) -> str:
    """Return what reading the digests did, if it did anything."""
    report = loaded.report
    told = []
    if report.read:
        told.append(f"read {counted(report.read, 'file')}")
    if report.removed:
        told.append(f"{counted(report.removed, 'file')} gone")
    if told and report.problems:
        odd = len(report.problems)
        told.append(f"problems in {count(odd)}: `tuireader doctor` names them")
    return ", ".join(told)
