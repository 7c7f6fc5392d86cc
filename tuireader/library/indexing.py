"""Makes the catalogue of a library from the records of its digests."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from tuireader.domain.catalogue import NUMBER_COLUMNS, Catalogue, Shard, TagCount
from tuireader.domain.column import LIST_SEPARATOR, SEPARATOR, TextColumn
from tuireader.domain.identity import canonical_tag, strong_key, title_keys
from tuireader.library.relations import related
from tuireader.store.records import (
    DigestRecord,
    EntryRecord,
    date_in,
    shown_path,
    split,
)
from tuireader.text.safe import REPLACEMENT

_ABS = "https://arxiv.org/abs/"


@dataclass(frozen=True, slots=True)
class _Placed:
    """The entries of a library in the order of its catalogue, and where they are."""

    entries: list[EntryRecord]
    files: list[int]
    shards: list[int]
    offsets: list[int]
    lengths: list[int]


def build_catalogue(
    digests: Sequence[DigestRecord], shard_of: Sequence[int], shards: Sequence[Shard]
) -> Catalogue:
    """Return the catalogue of `digests`.

    Args:
        digests: Records in order of root and path; an entry's `file` is its place here.
        shard_of: In which of `shards` the bodies of each digest are.
        shards: The files of bodies.
    """
    placed = _in_order(digests, shard_of)
    titles, lines, flags, dates, authors, tags, urls, arxiv_ids, _ = (
        zip(*placed.entries, strict=True) if placed.entries else [()] * 9
    )
    folded = title_keys(titles)
    groups = related(list(map(strong_key, arxiv_ids, urls)), folded)
    spelled = list(map(_spelled, tags))
    spellings, uses = _uses(spelled)
    return Catalogue(
        size=len(titles),
        texts=_texts(titles, folded, authors, arxiv_ids, urls),
        numbers=_numbers(placed, line=lines, flags=flags, **uses),
        runs=tuple((day, len(list(run))) for day, run in groupby(dates)),
        spellings=spellings,
        tags=_tag_counts(spelled, groups),
        groups=groups,
        shards=tuple(shards),
        sources=_shown([digest["path"] for digest in digests]),
        formats=tuple(digest["format"] for digest in digests),
    )


def _texts(
    titles: Sequence[str],
    folded: Sequence[str],
    authors: Sequence[str],
    arxiv_ids: Sequence[str],
    urls: Sequence[str],
) -> dict[str, TextColumn]:
    """Return the columns of texts."""
    return {
        "titles": _packed(titles),
        "authors": _packed_lists(authors),
        "arxiv_ids": _packed(arxiv_ids),
        "urls": _packed(list(map(_untold, urls, arxiv_ids))),
        "folded": _packed(folded),
    }


def _untold(url: str, arxiv_id: str) -> str:
    """Return an address unless the id tells it, as it does for nearly all."""
    return "" if arxiv_id and url == _ABS + arxiv_id else url


def _packed(values: Sequence[str]) -> TextColumn:
    if SEPARATOR.join(values).count(SEPARATOR) >= max(len(values), 1):
        # A careless format let the separator through.
        values = [value.replace(SEPARATOR, REPLACEMENT) for value in values]
    return TextColumn.of(values)


def _packed_lists(values: Sequence[str]) -> TextColumn:
    if LIST_SEPARATOR.join(values).count(LIST_SEPARATOR) >= max(len(values), 1):
        # A name is empty, or holds the separator.
        values = [
            SEPARATOR.join(filter(None, names.split(SEPARATOR))) for names in values
        ]
    return TextColumn.of(values, LIST_SEPARATOR)


def _in_order(digests: Sequence[DigestRecord], shard_of: Sequence[int]) -> _Placed:
    entries: list[EntryRecord] = []
    files: list[int] = []
    places: list[int] = []
    for number, digest in enumerate(digests):
        found = digest["entries"]
        entries += found
        files += [number] * len(found)
        places += digest["places"]
    dates = list(map(date_in, entries))
    # Sorting is stable, in reverse too: inside a day it stays the order of the digests.
    order = sorted(range(len(entries)), key=dates.__getitem__, reverse=True)
    files = [files[place] for place in order]
    return _Placed(
        [entries[place] for place in order],
        files,
        [shard_of[file] for file in files],
        [places[2 * place] for place in order],
        [places[2 * place + 1] for place in order],
    )


def _spelled(joined: str) -> tuple[str, ...]:
    """Return the tags of a record with each canonical form once, as first spelt."""
    if SEPARATOR not in joined:  # nothing to repeat
        return (joined,) if joined else ()
    tags = split(joined)
    if len(set(map(canonical_tag, tags))) == len(tags):
        return tags
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(canonical_tag(tag), tag)
    return tuple(first.values())


def _uses(
    spelled: Sequence[tuple[str, ...]],
) -> tuple[tuple[str, ...], dict[str, Sequence[int]]]:
    """Return all spellings of tags, and the columns of numbers that tell their uses."""
    numbers = {tag: n for n, tag in enumerate(dict.fromkeys(chain(*spelled)))}
    used = [numbers[tag] for tag in chain(*spelled)]
    return tuple(numbers), {"tags": list(map(len, spelled)), "tag": used}


def _numbers(placed: _Placed, **told: Sequence[int]) -> dict[str, "array[int]"]:
    """Return the columns of numbers: where each entry is, and what it tells."""
    columns: dict[str, Sequence[int]] = {
        "file": placed.files,
        "shard": placed.shards,
        "offset": placed.offsets,
        "length": placed.lengths,
        **told,
    }
    return {name: array("I", columns[name]) for name in NUMBER_COLUMNS}


def _shown(paths: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of files as `shown_path` has them, nearly always by one look."""
    whole = "".join(paths)
    safe = whole.isascii() and whole.isprintable()
    return tuple(paths if safe else map(shown_path, paths))


def _tag_counts(
    spelled: Sequence[tuple[str, ...]], groups: Sequence[tuple[int, ...]]
) -> tuple[TagCount, ...]:
    uses = Counter(chain(*spelled))
    papers: Counter[str] = Counter()
    labels: dict[str, str] = {}
    # The most common spelling names a tag; between equals the alphabet decides.
    for tag, count in sorted(uses.items(), key=lambda use: (-use[1], use[0])):
        canonical = canonical_tag(tag)
        labels.setdefault(canonical, tag)
        papers[canonical] += count
    for group in groups:
        carried = Counter(
            canonical_tag(tag) for entry in group for tag in spelled[entry]
        )
        for canonical, count in carried.items():
            papers[canonical] -= count - 1  # a paper counts once
    order = sorted(papers.items(), key=lambda item: (-item[1], item[0]))
    return tuple(TagCount(tag, labels[tag], count) for tag, count in order)
