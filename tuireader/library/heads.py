"""The heads of papers as words are looked for in them: folded, in blocks."""

from collections.abc import Iterator, Sequence

from tuireader.domain.catalogue import Catalogue
from tuireader.domain.column import SEPARATOR
from tuireader.library.blocks import BLOCK_BYTES, Block, tag_line
from tuireader.query import fold
from tuireader.store.body_text import BETWEEN, PART
from tuireader.text.tex import is_tex, readable


def head_blocks(catalogue: Catalogue) -> Iterator[Block]:
    """Yield title, authors and tags of each paper, as the parts of a text each.

    Args:
        catalogue: Where the papers are.
    """
    known = catalogue.tags
    lines = {
        tags: tag_line(known[number].tag for number in tags)
        for tags in set(catalogue.paper_tags)
    }
    parts: list[bytes] = []
    first = size = 0
    for paper, (title, authors, tags) in enumerate(_heads(catalogue)):
        text = f"{title}{PART}{authors}{PART}{lines[tags]}{BETWEEN}".encode(
            "utf-8", "replace"
        )
        parts.append(text)
        size += len(text)
        if size >= BLOCK_BYTES:
            yield Block.of(parts, range(first, paper + 1))
            parts, first, size = [], paper + 1, 0
    if parts:
        yield Block.of(parts, range(first, first + len(parts)))


def _heads(catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Yield titles, authors and numbers of tags of each paper."""
    grouped = catalogue.grouped if catalogue.groups else {}
    later = {entry for group in grouped.values() for entry in group[1:]}
    titles, authors = catalogue.titles, catalogue.authors
    paper = entry = 0
    for block, (title_text, author_text) in enumerate(
        zip(titles.texts(), authors.texts(), strict=True)
    ):
        folded_titles = titles.cut(fold(title_text), block)
        names = authors.cut(fold(author_text), block)
        for title, name in zip(folded_titles, names, strict=True):
            if entry not in later:
                tags = catalogue.paper_tags[paper]
                if group := grouped.get(paper):
                    yield *_merged(catalogue, group), tags
                else:
                    yield *_read(catalogue, entry, title, name), tags
                paper += 1
            entry += 1


def _merged(catalogue: Catalogue, group: Sequence[int]) -> tuple[str, str]:
    """Return titles and authors of several entries, the different ones."""
    texts = [(catalogue.titles[entry], catalogue.authors[entry]) for entry in group]
    read = [
        _read(catalogue, entry, fold(title), fold(names))
        for entry, (title, names) in zip(group, texts, strict=True)
    ]
    titles, authors = zip(*read, strict=True)
    return _lines(titles), _lines(authors)


def _read(catalogue: Catalogue, entry: int, title: str, names: str) -> tuple[str, str]:
    """Return the folded title and authors of an entry, also as the screen has them.

    What is TeX in the digest is read, and typed, as what it stands for.
    """
    names = names.replace(SEPARATOR, ", ")
    if is_tex(title):
        title = _lines([title, fold(readable(catalogue.titles[entry]))])
    if is_tex(names):
        written = catalogue.authors[entry].replace(SEPARATOR, ", ")
        names = _lines([names, fold(readable(written))])
    return title, names


def _lines(values: Sequence[str]) -> str:
    """Return the different ones of `values`, a line each."""
    return "\n".join(filter(None, dict.fromkeys(values)))
