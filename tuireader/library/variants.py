"""Tags that are written in several ways: those that are one, and those that may be."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.domain.catalogue import Catalogue, TagCount

_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
_LIKE = 88.0
"""Percentage of likeness from which two long tags may be one."""
_LONG = 6
"""Letters from which likeness says something."""
_DIGITS = re.compile(r"[0-9]+")
_ACRONYM = 3
"""Letters of the shortest acronym that is no chance."""


class Merged(NamedTuple):
    """Spellings that count as one tag."""

    tag: TagCount
    spellings: tuple[tuple[str, int], ...]
    """Each as written and how often, the most common first."""


class Suggestion(NamedTuple):
    """Two tags that may be one."""

    rare: TagCount
    common: TagCount
    reason: str
    """`plural`, `hyphen`, `acronym` or `spelling`."""


def merged_tags(catalogue: Catalogue) -> tuple[Merged, ...]:
    """Return the tags that stand for several spellings, the most common first."""
    uses = Counter(catalogue.numbers["tag"])
    spelled: dict[int, list[tuple[str, int]]] = {}
    for place, number in enumerate(catalogue.spelled):
        spelling = catalogue.spellings[place], uses[place]
        spelled.setdefault(number, []).append(spelling)
    return tuple(
        Merged(tag, tuple(sorted(spelled[number], key=lambda one: (-one[1], one[0]))))
        for number, tag in enumerate(catalogue.tags)
        if len(spelled.get(number, ())) > 1
    )


def suggested(tags: Sequence[TagCount]) -> tuple[Suggestion, ...]:
    """Return pairs of tags that may be one; each tag gives way once at most.

    Args:
        tags: The most common first; of a pair the one that comes later gives way.
    """
    found: dict[str, Suggestion] = {}
    for finder in (_same_letters, _plurals, _acronyms, _alike):
        for suggestion in finder(tags):
            if suggestion.common.tag not in found:
                found.setdefault(suggestion.rare.tag, suggestion)
    order = {tag.tag: place for place, tag in enumerate(tags)}
    return tuple(sorted(found.values(), key=lambda one: order[one.common.tag]))


def _pair(one: TagCount, other: TagCount, reason: str) -> Suggestion:
    if (one.count, other.tag) < (other.count, one.tag):
        return Suggestion(one, other, reason)
    return Suggestion(other, one, reason)


def _same_letters(tags: Sequence[TagCount]) -> Iterator[Suggestion]:
    first: dict[str, TagCount] = {}
    for tag in tags:
        other = first.setdefault(re.sub(r"[\W_]+", "", tag.tag), tag)
        if other is not tag:
            yield _pair(tag, other, "hyphen")


def _plurals(tags: Sequence[TagCount]) -> Iterator[Suggestion]:
    known = {tag.tag: tag for tag in tags}
    for tag in tags:
        for ending, instead in _ENDINGS:
            single = known.get(tag.tag.removesuffix(ending) + instead)
            if tag.tag.endswith(ending) and single:
                yield _pair(tag, single, "plural")
                break


def _acronyms(tags: Sequence[TagCount]) -> Iterator[Suggestion]:
    known = {tag.tag: tag for tag in tags}
    for tag in tags:
        short = "".join(part[0] for part in tag.tag.split("-") if part)
        plural = f"{short}s" if tag.tag.endswith("s") else short
        for name in (plural, short):
            if len(short) >= _ACRONYM and name in known:
                yield _pair(tag, known[name], "acronym")
                break


def _alike(tags: Sequence[TagCount]) -> Iterator[Suggestion]:
    from rapidfuzz.fuzz import ratio

    groups: dict[str, list[TagCount]] = {}
    for tag in tags:
        # A slip in the first letter is rare, and comparing all with all is slow.
        if len(tag.tag) >= _LONG:
            groups.setdefault(tag.tag[0], []).append(tag)
    for group in groups.values():
        for place, tag in enumerate(group):
            for other in group[:place]:
                near = abs(len(tag.tag) - len(other.tag)) <= 1
                # `gpt-3` and `gpt-4`, `2d` and `3d` are not slips.
                same = near and _DIGITS.findall(tag.tag) == _DIGITS.findall(other.tag)
                if same and ratio(tag.tag, other.tag, score_cutoff=_LIKE):
                    yield _pair(tag, other, "spelling")
