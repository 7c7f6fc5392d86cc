"""mutt over a mailbox, a message a paper: `l ~b WORD`."""

import re
import shutil
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path

from tests.benchmarks.keys import EMPTY
from tests.benchmarks.papers import Paper, papers
from tests.benchmarks.peer import Peer, body_of, home_of_peer, variables
from tests.benchmarks.sessions import QUIET, SETTLED
from tests.terminal.terminal import Terminal

_PATIENCE = 120.0


def mailbox(count: int) -> Path:
    """Return a mailbox of the papers, a message each; it is written once and kept."""
    box = home_of_peer("mutt", count) / "notes.mbox"
    if not box.exists():
        with box.open("w", encoding="utf-8") as file:
            file.writelines(map(_message, papers(count)))
    return box


def _message(paper: Paper) -> str:
    sent = datetime.combine(paper.day, time(12), UTC)
    return (
        f"From notes@localhost {sent:%a %b %d %H:%M:%S %Y}\n"
        f"From: notes@localhost\nSubject: {paper.title}\n"
        f"Date: {format_datetime(sent)}\nMessage-ID: <{paper.number}@localhost>\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{body_of(paper)}\n\n"
    )


def _start(program: str, count: int) -> Terminal:
    # Nothing is encoded here; mutt would else decode each message into a file first.
    quick = "set thorough_search=no"
    command = [program, "-n", "-R", "-e", quick, "-f", str(mailbox(count))]
    home = home_of_peer("mutt", count)
    (home / "Mail").mkdir(exist_ok=True)  # else it asks for that
    return Terminal(command, variables(home), quiet=QUIET)


def _listed(mutt: Terminal, count: int) -> float:
    return mutt.wait_for(f"Msgs:{count}", seconds=_PATIENCE)


def _limited(mutt: Terminal, word: str, count: int) -> float:
    mutt.send(f'l{EMPTY}~b "{word}"')
    mutt.settle(SETTLED)
    sent = mutt.send("\r")
    # It takes a long line in pieces, so that it misses a word here and there.
    told = re.compile(rf"Msgs:\d+/{count} |No messages matched").search
    limited = mutt.wait_until(lambda text: bool(told(text)), word, _PATIENCE)
    mutt.settle(SETTLED)
    mutt.send(f"l{EMPTY}all\r")
    mutt.settle(SETTLED)
    return (limited - sent) * 1000


MUTT = Peer(
    "mutt", lambda: shutil.which("mutt"), _start, _listed, _limited, "`l ~b WORD`",
    {3_854: 1.0, 100_000: 0.2},
)  # fmt: skip
