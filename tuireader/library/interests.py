"""What the reader cares about: the tags of what is starred."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.library.view import CatalogueView

OTHERS = "others"
_MOST = 12
"""Tags that have a group of their own; more would be as many as there are papers."""

Group = tuple[int, str, int]
"""The place where it begins, its name and how many papers it has."""


def grouped(
    view: "CatalogueView", papers: Sequence[int]
) -> tuple[list[int], tuple[Group, ...]]:
    """Return papers by the tags that the reader stars most, and what is where.

    A paper stands under the first of its tags; those without come last. Inside a group
    the order stays.

    Args:
        view: The whole library.
        papers: Numbers of the papers.
    """
    tags = view.tags
    starred = Counter(tag for paper in view.starred() for tag in tags[paper])
    here = Counter(tag for paper in papers for tag in tags[paper] if tag in starred)
    ranked = sorted(here, key=lambda tag: (-starred[tag], -here[tag], tag))
    rank = {tag: place for place, tag in enumerate(ranked[:_MOST])}
    last = len(rank)

    def place(paper: int) -> int:
        return min((rank[tag] for tag in tags[paper] if tag in rank), default=last)

    ordered = sorted(papers, key=place)
    names = [*(f"#{tag}" for tag in rank), OTHERS]
    sizes = Counter(map(place, ordered))
    counts = [sizes[number] for number in range(len(names))]
    groups = zip(accumulate(counts, initial=0), names, counts, strict=False)
    return ordered, tuple(group for group in groups if group[2])
