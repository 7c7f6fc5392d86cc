"""The terms of a query: what each asks of a paper, over the columns of a view.

Each is a value that selects paper numbers from candidates; no object is made per paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from tuireader.query.dates import Days
from tuireader.query.view import PaperView

_LIKENESS = ((3, 100.0), (5, 75.0))
"""Up to how many letters which percentage is asked."""


@dataclass(frozen=True, slots=True)
class Contains:
    """A text holds a word or phrase."""

    field: str
    """Which text: empty for all, or `title`, `author`, `abstract`, `note`, `text`."""
    folded: str
    """The word, folded."""
    text: str
    """As typed."""

    @property
    def cost(self) -> int:
        """Whole texts are dearest."""
        return 3 if self.field in {"title", "author"} else 6

    def describe(self) -> str:
        """Return what it means, in words."""
        word = f"“{self.folded}”"
        match self.field:
            case "author":
                return f"by {word}"
            case "" | "text":
                return f"containing {word}"
            case "note":
                return f"with {word} in the commentary"
            case field:
                return f"with {word} in the {field}"

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` whose text holds the word."""
        return view.holding(self.field, self.folded, rows)


@dataclass(frozen=True, slots=True)
class Named:
    """A paper is by somebody of that very name; if there is nobody, the name is a part.

    So a name that is picked is that person alone, and one that is half typed, or known
    in part, still finds.
    """

    folded: str
    """The name, folded."""
    text: str = field(compare=False)
    """As typed."""
    cost: ClassVar[int] = 3

    @property
    def part(self) -> Contains:
        """What it asks where nobody is called so; wider in any case."""
        return Contains("author", self.folded, self.text)

    def describe(self) -> str:
        """Return what it means, in words."""
        return self.part.describe()

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` by who is called so."""
        found = view.written_by(self.folded, rows)
        return self.part.select(view, rows) if found is None else found


@dataclass(frozen=True, slots=True)
class Tagged:
    """A paper has one of some tags."""

    names: frozenset[str]
    """Tags in canonical form."""
    prefixes: tuple[str, ...]
    """Beginnings of tags, in canonical form."""
    text: str
    """As typed."""
    cost: ClassVar[int] = 1

    def describe(self) -> str:
        """Return what it means, in words."""
        names = [*sorted(self.names), *(f"{prefix}…" for prefix in self.prefixes)]
        return "tagged " + " or ".join(names)

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` that have one of the tags."""
        names = self.names
        if self.prefixes:  # the tags there are, are few beside the papers
            tags = view.tags
            there = frozenset[str]().union(*(tags[row] for row in rows))
            names |= {tag for tag in there if tag.startswith(self.prefixes)}
        return view.tagged(names, rows)


@dataclass(frozen=True, slots=True)
class Dated:
    """A paper appeared on one of some days."""

    days: Days
    """The days; papers without a date are among them only if it says so."""
    text: str
    """As typed."""
    words: str
    """What it means, in words."""
    cost: ClassVar[int] = 2

    def describe(self) -> str:
        """Return what it means, in words."""
        return self.words

    def select(self, view: PaperView, rows: Sequence[int]) -> list[int]:
        """Return those of `rows` with an appearance on one of the days."""
        dates, days = view.dates, self.days
        if len(days.spans) == 1 and not days.undated:
            first, last = days.spans[0]
            return [
                row
                for row in rows
                if (
                    first <= seen[0] <= last
                    if len(seen := dates[row]) == 1
                    else days.any_of(seen)
                )
            ]
        return [row for row in rows if days.any_of(dates[row])]


@dataclass(frozen=True, slots=True)
class Flagged:
    """A paper is in, or has, one of some things: `is:unread`, `has:link`."""

    key: str
    """`is` or `has`."""
    names: tuple[str, ...]
    """Which, in canonical form and sorted."""
    text: str
    """As typed."""
    cost: ClassVar[int] = 2

    def describe(self) -> str:
        """Return what it means, in words."""
        lead = "" if self.key == "is" else "with "
        return lead + " or ".join(self.names)

    def select(self, view: PaperView, rows: Sequence[int]) -> list[int]:
        """Return those of `rows` of which the view says so."""
        asked = view.state if self.key == "is" else view.has
        if len(self.names) == 1:
            (name,) = self.names
            return [row for row in rows if asked(row, name)]
        return [row for row in rows if any(asked(row, name) for name in self.names)]


@dataclass(frozen=True, slots=True)
class Known:
    """A paper answers to a key, such as an arXiv id."""

    keys: frozenset[str]
    """Whole keys."""
    starts: tuple[str, ...]
    """Beginnings of keys, case folded; what is typed of an id before its end."""
    text: str
    """As typed."""
    cost: ClassVar[int] = 1

    def describe(self) -> str:
        """Return what it means, in words."""
        names = [*sorted(self.keys), *(f"{start}…" for start in self.starts)]
        return "known as " + " or ".join(names)

    def select(self, view: PaperView, rows: Sequence[int]) -> list[int]:
        """Return those of `rows` that answer to one of the keys."""
        known, keys, starts = view.keys, self.keys, self.starts
        found = [row for row in rows if not keys.isdisjoint(known[row])] if keys else []
        if not starts:
            return found
        whole = set(found)
        return [
            row
            for row in rows
            if row in whole
            or any(key.casefold().startswith(starts) for key in known[row])
        ]


@dataclass(frozen=True, slots=True)
class Resembles:
    """A title, author or tag looks much like a word: `~transfromer`."""

    folded: str
    """The word, folded."""
    text: str
    """As typed."""
    cost: ClassVar[int] = 9

    @property
    def least(self) -> float:
        """The percentage of likeness that is enough."""
        return _least_likeness(self.folded)

    def describe(self) -> str:
        """Return what it means, in words."""
        return f"with something like “{self.folded}”"

    def select(self, view: PaperView, rows: Sequence[int]) -> Sequence[int]:
        """Return those of `rows` whose head holds something like the word."""
        return view.resembling(self.folded, self.least, rows)


def _least_likeness(word: str) -> float:
    """Return the percentage of likeness that is enough for `word`.

    One slip in a short word is already much of it; in the shortest none is let pass, or
    nearly every title would match.
    """
    return next((least for size, least in _LIKENESS if len(word) <= size), 80.0)
