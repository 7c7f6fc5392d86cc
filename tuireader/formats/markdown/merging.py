"""One paper in two places of one digest: among highlights above the entries, a badge.

Such places become one entry where one of them adds little; two full entries stay two.
"""

from typing import NamedTuple

from tuireader.domain.identity import title_key
from tuireader.formats.markdown.dating import Place
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.outline import Draft


class Found(NamedTuple):
    """An entry that was read, with where it stands."""

    fields: Fields
    draft: Draft
    place: Place

    @property
    def day(self) -> str | None:
        """The day that its place or its own field tells."""
        days = self.fields.days
        if days.yearless and not days.date:
            return days.in_year((self.place.date or self.place.year)[:4])
        return self.place.date or days.date


def merged(found: list[Found]) -> list[Found]:
    """Return `found` with the poorer of two entries of a day's paper in the richer."""
    groups: dict[tuple[str, str | None], list[Found]] = {}
    for entry in found:
        if entry.draft.key:
            groups.setdefault((entry.draft.key, entry.day), []).append(entry)
    gone: set[int] = set()
    for group in groups.values():
        if len(group) > 1:
            best = max(group, key=_weight)
            known = {part.whole for part in best.fields.texts.parts}
            for other in group:
                if other is not best and _adds_little(best, other):
                    _absorb(best, other, known)
                    gone.add(id(other))
    return [entry for entry in found if id(entry) not in gone]


def _weight(entry: Found) -> int:
    fields = entry.fields
    length = sum(len(part.whole) for part in fields.texts.parts)
    return length + 100 * bool(fields.authors) + 10 * len(fields.tags)


def _adds_little(best: Found, other: Found) -> bool:
    long, short = title_key(best.fields.title), title_key(other.fields.title)
    if short and (short in long or long in short):
        return True
    return not other.fields.authors and not other.fields.texts.parts


def _absorb(best: Found, other: Found, known: set[str]) -> None:
    """Add what only `other` says to `best`; `known` is what that says already."""
    mine, theirs = best.fields, other.fields
    mine.texts.parts += [p for p in theirs.texts.parts if p.whole not in known]
    known.update(part.whole for part in theirs.texts.parts)
    mine.texts.links += theirs.texts.links
    mine.tags |= theirs.tags
    if mine.authors:
        mine.note(
            ", ".join(name for name in theirs.authors if name not in mine.authors)
        )
    mine.authors = mine.authors or theirs.authors
    mine.days.date = mine.days.date or theirs.days.date
    # `Highlights` says something of a paper; `Index` and `Details` do not.
    parts = best.draft.repeats or other.draft.repeats
    if not parts and other.place.section not in {"", best.place.section}:
        mine.tags[other.place.section] = None
    if title_key(theirs.title) not in title_key(mine.title):
        mine.note(theirs.title)
