"""Digests that try to do something to the terminal, to the program or to the reader."""

from collections.abc import Iterator
from pathlib import Path

COMMANDS = {
    "osc52-bel": "\x1b]52;c;UFdORUQ=\x07",
    "osc52-st": "\x1b]52;c;UFdORUQ=\x1b\\",
    "osc52-unended": "\x1b]52;c;UFdORUQ=",
    "osc52-nul-inside": "\x1b]5\x002;c;UFdORUQ=\x07",
    "osc52-nested": "\x1b\x1b]52;c;\x1b]52;c;UFdORUQ=\x07UFdORUQ=\x07",
    "osc52-c1": "\x9d52;c;UFdORUQ=\x9c",
    "osc52-primary": "\x1b]52;p;UFdORUQ=\x07",
    "osc-title": "\x1b]0;PWNED\x07",
    "osc-icon": "\x1b]1;PWNED\x1b\\",
    "osc-folder": "\x1b]7;file:///etc\x07",
    "osc-link": "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\",
    "osc-notify": "\x1b]9;PWNED\x07",
    "osc-colour": "\x1b]11;?\x07",
    "osc-palette": "\x1b]4;1;red\x07",
    "osc-rxvt": "\x1b]777;notify;PWNED;PWNED\x07",
    "osc-iterm": "\x1b]1337;File=name=UFdORUQ=;inline=1:UFdORUQ=\x07",
    "dcs-request": "\x1bP$qm\x1b\\",
    "dcs-terminfo": "\x1bP+q544e\x1b\\",
    "dcs-sixel": "\x1bPq#0;2;0;0;0#0~~@@vv\x1b\\",
    "dcs-tmux": "\x1bPtmux;\x1b\x1b]52;c;UFdORUQ=\x07\x1b\\",
    "dcs-c1": "\x90+q544e\x9c",
    "apc-kitty": "\x1b_Ga=T,f=100;UFdORUQ=\x1b\\",
    "apc-screen": "\x1bkPWNED\x1b\\",
    "pm": "\x1b^PWNED\x1b\\",
    "sos": "\x1bXPWNED\x1b\\",
    "csi-clear": "\x1b[2J\x1b[3J",
    "csi-home": "\x1b[1;1HPWNED",
    "csi-up": "\x1b[99APWNED",
    "csi-leave-screen": "\x1b[?1049l",
    "csi-paste-mode": "\x1b[?2004l",
    "csi-mouse": "\x1b[?1003l\x1b[?1006l",
    "csi-report-place": "\x1b[6n",
    "csi-report-device": "\x1b[c\x1b[>c\x1b[=c",
    "csi-report-title": "\x1b[21t",
    "csi-resize": "\x1b[8;1;1t",
    "csi-margins": "\x1b[5;6r",
    "csi-print": "\x1b[5i",
    "csi-soft-reset": "\x1b[!p",
    "csi-c1": "\x9b2J\x9b31m",
    "csi-hidden": "\x1b[8mhidden\x1b[0m",
    "csi-long": "\x1b[" + "1;" * 300 + "m",
    "ris": "\x1bc",
    "alignment": "\x1b#8",
    "charset": "\x1b(0lqqk\x1b(B",
    "shift-out": "\x0elqqk\x0f",
    "identify": "\x1bZ\x05",
    "keypad": "\x1b=\x1b>",
    "save-restore": "\x1b7\x1b[1;1HPWNED\x1b8",
    "backspaces": "good\x08\x08\x08\x08evil",
    "return": "good\revil",
    "delete-bell": "\x7f\x07",
    "feeds": "a\x0bb\x0cc",
    "next-line-c1": "a\x85b\x84c\x8dd",
    "nul": "a\x00b",
    "bidi-override": "exe.\u202egnp\u202c",
    "bidi-isolate": "\u2066a\u2067b\u2068c\u2069",
    "bidi-marks": "a\u200eb\u200fc\u061cd",
    "zero-width": "a\u200bb\u2060c\ufeffd",
    "tag-characters": "a\U000e0041\U000e0042\U000e007f",
    "annotation": "a\ufff9b\ufffac\ufffb",
    "separators": "a\u2028b\u2029c",
    "combining": "e" + "\u0301" * 3_000,
}
"""Payloads that a terminal obeys, or that show what is not there."""

MARKUP = {
    "close": "[/]",
    "close-red": "[/red]",
    "unbalanced": "[bold]x[/italic]",
    "click": "[@click=app.quit]x[/]",
    "link": "[link=file:///etc/passwd]x[/link]",
    "colour": "[#zzzzzz]x",
    "quote": '["x]',
    "object": "[type=x, v={'a[0]'}]",
    "open": "tail [/",
    "mask": "[MASK] and [CLS] tokens",
    "backslash": "ends in a backslash\\",
    "variable": "$primary {0} %s %(x)s",
    "emoji": ":smile: [on red]x",
    "escaped": "\\[x] \\\\[/]",
}
"""Payloads that Textual's or Rich's markup would obey, or choke on."""

PAYLOADS = {**COMMANDS, **MARKUP}


def write(folder: Path) -> int:
    """Write every payload into every field of papers in both shapes.

    Returns:
        How many papers were written.
    """
    papers = list(_papers())
    half = len(papers) // 2
    _write_plain(folder, papers[:half])
    _write_vault(folder, papers[half:])
    return len(papers)


def _papers() -> Iterator[tuple[int, str, str]]:
    """Yield number, name and payload of the papers: every payload twice."""
    for number, (name, payload) in enumerate([*PAYLOADS.items()] * 2):
        yield number, name, payload


def _write_plain(folder: Path, papers: list[tuple[int, str, str]]) -> None:
    entries = [
        f"Title {number:03} {name} {payload} end\n(Ada {payload} Moor, Bo Ek)\n"
        f"An abstract in English says {payload} and goes on for a while after it.\n"
        f"설명 {payload} 끝\n#hostile #t{number}{payload}\n"
        for number, name, payload in papers
    ]
    text = "2024년 5월 1일\n" + "".join(entries)
    (folder / "2024-05-01.txt").write_bytes(text.encode())


def _write_vault(folder: Path, papers: list[tuple[int, str, str]]) -> None:
    for number, name, payload in papers:
        text = (
            f"https://arxiv.org/abs/2401.{number:05}{payload}\n\n"
            f"*Title {number:03} {name} {payload} end* (Ada {payload} Moor)\n\n"
            f"> An abstract {payload} of it\n\n설명 {payload} 끝\n\n"
            f"see [x](file:///etc/passwd) [[Other {payload}]] {payload}\n\n"
            f"#hostile #t{number}{payload}\n\n# Links\n[[{payload}]]\n"
        )
        (folder / _file_name(number, payload)).write_bytes(text.encode())


def _file_name(number: int, payload: str) -> str:
    """A name that holds the payload, as far as a file's name can."""
    safe = payload.replace("/", "∕").replace("\x00", "")
    return f"240401 Note {number:03} " + safe[:40] + ".md"
