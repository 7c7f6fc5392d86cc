"""Work off the screen's thread, some of which must not keep the program from ending."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from textual.app import App

Result = TypeVar("Result")

_LOOK = 0.05
"""Seconds between two looks whether to go on waiting."""


def in_background(
    app: "App[object]",
    work: Callable[[], object],
    group: str,
    description: str,
    *,
    exclusive: bool = True,
) -> None:
    """Do something in a thread; that it failed is said, and the screen goes on.

    Args:
        app: The application.
        work: What to do; it touches no widget.
        group: What it is one of.
        description: What it is, where it is said that it failed.
        exclusive: Whether it cancels what is under way of its group.
    """
    app.run_worker(
        work,
        group=group,
        description=description,
        exclusive=exclusive,
        thread=True,
        exit_on_error=False,
    )


def abandonable(
    work: Callable[[], Result], cancelled: Callable[[], bool]
) -> Result | None:
    """Return what `work` returns, or None as soon as it is cancelled.

    Python waits for its threads before it ends, for seconds where one is in the middle
    of a large file. This one it does not wait for: whatever it writes is written whole
    or not at all.

    Args:
        work: What to do; it may also look for itself whether it is cancelled.
        cancelled: Tells whether nobody waits for it any more.

    Raises:
        BaseException: What `work` raised.
    """
    done: list[Result] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001  raised again by who waits
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive() and not cancelled():
        thread.join(_LOOK)
    if failed and not cancelled():
        raise failed[0]
    return done[0] if done else None
