"""The queue: papers in the order in which they are to be read."""

from collections.abc import Iterable

from tuireader.domain.events import QUEUE, Keys, are_one_paper, value_in
from tuireader.store.registers import Registers
from tuireader.store.state import Wish

_CLOSEST = 1e-6
"""Two places that are closer have none between them: all are numbered anew."""


def appended(papers: Iterable[Keys], registers: Registers) -> list[Wish]:
    """Return the wishes that put those of `papers` that are not queued at the end."""
    new = [keys for keys in papers if value_in(registers.fields(keys), QUEUE) is None]
    places = [place for _keys, place in registers.queue()]
    last = places[-1] if places else 0.0
    return [
        Wish(QUEUE, float(int(last) + number), (keys,))
        for number, keys in enumerate(new, start=1)
    ]


def moved(paper: Keys, by: int, registers: Registers) -> list[Wish]:
    """Return the wishes that move a paper `by` places down, or up if that is negative.

    At either end of the queue it stays.

    Args:
        paper: Its keys.
        by: How many places.
        registers: The state as it is now.
    """
    queue = registers.queue()
    order = [
        bool(set(keys) & set(paper)) and are_one_paper(keys, paper)
        for keys, _place in queue
    ]
    if True not in order:
        return []
    here = order.index(True)
    there = min(max(here + by, 0), len(queue) - 1)
    if there == here:
        return []
    rest = [*queue[:here], *queue[here + 1 :]]
    before = rest[there - 1][1] if there else rest[0][1] - 2
    after = rest[there][1] if there < len(rest) else rest[-1][1] + 2
    if after - before >= _CLOSEST:
        return [Wish(QUEUE, (before + after) / 2, (paper,))]
    anew = [keys for keys, _place in rest]
    anew.insert(there, paper)
    return [Wish(QUEUE, float(n), (keys,)) for n, keys in enumerate(anew, start=1)]
