"""Which clipboard a copy goes to is told by the session, not by what is installed."""

import pytest

from tuireader.services.clipboard import Clipboard, plan_routes

LINK = "https://arxiv.org/abs/2408.16293"


@pytest.mark.parametrize(
    ("environ", "platform", "desktop"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/1"}, "linux", True),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "linux", False),
        ({"DISPLAY": "unix:0", "SSH_TTY": "/dev/pts/1"}, "linux", False),
        ({"WAYLAND_DISPLAY": "w", "SSH_TTY": "/dev/pts/1"}, "linux", False),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", True),
        ({}, "darwin", True),
        ({"SSH_TTY": "/dev/ttys1"}, "darwin", False),
        ({}, "win32", True),
    ],
)
def test_a_clipboard_tool_is_used_where_its_clipboard_is_the_readers(
    environ: dict[str, str], platform: str, *, desktop: bool
) -> None:
    assert plan_routes(environ, platform).desktop is desktop


def test_over_ssh_with_a_forwarded_display_the_terminal_is_sent_it_as_well(
    desktop: dict[str, str],
) -> None:
    remote = {**desktop, "DISPLAY": f"127.0.0.1{desktop['DISPLAY']}", "SSH_TTY": "x"}
    plan = plan_routes(remote)

    assert (plan.remote, plan.desktop) == (True, True)
    assert Clipboard(remote, limit=5).copy(LINK).to_terminal


def test_where_the_terminal_takes_nothing_the_message_says_why() -> None:
    result = Clipboard({"PATH": "", "TERM_PROGRAM": "Apple_Terminal"}).copy(LINK)

    assert not result.to_terminal
    assert result.words == "not copied: this session has no desktop clipboard"
