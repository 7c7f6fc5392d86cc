"""Every entry of a library as parallel columns: no object per paper, newest day first.

A catalogue of ten thousand papers is a dozen byte strings and arrays. Of a column of
texts only the blocks are cut that are asked for, so that the first screen pays for what
it shows and the garbage collector finds nothing to walk.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat
from types import MappingProxyType
from typing import NamedTuple

from tuireader.domain.column import SEPARATOR, TextColumn
from tuireader.domain.entry import Problem
from tuireader.domain.identity import canonical_tag

TEXT_COLUMNS = ("titles", "authors", "arxiv_ids", "urls", "folded")
NUMBER_COLUMNS = ("file", "line", "flags", "shard", "offset", "length", "tags", "tag")
"""`tags` is how many tags an entry has, `tag` the spellings of all entries in a row."""

HAS_ABSTRACT, HAS_COMMENTARY, HAS_REFERENCES = 1, 2, 4
"""Bits of the column `flags`."""


class TagCount(NamedTuple):
    """How many papers carry a tag."""

    tag: str
    """The form under which spellings are one, as `canonical_tag` gives it."""
    label: str
    """Its most common spelling."""
    count: int  # type: ignore[assignment]  # in place of tuple.count


class Shard(NamedTuple):
    """One file of bodies."""

    file: str
    """Its name in the cache folder; empty for bodies held in memory."""
    size: int
    mtime_ns: int


class Files(NamedTuple):
    """The files that a catalogue was made from, as parallel columns."""

    roots: tuple[str, ...]
    """Real paths of the folders and files that were asked for."""
    root: Sequence[int]
    """Which of the roots a file belongs to."""
    path: Sequence[str]
    """Path below its root, as the file system names it (surrogates escaped)."""
    size: Sequence[int]
    mtime_ns: Sequence[int]
    digest: Sequence[str]
    """Hash of the content."""
    problems: Mapping[int, tuple[Problem, ...]] = MappingProxyType({})
    """What was odd, by file number."""


class Columns(NamedTuple):
    """What a catalogue is made of, packed."""

    size: int
    """Number of entries."""
    texts: Mapping[str, TextColumn]
    """Text columns, those of `TEXT_COLUMNS`."""
    numbers: Mapping[str, "array[int]"]
    """Number columns, those of `NUMBER_COLUMNS`."""
    runs: tuple[tuple[str, int], ...]
    """Days and how many entries each has, in order; an empty day last."""
    spellings: tuple[str, ...]
    """Tags as written, each spelling once."""
    tags: tuple[TagCount, ...]
    """Counts over all papers, the most common first."""
    groups: tuple[tuple[int, ...], ...]
    """Entries of each paper that has several, newest first."""
    shards: tuple[Shard, ...]
    sources: tuple[str, ...]
    """Paths of all files that were read, safe to show."""
    formats: tuple[str, ...]
    """Shape of each of those digests; empty for a file that holds none."""
    aliases: Mapping[str, str] = MappingProxyType({})
    """Canonical tags that count as others."""


class Catalogue(Columns):
    """The entries of a library, in the order in which they are listed.

    Entries are ordered by day, newest first and undated last, inside a day by source
    and line. Papers are numbered in the order of their newest entries.
    """

    @classmethod
    def empty(cls) -> "Catalogue":
        """Return the catalogue of no entries."""
        texts = {name: TextColumn.of(()) for name in TEXT_COLUMNS}
        numbers = {name: array("I") for name in NUMBER_COLUMNS}
        return cls(0, texts, numbers, (), (), (), (), (), (), ())

    @property
    def titles(self) -> TextColumn:
        """Title of each entry."""
        return self.texts["titles"]

    @property
    def authors(self) -> TextColumn:
        """Authors of each entry, joined by `SEPARATOR`."""
        return self.texts["authors"]

    @property
    def arxiv_ids(self) -> TextColumn:
        """Base id of each entry's own link, or an empty string."""
        return self.texts["arxiv_ids"]

    @property
    def urls(self) -> TextColumn:
        """Own link of each entry; empty where there is none or the id tells it."""
        return self.texts["urls"]

    @property
    def folded(self) -> TextColumn:
        """Title of each entry as `title_key` folds it."""
        return self.texts["folded"]

    @cached_property
    def dates(self) -> list[str]:
        """Day of each entry, or an empty string."""
        return list(chain.from_iterable(repeat(day, n) for day, n in self.runs))

    @cached_property
    def days(self) -> tuple[tuple[str, int], ...]:
        """Days and how many papers are listed under each, in order."""
        if not self.groups:
            return self.runs
        papers = dict(self.runs)
        for entry in chain.from_iterable(group[1:] for group in self.groups):
            papers[self.dates[entry]] -= 1
        return tuple((day, count) for day, count in papers.items() if count)

    @cached_property
    def heads(self) -> Sequence[int]:
        """The newest entry of each paper."""
        if not self.groups:
            return range(self.size)
        later = {entry for group in self.groups for entry in group[1:]}
        return [entry for entry in range(self.size) if entry not in later]

    @cached_property
    def grouped(self) -> dict[int, tuple[int, ...]]:
        """All entries of the papers that have several, by paper number."""
        heads = self.heads
        return {bisect_left(heads, group[0]): group for group in self.groups}

    @cached_property
    def tag_numbers(self) -> dict[str, int]:
        """Place of each canonical tag in `tags`."""
        return {count.tag: number for number, count in enumerate(self.tags)}

    @cached_property
    def spelled(self) -> list[int]:
        """Place in `tags` of each spelling."""
        number, aliases = self.tag_numbers, self.aliases
        tags = map(canonical_tag, self.spellings)
        return [number[aliases.get(tag, tag)] for tag in tags]

    @cached_property
    def paper_tags(self) -> list[tuple[int, ...]]:
        """Places in `tags` of all tags of each paper, each once."""
        place = self.spelled
        ids = [place[spelling] for spelling in self.numbers["tag"]]
        ends = self._tag_ends
        entries = [tuple(ids[start:end]) for start, end in pairwise(ends)]
        if self.aliases:  # else the tags of an entry differ
            entries = [tuple(dict.fromkeys(tags)) for tags in entries]
        return by_paper(self, entries)

    def aliased(self, aliases: Mapping[str, str]) -> "Catalogue":
        """Return the catalogue in which some tags count as others.

        Args:
            aliases: Canonical tags to canonical tags, none of which is an alias itself.
        """
        used = {tag: to for tag, to in aliases.items() if tag in self.tag_numbers}
        if not used:
            return self._replace(aliases=aliases) if aliases else self
        labels = {count.tag: count.label for count in self.tags}
        names = dict.fromkeys(used.get(count.tag, count.tag) for count in self.tags)
        bare = tuple(TagCount(tag, labels.get(tag, tag), 0) for tag in names)
        merged = self._replace(tags=bare, aliases=aliases)
        counts = Counter(chain.from_iterable(merged.paper_tags))
        tags = [tag._replace(count=counts[n]) for n, tag in enumerate(bare)]
        tags.sort(key=lambda tag: (-tag.count, tag.tag))
        return merged._replace(tags=tuple(tags))

    def entries_of(self, paper: int) -> tuple[int, ...]:
        """Return the entries of a paper, newest first."""
        return self.grouped.get(paper) or (self.heads[paper],)

    def tags_of(self, entry: int) -> list[str]:
        """Return the tags of an entry as written."""
        start, end = self._tag_ends[entry], self._tag_ends[entry + 1]
        return [self.spellings[number] for number in self.numbers["tag"][start:end]]

    def tags_among(self, entries: Iterable[int]) -> list[str]:
        """Return the tags of some entries as written, each spelling once."""
        ends, tags = self._tag_ends, self.numbers["tag"]
        found: dict[int, None] = {}
        for entry in entries:
            found |= dict.fromkeys(tags[ends[entry] : ends[entry + 1]])
        return [self.spellings[number] for number in found]

    def authors_of(self, entry: int) -> tuple[str, ...]:
        """Return the authors of an entry."""
        names = self.authors[entry]
        return tuple(names.split(SEPARATOR)) if names else ()

    def url_of(self, entry: int) -> str | None:
        """Return the own link of an entry."""
        if url := self.urls[entry]:
            return url
        base = self.arxiv_ids[entry]
        return f"https://arxiv.org/abs/{base}" if base else None

    @cached_property
    def _tag_ends(self) -> list[int]:
        return list(accumulate(self.numbers["tags"], initial=0))


def by_paper(
    catalogue: Catalogue, entries: list[tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """Return what papers have of what entries have, each thing once."""
    if not catalogue.groups:
        return entries
    papers = [entries[head] for head in catalogue.heads]
    for paper, group in catalogue.grouped.items():
        merged = chain.from_iterable(entries[entry] for entry in group)
        papers[paper] = tuple(dict.fromkeys(merged))
    return papers
