"""One writer at a time: the lock that programs hold on a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StorageBusyError(Exception):
    """Another program holds the lock for longer than one can wait."""


@contextmanager
def locked(folder: Path, timeout: float) -> Iterator[None]:
    """Hold the lock of `folder`: over reading, changing and writing, not only writing.

    Args:
        folder: The folder of a storage; has to exist.
        timeout: Seconds to wait for another program.

    Raises:
        StorageBusyError: The other program was not done in time.
        OSError: The lock cannot be made, as in a folder that cannot be written.
    """
    from filelock import FileLock, Timeout  # not on the way to the first screen

    lock = FileLock(folder / ".lock", mode=0o600)
    try:
        lock.acquire(timeout=timeout, poll_interval=0.005)
    except Timeout as error:
        raise StorageBusyError(f"{folder} is locked by another program") from error
    try:
        yield
    finally:
        lock.release()
