"""Reads one file: bytes that surely are a file's, safe text, and a digest's record."""

import codecs
import os
import stat
import time

from stringzilla import hash as content_hash

from tuireader.domain.entry import Digest, Problem
from tuireader.formats import Source, read_digest
from tuireader.library.files import MAX_BYTES, Fingerprint, Root, no_file, too_large
from tuireader.store.body_text import body_bytes
from tuireader.store.records import DigestRecord, entry_record, shown_path
from tuireader.text import decode, sanitise

TEXT_SUFFIXES = (
    ".md", ".txt", ".markdown", ".html", ".htm", ".json", ".jsonl", ".eml", ".text",
    ".mdown", ".mkd", ".xhtml", ".ndjson", ".rst", ".org", ".csv", ".tsv", ".bib",
)  # fmt: skip
"""Files that are read whatever they begin with; others have to look like text."""
_USUAL_SUFFIXES = TEXT_SUFFIXES[:2]
_HEAD = 4096
"""Bytes that tell whether a file is text."""
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC | os.O_NOFOLLOW
_SETTLED_NS = 50_000_000
"""A file that changed later than this before it was read may change again within one
tick of the file system's clock, and nothing would show it."""
_UNSETTLED = -1
"""Time that no file has: it will be looked at again."""
_BINARY = Problem(0, "a binary file", "skipped")
_LOSSY = Problem(0, "bytes that are text in no known encoding", "replaced by \ufffd")


class UnreadableError(Exception):
    """A file cannot be read now; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


Content = tuple[Fingerprint, bytes | None]
"""A file as it was when it was read, and its bytes, None if they are not text.

Its time is none that a file has if it may be changing still.
"""
Reading = tuple[Fingerprint, DigestRecord | None, list[bytes]]
"""What became of a file: it, its digest, and the bodies of its entries.

No digest if the content is what it was before.
"""


def read_content(root: Root, found: Fingerprint) -> Content:
    """Read the bytes of one file.

    Never waits for a pipe, takes over a terminal, or follows a link.

    Args:
        root: The root that it is below.
        found: The file.

    Raises:
        UnreadableError: It is no file any more, too large, gone, or not ours to read.
    """
    number, path, _, _ = found
    try:
        data, size, mtime_ns = _content(root.full(path), sure=_is_sure(root, path))
    except OSError as error:
        raise UnreadableError(
            Problem(0, error.strerror or str(error), "left as it was")
        ) from error
    return (number, path, size, mtime_ns), data


def read_record(content: Content, known: str = "") -> Reading:
    """Read the digest in the bytes of a file.

    Args:
        content: The file and its bytes.
        known: Hash of the bytes it held before, or empty.
    """
    found, data = content
    if data is None:
        return found, _record(found, "", Digest("", problems=(_BINARY,))), []
    hashed = f"{content_hash(data):016x}"  # it has to tell a change, no more
    if hashed == known:
        return found, None, []
    digest = _digest(found[1], data)
    record = _record(found, hashed, digest)
    return found, record, list(map(body_bytes, digest.entries))


def _content(path: str, *, sure: bool) -> tuple[bytes | None, int, int]:
    """Return content (None if it is not text), size and time of a regular file."""
    handle = os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        size, stamp = status.st_size, status.st_mtime_ns
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(no_file(status.st_mode))
        if size > MAX_BYTES:
            raise UnreadableError(too_large())
        data = os.read(handle, size + 1 if sure else _HEAD)
        binary = not sure and not _looks_like_text(data)
        if not binary and (len(data) != size or not sure):
            data = _whole(handle, data)
            size = len(data)
    finally:
        os.close(handle)
    if size != status.st_size or time.time_ns() - stamp <= _SETTLED_NS:
        stamp = _UNSETTLED
    return None if binary else data, size, stamp


def _whole(handle: int, data: bytes) -> bytes:
    """Return all bytes of a file that was only begun, or whose size is another."""
    pieces = [data]
    length = len(data)
    while piece := os.read(handle, MAX_BYTES + 1 - length):
        pieces.append(piece)
        length += len(piece)
        if length > MAX_BYTES:
            raise UnreadableError(too_large())
    return b"".join(pieces)


def _is_sure(root: Root, path: str) -> bool:
    """Tell whether a file is read whatever it begins with."""
    return (
        path.endswith(_USUAL_SUFFIXES)
        or not root.is_folder
        or path.lower().endswith(TEXT_SUFFIXES)
    )


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if 0 in head:
        return False
    for encoding in ("utf-8", "cp949"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return True
    return False


def _digest(path: str, data: bytes) -> Digest:
    text, encoding, lossy = decode(data)
    digest = read_digest(Source(shown_path(path), text, encoding))
    return digest._replace(problems=(_LOSSY, *digest.problems)) if lossy else digest


def _record(found: Fingerprint, hashed: str, digest: Digest) -> DigestRecord:
    root, path, size, mtime_ns = found
    record: DigestRecord = {
        "root": root,
        "path": path,
        "size": size,
        "mtime_ns": mtime_ns,
        "hash": hashed,
        "format": digest.format,
        "reason": digest.reason,
        "encoding": digest.encoding,
        "entries": list(map(entry_record, digest.entries)),
        "places": [],
    }
    if digest.problems:
        record["problems"] = [
            [odd.line, sanitise(odd.what), sanitise(odd.done)]
            for odd in digest.problems
        ]
    return record
