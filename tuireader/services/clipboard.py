"""Copies to the clipboard, and says only what is certain about it.

There are three ways out: the desktop's clipboard through pyperclip, tmux's paste
buffer, and the terminal itself (OSC 52), which the screen writes as it alone may write
there. The first two are believed when reading back gives the text; the third never
answers.
"""

import os
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tuireader.services import clipboard_child as child
from tuireader.services.processes import run

LIMIT = 1.0
"""Seconds that one way out may take."""

_REASONS = {
    child.NO_CLIPBOARD: "there is no clipboard tool here, such as xclip or wl-copy",
    child.FAILED: "the clipboard tool failed",
    child.NOT_THERE: "the clipboard did not take it",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """Which ways out are worth trying."""

    desktop: bool
    """Whether the clipboard that pyperclip reaches is the reader's."""
    tmux: bool
    """Whether this runs in tmux."""
    remote: bool
    """Whether the reader sits at another machine, over SSH."""
    terminal: bool
    """Whether the terminal may take OSC 52."""


@dataclass(frozen=True, slots=True)
class CopyResult:
    """What became of a copy."""

    copied: bool
    """Whether the text was read back from the reader's clipboard."""
    route: str = ""
    """Where it was read back from: `clipboard`, `tmux`, or nothing."""
    reason: str = ""
    """Why it is not certain to be in the clipboard, in words."""
    to_terminal: bool = False
    """Whether the terminal should be sent it as well (OSC 52)."""

    @property
    def words(self) -> str:
        """What is certain once the terminal was sent it, where it should be."""
        if self.copied:
            return "copied"
        if self.route == "tmux":
            also = ", sent to the terminal" if self.to_terminal else ""
            return f"copied to tmux{also}"
        if self.to_terminal:
            return "sent to the terminal"
        return f"not copied: {self.reason}"


def plan_routes(environ: Mapping[str, str], platform: str = sys.platform) -> Plan:
    """Return which ways out are worth trying.

    Over SSH a clipboard tool fills the clipboard of the machine it runs on, which is
    not the reader's, unless the display is forwarded: then its name has a host
    (`ssh(1)`, X11 forwarding: `localhost:10.0`).

    Args:
        environ: The environment.
        platform: As `sys.platform`.
    """
    remote = any(environ.get(name) for name in ("SSH_TTY", "SSH_CONNECTION"))
    host, colon, _ = environ.get("DISPLAY", "").rpartition(":")
    if platform in {"darwin", "win32", "cygwin"}:
        desktop = not remote
    elif remote:
        desktop = bool(colon and host and host != "unix")
    else:
        shown = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
        desktop = bool(shown or environ.get("WSL_DISTRO_NAME"))
    return Plan(
        desktop=desktop,
        tmux=bool(environ.get("TMUX")),
        remote=remote,
        terminal=environ.get("TERM_PROGRAM") != "Apple_Terminal",
    )


class Clipboard:
    """The reader's clipboard; to be used off the screen's thread, by any one."""

    def __init__(
        self, environ: Mapping[str, str] | None = None, limit: float = LIMIT
    ) -> None:
        self._environ = dict(os.environ if environ is None else environ)
        self._limit = limit
        self._one_at_a_time = threading.Lock()

    @property
    def plan(self) -> Plan:
        """Which ways out are tried."""
        return plan_routes(self._environ)

    def copy(self, text: str) -> CopyResult:
        """Copy `text` by every way that reaches the reader; never raises, never hangs.

        Args:
            text: What to copy.

        Returns:
            What is certain, and whether the terminal is to be sent the text as well.
        """
        plan = self.plan
        with self._one_at_a_time:
            tmux = self._to_tmux(text) if plan.tmux else ""
            desktop = (
                self._to_desktop(text)
                if plan.desktop
                else "this session has no desktop clipboard"
            )
        copied = not desktop
        in_tmux = plan.tmux and not tmux
        return CopyResult(
            copied=copied,
            route="clipboard" if copied else "tmux" if in_tmux else "",
            reason="; ".join(filter(None, (desktop, tmux))),
            to_terminal=plan.terminal and (plan.remote or plan.tmux or not copied),
        )

    def _to_desktop(self, text: str) -> str:
        """Copy through pyperclip; return why that failed, or nothing."""
        script = str(Path(child.__file__))
        # -P keeps this package's folder off the child's path.
        command = (sys.executable, "-P", script)
        outcome = run(
            command, self._environ, self._limit, given=text.encode("utf-8", "replace")
        )
        if outcome.code is None:
            return f"the clipboard tool {outcome.reason}"
        if outcome.code == child.COPIED:
            return ""
        return _REASONS.get(outcome.code, _REASONS[child.FAILED])

    def _to_tmux(self, text: str) -> str:
        """Copy to tmux's buffer; return why that failed, or nothing."""
        given = text.encode("utf-8", "replace")
        # -w hands it on to the terminal's clipboard; tmux before 3.2 does not know it.
        for options in (("-w", "-"), ("-",)):
            loaded = run(
                ("tmux", "load-buffer", *options),
                self._environ,
                self._limit,
                given=given,
            )
            if loaded.code is None:
                return f"tmux {loaded.reason}"
            if loaded.code == 0:
                break
        shown = run(("tmux", "show-buffer"), self._environ, self._limit, capture=True)
        return "" if shown.output == given else "tmux did not take it"
