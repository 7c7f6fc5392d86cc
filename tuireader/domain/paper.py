"""A paper: what entries that share a key are about, under one of its appearances."""

from typing import NamedTuple, Protocol

from tuireader.domain.entry import Paragraph


class Appearance(NamedTuple):
    """One place where a paper stands in a digest."""

    date: str
    """`YYYY-MM-DD`, or empty where the digest tells no day."""
    source: str
    """Path of the digest, relative to the library folder that holds it."""
    line: int
    """Line where the entry begins, from 1."""
    format: str
    """Name of the shape that the digest was read as."""


class Paper(NamedTuple):
    """A paper as it is listed: the facts of the appearance shown, the tags of all."""

    key: str
    """The strongest of its keys."""
    keys: tuple[str, ...]
    """Every key it answers to, the strongest first."""
    title: str
    authors: tuple[str, ...]
    date: str
    """Day of the appearance shown, `YYYY-MM-DD`; empty where there is none."""
    tags: tuple[str, ...]
    """As written, without `#`; a tag written in two ways stands once."""
    arxiv_id: str | None
    """Base id of the shown entry's own link, else of another entry's."""
    url: str | None
    """Own link of the shown entry; None although another entry may have one."""
    source: str
    """Digest of the appearance shown."""
    line: int
    """Line of the appearance shown."""
    format: str
    """Shape of the digest shown."""
    appearances: tuple[Appearance, ...]
    """With the one shown, newest first; of hundreds the newest and the oldest."""
    entry: int
    """Number of the entry shown in its catalogue."""
    entries: tuple[int, ...]
    """Numbers of all its entries, newest first."""


class Identified(Protocol):
    """What is known by keys: a paper that is listed, or one that nothing presents."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key it answers to, the strongest first."""

    @property
    def appearances(self) -> tuple[Appearance, ...]:
        """Where it stands, newest first."""


class Unlisted(NamedTuple):
    """A paper of which nothing is known but keys."""

    keys: tuple[str, ...]
    appearances: tuple[Appearance, ...] = ()


class Body(NamedTuple):
    """The long texts of a paper, merged over its appearances."""

    abstract: str = ""
    commentary: tuple[Paragraph, ...] = ()
    references: tuple[str, ...] = ()
    """arXiv ids cited in the commentary, each once."""
    wikilinks: tuple[str, ...] = ()
    """Targets of `[[wikilinks]]`, each once."""
