"""Reads notes as the program does."""

from tests.formats.samples import source
from tuireader.domain.entry import Digest, Entry
from tuireader.formats import read_digest

PATH = "vault/240830 Physics of Language Models.md"
URL = "https://arxiv.org/abs/2408.16293"


def read(text: str, path: str = PATH) -> Digest:
    """Return the digest of a note, which has to be read as one."""
    digest = read_digest(source(text, path))
    assert digest.format == "vault", digest.reason
    return digest


def one(text: str, path: str = PATH) -> Entry:
    """Return the only entry of a note."""
    (entry,) = read(text, path).entries
    return entry


def words(entry: Entry) -> list[str]:
    """Return the paragraphs of commentary."""
    return [paragraph.text for paragraph in entry.commentary]
