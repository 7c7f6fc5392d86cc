"""The program beside other readers of the same texts: filters and starts.

The program and a peer are open at once in terminals and take a word in turns: the peer
from Enter (or, if it filters as one types, from the word) to what it found, the program
from the word's letters, sent together, to the number of papers of the whole list. Words
are spelled differently each time, as the program remembers what it found. A start is
that of a program which has read everything before, until its list is on the screen.
Nothing is measured where a peer is not installed.
"""

from collections.abc import Iterator

from tests.benchmarks.asv import ASV
from tests.benchmarks.figures import Figure
from tests.benchmarks.keys import EMPTY
from tests.benchmarks.mutt import MUTT
from tests.benchmarks.newsboat import NEWSBOAT, NEWSBOAT_SEARCH
from tests.benchmarks.papers import library_folder
from tests.benchmarks.peer import Peer
from tests.benchmarks.sessions import (
    SETTLED,
    known,
    open_reader,
    reader_paint,
    warm,
)
from tests.terminal.terminal import Terminal
from tuireader.query import Query

PEERS = (MUTT, NEWSBOAT, NEWSBOAT_SEARCH, ASV)
WORDS = ("quantization", "필터링", "plain zebra", "survives pruning", "n0012")
_STARTS = 3


def measure(shape: str, count: int, pairs: int) -> Iterator[Figure]:
    """Filter by some words, the program and each peer in turns.

    Args:
        shape: Shape of the digests.
        count: Papers of the library.
        pairs: Words on each side.
    """
    for peer in PEERS:
        yield from beside(peer, shape, count, pairs)


def beside(peer: Peer, shape: str, count: int, pairs: int) -> Iterator[Figure]:
    """Measure one peer: its filter, and its start; as `measure` does."""
    program = peer.program()
    if program is None or count > peer.most:
        return
    what = f"{peer.name}, {shape} {count:,}"
    warm(library_folder(shape, count), count, fresh=False)
    with peer.start(program, count) as other:  # writes and reads what it is to show
        peer.listed(other, count)
        other.settle(1.0)
        ours, floors = _filters(peer, other, shape, count, pairs)
    yield Figure(
        f"full-text filter against {what}", "ms", ours, floors,
        peer.goals.get(count), f"floor: {peer.how}",
    )  # fmt: skip
    if peer.is_started:
        ours, floors = _starts(peer, program, shape, count, min(pairs, _STARTS))
        yield Figure(f"start against {what}", "ms", ours, floors)


def _filters(
    peer: Peer, other: Terminal, shape: str, count: int, pairs: int
) -> tuple[list[float], list[float]]:
    folder = library_folder(shape, count)
    library = known(folder)
    ours, floors = [], []
    with open_reader(folder, count) as reader:
        reader.settle(3.0)  # whatever it prepares for searches
        for word in WORDS[: max(1, pairs)]:
            found = len(library.matching(Query.parse(f'"{word}"')))
            ours.append(_filtered(reader, word, f"Papers {found:,} of {count:,}"))
            floors.append(peer.filtered(other, word, count))
    return ours, floors


def _starts(
    peer: Peer, program: str, shape: str, count: int, pairs: int
) -> tuple[list[float], list[float]]:
    ours, floors = [], []
    for _ in range(pairs):
        ours.append(reader_paint(library_folder(shape, count), count).ms)
        with peer.start(program, count) as other:
            floors.append((peer.listed(other, count) - other.began) * 1000)
    return ours, floors


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
