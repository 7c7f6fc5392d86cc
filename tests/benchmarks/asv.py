"""arxiv-subscription-viewer over one mail of arXiv that lists all papers.

It opens the mail of one date at a time, so that all are in that. It is found by
`TUIREADER_ASV`, the path of its executable, as it needs a Python of its own.
"""

import os
import re
import shutil
from pathlib import Path

from tests.benchmarks.papers import NEWEST, Paper, papers
from tests.benchmarks.peer import Peer, body_of, home_of_peer, variables
from tests.benchmarks.sessions import QUIET
from tests.terminal.terminal import ESCAPE, Terminal

PROGRAM = "TUIREADER_ASV"
_PATIENCE = 180.0
_REST = 1.0
_MOST = 10_000
_CONFIG = (
    '{"onboarding_seen": true, "shortcuts_hint_seen": true,'
    ' "last_seen_whats_new": "0.3.6"}'
)
"""Without it, its first screens are a welcome and its news."""


def mailing(count: int) -> Path:
    """Return a mail that lists the papers; it is written once and kept."""
    mail = home_of_peer("asv", count) / "history" / f"{NEWEST}.txt"
    if not mail.exists():
        mail.parent.mkdir(exist_ok=True)
        with mail.open("w", encoding="utf-8") as file:
            file.writelines(map(_entry, papers(count)))
    return mail


def _entry(paper: Paper) -> str:
    number = paper.arxiv_id
    return (
        f"\\\\\narXiv:{number}\nDate: {paper.day:%a, %d %b %Y} 12:00:00 GMT   (9kb)\n\n"
        f"Title: {paper.title}\nAuthors: {paper.authors}\nCategories: cs.LG\n\\\\\n"
        f"  {body_of(paper)}\n\\\\ ( https://arxiv.org/abs/{number} ,  9kb)\n"
        f"{'-' * 78}\n"
    )


def _start(program: str, count: int) -> Terminal:
    home = home_of_peer("asv", count)
    config = home / ".config" / "arxiv-browser" / "config.json"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(_CONFIG, encoding="utf-8")
    # It looks for `history` where it was started, and `env -C` starts it there.
    there = ["env", "-C", str(mailing(count).parent.parent), program]
    command = [*there, "browse", "--date", str(NEWEST)]
    return Terminal(command, variables(home), quiet=QUIET)


def _listed(viewer: Terminal, count: int) -> float:
    return viewer.wait_for("Kestrel-000001:", f"{count} papers", seconds=_PATIENCE)


def _filtered(viewer: Terminal, word: str, count: int) -> float:
    viewer.send("/")
    viewer.wait_for("Enter apply", seconds=_PATIENCE)
    viewer.settle(_REST)
    sent = viewer.send(f'abstract:"{word}"')
    told = re.compile(rf"\b\d+/{count} match").search
    shown = viewer.wait_until(lambda text: bool(told(text)), word, _PATIENCE)
    viewer.settle(_REST)
    viewer.send(ESCAPE)
    viewer.wait_for(f"{count} papers", seconds=_PATIENCE)
    viewer.settle(_REST)
    return (shown - sent) * 1000


def _program() -> str | None:
    return shutil.which(os.environ.get(PROGRAM, ""))


ASV = Peer(
    "arxiv-subscription-viewer", _program, _start, _listed, _filtered,
    '`/abstract:"WORD"`', most=_MOST,
)  # fmt: skip
