"""The records that `tuireader export` prints: one per entry."""

from typing import TypedDict

from tuireader.domain.entry import Digest, Entry
from tuireader.domain.identity import keys_of


class Record(TypedDict):
    """One line of JSON Lines; the names and their meaning are promised to scripts."""

    key: str
    title: str
    authors: list[str]
    date: str | None
    abstract: str
    commentary: str
    tags: list[str]
    url: str | None
    arxiv_id: str | None
    references: list[str]
    wikilinks: list[str]
    source: str
    line: int
    format: str


def record_of(digest: Digest, entry: Entry) -> Record:
    """Return the record of `entry`, which `digest` presents.

    Commentary paragraphs, translations among them, are joined by a newline; text is as
    the digest has it, TeX and Markdown included.
    """
    return Record(
        key=keys_of(entry)[0],
        title=entry.title,
        authors=list(entry.authors),
        date=entry.date,
        abstract=entry.abstract,
        commentary="\n".join(paragraph.text for paragraph in entry.commentary),
        tags=list(entry.tags),
        url=entry.url,
        arxiv_id=entry.arxiv_id,
        references=list(entry.references),
        wikilinks=list(entry.wikilinks),
        source=digest.source,
        line=entry.line,
        format=digest.format,
    )
