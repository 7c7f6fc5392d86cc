"""What this program does around defects of Textual, each with the version it is in."""

import codecs
import os
import sys
import threading
import traceback
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual.app import App

from tuireader.text import sanitise
from tuireader.ui.pastes import ESCAPE, Pastes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text
    from textual.drivers.linux_driver import LinuxDriver
    from textual.message import Message

HUNG_UP = 129
"""The exit code that shells expect of a program whose terminal is gone."""
_SEQUENCES = {"", *"[]NOPX^_\\\x1b"}
"""What may follow an escape that came alone, cut from the rest of its sequence."""


def work_around() -> None:
    """Do what has to be done before a screen is opened."""
    accept_any_bytes()
    take_keys_as_typed()
    outlive_the_terminal()
    go_on_after_any_stop()
    trust_the_terminal()


def accept_any_bytes() -> None:
    """Let bytes from the keyboard that are no UTF-8 be no keys.

    In Textual 8.2 the input thread decodes strictly: one stray byte ends the program,
    with exit code 0.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    def lenient(encoding: str) -> partial[codecs.IncrementalDecoder]:
        return partial(codecs.getincrementaldecoder(encoding), errors="replace")

    # By name: the driver has imported the function, and types do not know it as ours.
    setattr(linux_driver, "getincrementaldecoder", lenient)  # noqa: B010


def take_keys_as_typed() -> None:
    """Let nothing that is pasted act as keys, and Escape be a key before a fast letter.

    In Textual 8.2 an escape sequence inside a pasted text, such as the colours of what
    a program wrote, is taken for keys; and not every terminal leaves them out. A letter
    within a tenth of a second of Escape makes both one key with Alt, though terminals
    send what is typed with Alt at once.
    """
    from textual._xterm_parser import XTermParser

    feed = XTermParser.feed
    pastes: WeakKeyDictionary[XTermParser, Pastes] = WeakKeyDictionary()
    escaped: WeakKeyDictionary[XTermParser, bool] = WeakKeyDictionary()

    def feed_as_typed(self: XTermParser, data: str) -> "Iterator[Message]":
        text = pastes.setdefault(self, Pastes()).cleaned(data)
        if escaped.pop(self, False) and text[:1] not in _SEQUENCES:
            self._timeout_time = self._timeout_time and 0.0
            yield from self.tick()
        escaped[self] = text.endswith(ESCAPE)
        if text or not data:  # to a parser, nothing is the end of all input
            yield from feed(self, text)

    setattr(XTermParser, "feed", feed_as_typed)  # noqa: B010  as above


def outlive_the_terminal() -> None:
    """Let what cannot be written any more be dropped, so that the program can end.

    In Textual 8.2 the thread that writes dies of the first failure, and whoever writes
    then waits for ever: a closed window left a process behind.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver
    from textual.drivers._writer_thread import WriterThread

    class Writer(WriterThread):
        """Goes on taking texts where the terminal is gone."""

        def run(self) -> None:
            """Write what comes, until told to stop."""
            try:
                super().run()
            except (OSError, ValueError):
                while self._queue.get() is not None:
                    pass

    driver = linux_driver.LinuxDriver
    read_keys = driver.run_input_thread

    def read_while_there(self: linux_driver.LinuxDriver) -> None:
        try:
            read_keys(self)
        except OSError:  # would be told as a defect of the program
            self._app.call_later(self._app.exit, HUNG_UP, HUNG_UP)

    setattr(linux_driver, "WriterThread", Writer)  # noqa: B010  as above
    setattr(driver, "run_input_thread", read_while_there)  # noqa: B010


def go_on_after_any_stop() -> None:
    """Take the terminal up anew also where the program was stopped without notice.

    In Textual 8.2 every SIGCONT starts the threads of the terminal, for SIGTSTP ended
    those of before. Nothing ends them where it was SIGSTOP that stopped the program
    (`kill -STOP`, a debugger): two threads then share the keys, the program does not
    end, and the terminal's modes are taken for those to be restored. And what a signal
    asks for is done wherever the program is: in the middle of a write it waits for ever
    for the lock of that write.
    """
    if sys.platform == "win32":
        return
    import signal

    from textual.drivers import linux_driver

    driver = linux_driver.LinuxDriver
    resume = driver._sigcont_application  # noqa: SLF001  there is no other way in

    def go_on(self: linux_driver.LinuxDriver) -> None:
        if self._auto_restart and not self._must_signal_resume:
            writer = self._writer_thread
            if writer is None or not writer.is_alive():
                return  # it begins or ends: the terminal is not taken
            if not _has_the_terminal(self.fileno):
                os.kill(os.getpid(), signal.SIGSTOP)
                return
            self.suspend_application_mode()
            self._must_signal_resume = True
        resume(self)

    stop = driver._sigtstp_application  # noqa: SLF001
    setattr(driver, "_sigtstp_application", _in_turn(stop))  # noqa: B010  as above
    setattr(driver, "_sigcont_application", _in_turn(go_on))  # noqa: B010


def _in_turn(act: "Callable[[LinuxDriver], None]") -> "Callable[..., None]":
    """Return what a signal may call, for `act` to be done in its turn."""

    def later(self: "LinuxDriver", *_told: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act, self)

    return later


def _has_the_terminal(fileno: int) -> bool:
    """Whether this program may change the terminal, or it is of no other."""
    try:
        return os.tcgetpgrp(fileno) == os.getpgrp()
    except OSError:
        return True


def end_input(app: App[int]) -> None:
    """End the thread that reads keys, whatever kept the driver from doing so.

    In Textual 8.2 it reads the end of a closed terminal again and again, and a program
    does not end before its threads.
    """
    driver = app._driver  # noqa: SLF001  that of no app is handed out
    if isinstance(ended := getattr(driver, "exit_event", None), threading.Event):
        ended.set()


def trust_the_terminal() -> None:
    """Take the window's size from the terminal, and let no letter become an escape.

    In Textual 8.2 and Rich 15 COLUMNS and LINES go before what the terminal says, also
    after it was resized, and may be any number. A locale without box drawings gets
    question marks and keeps its columns.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if (reconfigure := getattr(sys.__stderr__, "reconfigure", None)) is not None:
        reconfigure(errors="replace")


class SafelyFailing(App[int]):
    """An application that does no harm with what it tells of a defect.

    Textual 8.2 writes a traceback with all local variables, and so with what digests
    say, as it stands; and tells of what a screen meets that is left while it is made.
    """

    def _handle_exception(self, error: Exception) -> None:
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.bell()
        self._exit_renderables.append(_told_safely(self._exception))
        self._close_messages_no_wait()


def _told_safely(error: BaseException | None) -> "Text":
    """Return the traceback of `error` as text that no terminal acts on."""
    from rich.text import Text

    lines = traceback.format_exception(error) if error else []
    return Text(sanitise("".join([*lines, "\nThis is a defect in tuireader.\n"])))
