"""Only plain web addresses reach a browser, as one word; none holds up the screen."""

import re
import time

import pytest

from tests.services.conftest import Programs
from tuireader.services.browser import Browser, browser_commands, checked_address

LINK = "https://arxiv.org/abs/2408.16293"
HOSTILE = [
    "",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "smb://host/share",
    "--help",
    "-remote",
    "/etc/passwd",
    "arxiv.org/abs/2408.16293",
    "https://",
    "https:///path",
    "https://arxiv.org@evil.example/",
    "https://user:word@arxiv.org/",
    "https://arxiv.org\\@evil.example/",
    "https://arxiv.org/abs/1\n2",
    "https://arxiv.org/abs/1\r\n--help",
    "https://arxiv.org/\x00",
    "https://arxiv.org/\x1b]52;c;eA==\x07",
    "https://arxiv.org/ --help",
    "https://аrxiv.org/abs/2408.16293",  # the first letter is Cyrillic
    "https://-evil.example/",
    "https://[::1",
    "https://ex ample.org/",
    "https://arxiv.org:99999999/",
    "https://" + "a" * 5_000,
]


@pytest.mark.threat("T12")
@pytest.mark.parametrize("url", HOSTILE)
def test_anything_but_a_plain_web_address_is_refused(
    programs: Programs, url: str
) -> None:
    programs.recorder("xdg-open")
    result = Browser({"PATH": programs.first, "DISPLAY": ":977"}).open(url)

    assert (result.opened, result.url) == (False, "")
    assert programs.calls == []


@pytest.mark.threat("T12")
@pytest.mark.parametrize(
    ("url", "checked"),
    [
        (LINK, LINK),
        ("HTTP://arxiv.org/abs/1", "http://arxiv.org/abs/1"),
        (
            "https://localhost:8000/x?a=b&c=%20#d",
            "https://localhost:8000/x?a=b&c=%20#d",
        ),
        ("https://doi.org/10.1/S01(97)1", "https://doi.org/10.1/S01(97)1"),
        ("https://x.org/위키", "https://x.org/%EC%9C%84%ED%82%A4"),
        ("https://x.org/`id`$(id)'\"<>", "https://x.org/%60id%60%24(id)%27%22%3C%3E"),
    ],
)
def test_an_address_is_rebuilt_without_what_a_script_might_misread(
    url: str, checked: str
) -> None:
    assert checked_address(url) == checked
    assert re.fullmatch(r"https?://[!-~]+", checked)


def test_the_browser_gets_the_address_as_its_one_argument(programs: Programs) -> None:
    programs.recorder("xdg-open")
    url = "https://x.org/a;touch%20b&c|d"
    result = Browser({"PATH": programs.first, "DISPLAY": ":977"}).open(url)

    assert result.opened
    assert programs.calls == [result.url] == ["https://x.org/a;touch%20b&c%7Cd"]


@pytest.mark.threat("T13")
@pytest.mark.parametrize(
    ("setting", "calls"),
    [
        ("mine", [LINK]),
        ("mine --new-tab", ["--new-tab", LINK]),
        ("mine --url=%s --quiet", [f"--url={LINK}", "--quiet"]),
        ("mine &", [LINK]),
        ("'mine", ["fallback", LINK]),
        ("missing:mine", [LINK]),
        ("broken:mine", [LINK]),
    ],
)
def test_the_readers_own_setting_comes_first(
    programs: Programs, setting: str, calls: list[str]
) -> None:
    programs.recorder("mine")
    programs.add("broken", "exit 3")
    programs.add("xdg-open", 'printf "fallback\\n%s\\n" "$1" >> "$LOG"')
    environ = {"PATH": programs.first, "DISPLAY": ":977", "BROWSER": setting}

    assert Browser(environ).open(LINK).opened
    assert programs.calls == calls


@pytest.mark.threat("T14")
def test_a_browser_that_runs_on_is_open_and_leaves_the_caller_soon(
    programs: Programs,
) -> None:
    programs.add("slow", 'sleep 1; echo done >> "$LOG"')
    began = time.monotonic()
    result = Browser({"PATH": programs.first, "BROWSER": "slow"}, watched=0.2).open(
        LINK
    )

    assert result.opened
    assert time.monotonic() - began < 0.9
    _wait_for(programs, ["done"])  # it was left to run


def _wait_for(programs: Programs, calls: list[str]) -> None:
    until = time.monotonic() + 10
    while programs.calls != calls and time.monotonic() < until:
        time.sleep(0.05)
    assert programs.calls == calls


@pytest.mark.threat("T14")
def test_a_failure_is_told_and_names_the_program(programs: Programs) -> None:
    programs.add("xdg-open", "exit 3")
    environ = {"PATH": f"{programs.folder}:/nowhere", "DISPLAY": ":977"}
    result = Browser(environ).open(LINK)

    assert (result.opened, result.reason) == (False, "xdg-open failed")


def test_a_program_that_cannot_run_is_told(programs: Programs) -> None:
    programs.add("mine", "")
    (programs.folder / "mine").write_text("#!/nowhere/at/all\n")
    result = Browser({"PATH": str(programs.folder), "BROWSER": "mine"}).open(LINK)

    assert result.reason.startswith("mine could not be started")


@pytest.mark.threat("T14")
def test_without_a_browser_it_says_so_and_gives_the_address(programs: Programs) -> None:
    result = Browser({"PATH": str(programs.folder)}).open(LINK)

    assert (result.opened, result.url) == (False, LINK)
    assert result.reason == "there is no browser here"


@pytest.mark.threat("T14")
def test_a_text_browser_is_left_to_the_screen(programs: Programs) -> None:
    programs.recorder("w3m")
    result = Browser({"PATH": programs.first, "BROWSER": "w3m"}).open(LINK)

    assert programs.calls == []
    assert not result.opened
    assert result.reason == "w3m would take the terminal"
    assert result.text_browser == ("w3m", LINK)


@pytest.mark.threat("T14")
def test_a_browser_has_no_terminal_and_writes_nowhere(
    programs: Programs, capfd: pytest.CaptureFixture[str]
) -> None:
    programs.add(
        "mine",
        'echo noise; echo noise >&2; (: < /dev/tty) 2>/dev/null && echo tty >> "$LOG"\n'
        '[ "$(ps -o sid= -p $$ | tr -d " ")" = "$$" ] && echo leader >> "$LOG"; exit 0',
    )
    assert Browser({"PATH": programs.first, "BROWSER": "mine"}).open(LINK).opened
    assert capfd.readouterr() == ("", "")
    assert programs.calls == ["leader"]


def test_on_a_mac_and_in_wsl_the_systems_own_opener_is_used(programs: Programs) -> None:
    for name in ("open", "wslview"):
        programs.recorder(name)
    environ = {"PATH": str(programs.folder)}

    assert browser_commands(LINK, environ, "darwin") == [("open", LINK)]
    wsl = {**environ, "WSL_DISTRO_NAME": "Debian"}
    assert browser_commands(LINK, wsl, "linux") == [("wslview", LINK)]
