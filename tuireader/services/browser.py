"""Opens addresses in the reader's browser, away from the screen.

The standard `webbrowser` is not used: it lets a text browser take the terminal, waits
for it on the calling thread, passes `file:` and options on, and calls xdg-open's
failures success. Its BROWSER convention is kept.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from tuireader.services.processes import name_of, start

WATCHED = 2.0
"""Seconds after which a browser that still runs has not failed."""
LONGEST = 2_048
"""Characters of the longest address that is opened."""

_HOST = re.compile(
    r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?"
    r"(?::[0-9]{1,5})?",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
# What RFC 3986 lets stand in a path or query, less the quote and dollar sign of shells.
_LEFT_AS_IT_IS = "/?:@!&()*+,;=-._~%"
_TEXT_BROWSERS = frozenset(
    {"browsh", "elinks", "links", "links2", "lynx", "w3m", "www-browser"}
)
_DESKTOP_OPENERS = (
    ("xdg-open",),
    ("gio", "open"),
    ("gnome-open",),
    ("kde-open",),
    ("x-www-browser",),
    ("sensible-browser",),
    ("firefox",),
    ("chromium",),
    ("google-chrome",),
)


@dataclass(frozen=True, slots=True)
class OpenResult:
    """What became of opening an address."""

    opened: bool
    """Whether a browser took it: it ended well, or still runs."""
    url: str = ""
    """The address as it was checked and rebuilt; empty if it was refused."""
    reason: str = ""
    """Why no browser took it, in words."""
    text_browser: tuple[str, ...] = ()
    """A command that would show it in the terminal, if the screen gives that up."""


def checked_address(url: str) -> str | None:
    """Return `url` rebuilt from its parts, or None if it is not a plain web address.

    Only http and https; no user name, no control character, space or backslash, a host
    of ASCII letters (a look-alike of another script is none), and nothing that a
    careless script could take for an option or a quote.
    """
    if len(url) > LONGEST or _FORBIDDEN.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return None
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc):
        return None
    path, query, fragment = (
        quote(part, safe=_LEFT_AS_IT_IS)
        for part in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def browser_commands(
    url: str, environ: Mapping[str, str], platform: str = sys.platform
) -> list[tuple[str, ...]]:
    """Return the commands that may open `url`, in the order to try them.

    Those of BROWSER come first: names or command lines, separated as in PATH, with `%s`
    where the address goes (https://docs.python.org/3/library/webbrowser.html).

    Args:
        url: A checked address.
        environ: The environment.
        platform: As `sys.platform`.
    """
    named = environ.get("BROWSER", "").split(os.pathsep)
    found = [command for entry in named if (command := _filled(entry, url))]
    if platform == "darwin":
        found.append(("open", url))
    elif environ.get("WSL_DISTRO_NAME"):
        found += [("wslview", url), ("explorer.exe", url)]
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        found += [(*opener, url) for opener in _DESKTOP_OPENERS]
    path = environ.get("PATH", "")
    return [command for command in found if shutil.which(command[0], path=path)]


def _filled(entry: str, url: str) -> tuple[str, ...]:
    try:
        words = shlex.split(entry)
    except ValueError:  # an open quote
        return ()
    if words and words[-1] == "&":
        words.pop()
    if any("%s" in word for word in words):
        return tuple(word.replace("%s", url) for word in words)
    return (*words, url) if words else ()


class Browser:
    """The reader's browser; to be used off the screen's thread."""

    def __init__(
        self, environ: Mapping[str, str] | None = None, watched: float = WATCHED
    ) -> None:
        self._environ = dict(os.environ if environ is None else environ)
        self._watched = watched

    def open(self, url: str) -> OpenResult:
        """Open `url`; never raises, and waits no longer than to see a failure.

        Args:
            url: An address; only plain web addresses are opened.
        """
        address = checked_address(url)
        if address is None:
            return OpenResult(opened=False, reason="this is not a plain web address")
        if sys.platform == "win32":
            return _open_on_windows(address)
        text_browser: tuple[str, ...] = ()
        reason = "there is no browser here"
        for command in browser_commands(address, self._environ):
            if name_of(command) in _TEXT_BROWSERS:
                text_browser = text_browser or command
                reason = f"{name_of(command)} would take the terminal"
                continue
            outcome = start(command, self._environ, self._watched)
            if outcome is None or outcome.code == 0:
                return OpenResult(opened=True, url=address)
            reason = f"{name_of(command)} {outcome.reason or 'failed'}"
        return OpenResult(
            opened=False, url=address, reason=reason, text_browser=text_browser
        )


if sys.platform == "win32":

    def _open_on_windows(address: str) -> OpenResult:
        try:
            os.startfile(address)  # noqa: S606 - a checked address, opened by its type
        except OSError as error:
            return OpenResult(opened=False, url=address, reason=str(error))
        return OpenResult(opened=True, url=address)
