"""Full-text filters beside mutt's: `l ~b WORD` over a mailbox of the same texts.

Both are open at once in terminals and take a word in turns: mutt from Enter to the
number of messages it limits to, the program from the word's letters, sent together, to
the number of papers of the whole list. Words are spelled differently each time, as the
program remembers what it found. Nothing is measured where there is no mutt.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.keys import EMPTY
from tests.benchmarks.papers import HOME, Paper, library_folder, papers
from tests.benchmarks.sessions import (
    SETTLED,
    environment,
    home_of,
    open_reader,
    warm,
)
from tests.terminal.terminal import Terminal
from tuireader.library.loader import Loader
from tuireader.query import Query

WORDS = ("quantization", "필터링", "plain zebra", "survives pruning", "n0012")
GOALS = {3_854: 1.0, 100_000: 0.2}


def measure(shape: str, count: int, pairs: int) -> Iterator[Figure]:
    """Limit by some words, the program and mutt in turns.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        pairs: Words on each side.
    """
    if shutil.which("mutt") is None:
        return
    folder = library_folder(shape, count)
    warm(folder, count, fresh=False)
    library = Loader([folder], home_of(folder) / "cache").cached()
    assert library is not None, "the cache that the program just wrote"
    words = [*WORDS][: max(1, min(pairs, len(WORDS)))]
    ours, floors = [], []
    with open_reader(folder, count) as reader, _mutt(count) as mutt:
        reader.settle(3.0)
        for word in words:
            found = len(library.matching(Query.parse(f'"{word}"')))
            ours.append(_filtered(reader, word, f"Papers {found:,} of {count:,}"))
            floors.append(_limited(mutt, word, count))
    yield Figure(
        f"full-text filter against mutt, {shape} {count:,}",
        "ms", ours, floors, GOALS.get(count), "floor: `l ~b` of mutt",
    )  # fmt: skip


def body_of(paper: Paper) -> str:
    """Return what mutt is to search: abstract and commentary."""
    return "\n\n".join(filter(None, (paper.abstract, *paper.commentary)))


def mailbox(count: int) -> Path:
    """Return a mailbox of the papers, a message each; it is written once and kept."""
    box = HOME / f"notes-{count}.mbox"
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


def _mutt(count: int) -> Terminal:
    # Nothing is encoded here; mutt would else decode each message into a file first.
    quick = "set thorough_search=no"
    command = ["mutt", "-n", "-R", "-e", quick, "-f", str(mailbox(count))]
    home = HOME / "mutt-home"
    (home / "Mail").mkdir(parents=True, exist_ok=True)  # else it asks for that
    terminal = Terminal(command, environment(home), quiet=0.03)
    terminal.wait_for(f"Msgs:{count}", seconds=120)
    terminal.settle(0.5)
    return terminal


def _filtered(reader: Terminal, word: str, title: str) -> float:
    reader.press("/")
    sent = reader.send(f'"{word}"')
    shown = reader.wait_until(
        lambda text: title in text and word in text.split("\n", 1)[0], title
    )
    reader.settle(SETTLED)
    reader.send(EMPTY)
    reader.settle(SETTLED)
    reader.press("\r")
    return (shown - sent) * 1000


def _limited(mutt: Terminal, word: str, count: int) -> float:
    mutt.send(f'l{EMPTY}~b "{word}"')
    mutt.settle(SETTLED)
    sent = mutt.send("\r")
    # It takes a long line in pieces, so that it misses a word here and there.
    told = re.compile(rf"Msgs:\d+/{count} |No messages matched").search
    limited = mutt.wait_until(lambda text: bool(told(text)), word, seconds=120)
    mutt.settle(SETTLED)
    mutt.send(f"l{EMPTY}all\r")
    mutt.settle(SETTLED)
    return (limited - sent) * 1000
