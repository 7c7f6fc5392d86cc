"""Searches that the reader saved under names, in one small file."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.store.atomic import write_files
from tuireader.store.locking import StorageBusyError, locked
from tuireader.text import sanitise
from tuireader.text.told import told

FILE = "searches.json"
_WAIT = 3.0
"""Seconds to wait for another program that writes."""
_BYTES = 1 << 22
"""More than anybody saves; what is longer is no file of this program."""


class SearchesError(Exception):
    """Saved searches cannot be read or kept; says why, for the reader."""


class SavedSearch(NamedTuple):
    """A filter with a name."""

    name: str
    query: str
    """As it is typed."""


_Change = Callable[[tuple[SavedSearch, ...]], Iterable[SavedSearch]]


class SavedSearches:
    """The saved searches, in the order in which they were first saved.

    Each call reads the file anew: another program may have changed it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in a file of `folder`, or without one in memory alone."""
        self._folder = folder
        self._held: tuple[SavedSearch, ...] = ()

    def all(self) -> tuple[SavedSearch, ...]:
        """Return all of them.

        Raises:
            SearchesError: The file is there and cannot be understood.
        """
        if self._folder is None:
            return self._held
        file = self._folder / FILE
        try:
            with file.open("rb") as opened:
                content = opened.read(_BYTES)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise SearchesError(told(error)) from error
        return _parsed(content, file)

    def find(self, name: str) -> SavedSearch | None:
        """Return the search of a name, written so or with other capitals.

        Raises:
            SearchesError: They cannot be read.
        """
        return named_so(name, self.all())

    def save(self, name: str, query: str) -> SavedSearch:
        """Save `query` under `name`, in place of what had that name.

        Returns:
            It as it is kept: on one line.

        Raises:
            SearchesError: It has no name, or could not be kept.
        """
        new = SavedSearch(_named(name), " ".join(sanitise(query).split()))
        self._change(lambda known: _replaced(known, new.name, new))
        return new

    def rename(self, old: str, new: str) -> None:
        """Give a search another name, which no other has.

        Raises:
            SearchesError: There is no such search, the name is taken or empty, or it
                could not be kept.
        """
        name = _named(new)

        def renamed(known: tuple[SavedSearch, ...]) -> Iterable[SavedSearch]:
            found = _found(known, old)
            if name != old and any(search.name == name for search in known):
                raise SearchesError(f"a search is called {name!r} already")
            return _replaced(known, old, SavedSearch(name, found.query))

        self._change(renamed)

    def remove(self, name: str) -> None:
        """Remove a search.

        Raises:
            SearchesError: There is no such search, or it could not be kept.
        """

        def rest(known: tuple[SavedSearch, ...]) -> Iterable[SavedSearch]:
            found = _found(known, name)
            return (search for search in known if search != found)

        self._change(rest)

    def _change(self, change: _Change) -> None:
        if self._folder is None:
            self._held = tuple(change(self._held))
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder, _WAIT):
                self._write(self._folder, change(self.all()))
        except (OSError, StorageBusyError) as error:
            raise SearchesError(f"not saved: {told(error)}") from error

    def _write(self, folder: Path, searches: Iterable[SavedSearch]) -> None:
        content = {"searches": [search._asdict() for search in searches]}
        text = json.dumps(content, ensure_ascii=False, indent=1)
        write_files(folder, {FILE: text.encode()})


def named_so(name: str, known: Sequence[SavedSearch]) -> SavedSearch | None:
    """Return the search of a name, written so or else with other capitals."""
    wanted = name.strip()
    alike = (each for each in known if each.name.casefold() == wanted.casefold())
    return next((each for each in known if each.name == wanted), next(alike, None))


def _parsed(content: bytes, file: Path) -> tuple[SavedSearch, ...]:
    try:
        known = json.loads(content)["searches"]
        return tuple(
            SavedSearch(sanitise(each["name"]), sanitise(each["query"]))
            for each in known
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SearchesError(
            f"{file}: no saved searches can be read there; move it away"
        ) from error


def _named(name: str) -> str:
    name = " ".join(sanitise(name).split())
    if not name:
        raise SearchesError("a search needs a name")
    return name


def _found(known: Iterable[SavedSearch], name: str) -> SavedSearch:
    found = next((search for search in known if search.name == name), None)
    if found is None:
        raise SearchesError(f"no search is called {name!r}")
    return found


def _replaced(
    known: tuple[SavedSearch, ...], name: str, new: SavedSearch
) -> tuple[SavedSearch, ...]:
    if all(search.name != name for search in known):
        return (*known, new)
    return tuple(new if search.name == name else search for search in known)
