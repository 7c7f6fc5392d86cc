"""Finds the files of a library and reads them: never a device, never out of the folder.

Whatever is left out is told, with the reason, but for hidden files and backups.
"""

import errno
import os
import stat
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.domain.entry import Problem

MAX_DEPTH = 32
"""Folders below a root that are looked into; vaults and archives have a handful."""
MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is read; a year of digests in one file is a tenth of it."""
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class LibraryError(Exception):
    """A path that was asked for cannot be read at all; its text is one line."""


Fingerprint = tuple[int, str, int, int]
"""A regular file of the library: root, path, size in bytes, time in nanoseconds.

The root is the number of the one that it is below; the path that below it, with `/`, or
the name where the root is the file. Naming these would take as long as `stat` does.
"""


class Skipped(NamedTuple):
    """Something that is not read."""

    root: int
    path: str
    problem: Problem


class Root(NamedTuple):
    """A path that was asked for."""

    path: str
    """Real path."""
    is_folder: bool

    def full(self, path: str) -> str:
        """Return the real path of a file below it."""
        if not self.is_folder:
            return self.path
        return f"{self.path}/{path}" if self.path != "/" else f"/{path}"


class Scan(NamedTuple):
    """What is below the roots."""

    files: list[Fingerprint]
    skipped: list[Skipped]
    stamped: bool = True
    """Whether the files have sizes and times; else these are 0."""


class _Unseen(NamedTuple):
    """What `stat` would say of a file that is not asked for it."""

    st_size: int = 0
    st_mtime_ns: int = 0


_UNSEEN = _Unseen()


def find_roots(paths: Sequence[Path]) -> tuple[Root, ...]:
    """Return the paths as roots, in order, without those inside others.

    Raises:
        LibraryError: One of them does not exist.
    """
    real: dict[str, Root] = {}
    for path in paths:
        try:
            resolved = os.path.realpath(path)
            mode = os.stat(resolved).st_mode  # noqa: PTH116  beside realpath, no Path
        except OSError as error:
            raise LibraryError(f"{path}: {error.strerror or error}") from error
        real[resolved] = Root(resolved, stat.S_ISDIR(mode))
    folders = [root.path.rstrip("/") + "/" for root in real.values() if root.is_folder]
    return tuple(
        root
        for name, root in sorted(real.items())
        if not any(name.startswith(folder) for folder in folders)
    )


def scan(roots: Sequence[Root], *, stamps: bool = True) -> Scan:
    """Return every file below the roots, in no order, and what is skipped.

    Args:
        roots: What to look into.
        stamps: Whether sizes and times of files in folders are of use. Where nothing
            is known to compare them with, each is asked for when the file is read.

    Raises:
        LibraryError: A root has gone or cannot be listed.
    """
    found = Scan([], [], stamps)
    for number, root in enumerate(roots):
        if root.is_folder:
            _scan_folder(number, root, found)
        else:
            _scan_file(number, root, found)
    return found


def _scan_file(number: int, root: Root, found: Scan) -> None:
    name = root.path.rpartition("/")[2]
    try:
        status = os.stat(root.path)  # noqa: PTH116  as in the folders
    except OSError as error:
        raise LibraryError(f"{root.path}: {error.strerror}") from error
    if stat.S_ISREG(status.st_mode):
        found.files.append((number, name, status.st_size, status.st_mtime_ns))
    else:
        found.skipped.append(Skipped(number, name, no_file(status.st_mode)))


def _scan_folder(number: int, root: Root, found: Scan) -> None:
    links: list[tuple[str, str]] = []
    pending = [(root.path, "", 0)]
    while pending:
        folder, prefix, depth = pending.pop()
        try:
            with os.scandir(folder) as entries:
                below = list(_scan_entries(entries, number, prefix, links, found))
        except OSError as error:
            if not prefix:
                raise LibraryError(f"{folder}: {error.strerror}") from error
            found.skipped.append(Skipped(number, prefix[:-1], _failed(error)))
            continue
        if depth < MAX_DEPTH:
            pending += [(path, f"{prefix}{name}/", depth + 1) for name, path in below]
        else:
            problem = Problem(0, "too many folders deep", "not looked into")
            found.skipped.extend(
                Skipped(number, prefix + name, problem) for name, _path in below
            )
    _follow(number, root, links, found)


def _scan_entries(
    entries: Iterator["os.DirEntry[str]"],
    number: int,
    prefix: str,
    links: list[tuple[str, str]],
    found: Scan,
) -> Iterator[tuple[str, str]]:
    """Sort the entries of a folder; yield name and path of the folders in it."""
    add, stamped = found.files.append, found.stamped
    for entry in entries:
        name = entry.name
        if name[0] == "." or name[-1] == "~":  # hidden, or an editor's backup
            continue
        try:
            if entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False) if stamped else _UNSEEN
                if status.st_size > MAX_BYTES:
                    found.skipped.append(Skipped(number, prefix + name, too_large()))
                    continue
                add((number, prefix + name, status.st_size, status.st_mtime_ns))
            elif entry.is_symlink():
                links.append((prefix + name, entry.path))
            elif entry.is_dir(follow_symlinks=False):
                yield name, entry.path
            else:
                mode = entry.stat(follow_symlinks=False).st_mode
                found.skipped.append(Skipped(number, prefix + name, no_file(mode)))
        except OSError as error:
            found.skipped.append(Skipped(number, prefix + name, _failed(error)))


def _follow(
    number: int, root: Root, links: Sequence[tuple[str, str]], found: Scan
) -> None:
    """Take the links that lead to files inside the root that were not found yet."""
    if not links:
        return
    known = {path for root_number, path, _, _ in found.files if root_number == number}
    for path, full in sorted(links):
        what, done = _target(root, full, known)
        found.skipped.append(Skipped(number, path, Problem(0, what, done)))


def _target(root: Root, link: str, known: Container[str]) -> tuple[str, str]:
    """Return what a link is one to, in words, and what is done about it."""
    try:
        target = os.path.realpath(link, strict=True)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "a link that leads back to itself", "not followed"
        target = os.path.realpath(link)
    whole = root.full("")
    inside = target.removeprefix(whole)
    if inside != target and inside in known:
        return f"a link to {inside}", "read once, under that name"
    if f"{target}/" == whole:
        return "a link to the folder itself", "not followed"
    if inside != target:
        return "a link to what is no file of the folder", "not followed"
    return "a link that leaves the folder", "not followed"


def no_file(mode: int) -> Problem:
    """Return the problem that something is no regular file, by its mode."""
    kind = _KINDS.get(stat.S_IFMT(mode), "something else")
    return Problem(0, f"{kind}, not a file", "skipped")


def too_large() -> Problem:
    """Return the problem that a file is larger than any digest."""
    return Problem(0, f"larger than {MAX_BYTES // 1024 // 1024} MB", "skipped")


def _failed(error: OSError) -> Problem:
    return Problem(0, error.strerror or str(error), "skipped")
